import { expect, test } from 'vitest'
import { openServer } from '../../../server/open-server.ts'
import { visavis } from '../../../visavis.ts'

const congo = '"Congo" may mean Democratic Republic of the Congo (COD) or Republic of the Congo (COG)'

test.each([
  [['assess', 'Congo', 'France']],
  [['assess', 'France', 'Congo']],
  [['evidence', 'Congo', 'France', 'kappa_quadratic']],
  [['compare', 'Congo-France']],
  [['dyads', '--state', 'Congo']],
  [['measure', 'similarity', 'Congo', 'France']],
  [['measure', 'similarity', 'Congo', '--year', '2024']],
  [['measure', 'ideal-points', 'Congo', 'France']],
  [['mirror', 'Congo', 'France']],
  [['mirror', 'EU', 'Congo']],
  [['composite', 'Congo', 'France']],
  [['votes', 'Congo', 'France']],
  [['votes', 'EU', 'Congo']],
  [['ledger', 'Congo', 'France']],
  [['stakeholders', 'Congo', 'France']],
  [['world', 'Congo']],
  [['states', 'Congo']],
  [['diff', 'Congo', 'France']],
])('visavis %j ends with 2 and names both Congos', async (words) => {
  const { code, out, err } = await visavis(...words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(`AmbiguousName: ${congo}`)
})

test('the day decides: Germany in 1985 and Yemen in 1985 are two, Germany today is one', async () => {
  expect((await visavis('votes', 'Germany', 'France', '--to', '1985')).err).toContain('Germany (DEU) or East Germany (DDR)')
  expect((await visavis('states', 'Yemen', '--on', '1985')).err).toContain('North Yemen (YAR) or South Yemen (YMD)')
  expect((await visavis('states', 'Germany')).code).toBe(0)
})

test('over HTTP an ambiguous name is a fault of the request, with its candidates as data', async () => {
  const { ask } = await openServer()
  const reply = await ask('/api/v1/votes?a=Korea&b=France')
  expect(reply.status).toBe(400)
  expect(reply.json()).toMatchObject({
    code: 'AmbiguousName',
    candidates: [
      { kind: 'state', id: 'KOR', name: 'South Korea' },
      { kind: 'state', id: 'PRK', name: 'North Korea' },
    ],
  })
})

test('a former state says in the answer what it is read as, in text, Markdown and JSON; beside CSV on stderr', async () => {
  const said = '"Yugoslavia" is read as Serbia (SRB): the state of that name ended on 2006-06-04.'
  const words = ['votes', 'Yugoslavia', 'France', '--from', '2024']
  const text = await visavis(...words)
  expect(text.out.startsWith(said)).toBe(true)
  expect((await visavis(...words, '--format', 'md')).out.startsWith(said)).toBe(true)
  const { nameReadings } = JSON.parse((await visavis(...words, '--json')).out) as { nameReadings: { asked: string; readAs: string }[] }
  expect(nameReadings).toMatchObject([{ asked: 'Yugoslavia', readAs: 'SRB' }])
  const csv = await visavis(...words, '--format', 'csv')
  expect([csv.out.includes('is read as'), csv.err.includes(said)]).toEqual([false, true])
})

test('an assessment of the Soviet Union with a day of today says that it is Russia, on its page too', async () => {
  const words = ['assess', 'Soviet Union', 'France', '--draws', '100']
  expect((await visavis(...words)).out).toContain('"Soviet Union" is read as Russia (RUS), which continues it.')
  expect((await visavis(...words, '--format', 'html')).out).toContain('</h1><p class="note">"Soviet Union" is read as Russia (RUS)')
})

test('a state that ended names its successors; one in the name of which nothing is unclear says nothing', async () => {
  const { code, err } = await visavis('votes', 'Czechoslovakia', 'France', '--from', '2024')
  expect([code, err]).toEqual([3, expect.stringContaining('Its successors: Czechia (CZE), Slovakia (SVK).')])
  expect((await visavis('votes', 'East Germany', 'France', '--from', '2024')).err).toContain('Its successor: Germany (DEU).')
  expect((await visavis('states', 'France', '--json')).out).not.toContain('nameReadings')
})

test('the code of Australia is the abbreviation of the African Union: it is asked back, and both are meant by their other names', async () => {
  const asked = await visavis('assess', 'AU', 'China')
  expect([asked.code, asked.out]).toEqual([2, ''])
  expect(asked.err).toContain('AmbiguousName: "AU" may mean Australia (AUS) or African Union (write it in full): ')
  expect((await visavis('states', 'AUS')).out).toContain('Australia')
  expect((await visavis('states', 'African Union')).out).toContain('members of African Union')
  // before there was a Union
  expect((await visavis('states', 'AU', '--on', '1995')).out).toContain('Australia')
})
