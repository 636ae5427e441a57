import { readdirSync } from 'node:fs'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/operations/index.ts'
import { visavis, visavisAt } from '../visavis.ts'

describe('help', () => {
  test('visavis --help says what it answers, with examples', async () => {
    const { code, out } = await visavis('--help')
    expect(code).toBe(0)
    expect(out, 'a command without a heading in src/cli/program.ts').not.toContain('Other:')
    await expect(out).toMatchFileSnapshot('__snapshots__/help.txt')
  })

  test.each(operations.map((operation) => operation.name))('visavis %s --help', async (name) => {
    const { code, out } = await visavis(...name.split(' '), '--help')
    expect(code).toBe(0)
    await expect(out).toMatchFileSnapshot(`__snapshots__/help-${name.replace(' ', '-')}.txt`)
  })

  test('no line of any help text but an example is wider than 80 columns', async () => {
    for (const words of [[], ...operations.map((operation) => operation.name.split(' '))]) {
      const [body] = (await visavis(...words, '--help')).out.split('\nExamples:')
      for (const line of body!.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    }
  })
})

test('options after a command of a group are those of the command, where the group is a command too', async () => {
  const { code, out } = await visavis('scenario', 'liberation-day', '--tariff', 'optimal', '--format', 'csv', '--quiet')
  expect(code).toBe(0)
  expect(out).toMatch(/^iso3,welfare,deficit,exports_gdp,imports_gdp,employment,prices,revenue\n/)
  expect(JSON.parse((await visavis('scenario', 'list', '--json')).out)).toHaveProperty('presets')
})

test('who asks for a day before any snapshot is told that the record is younger, with --quiet too', async () => {
  const words = ['mirror', 'CHN', 'RUS', '--as-of', '2020-01-01']
  const { code, err } = await visavis(...words)
  expect(code).toBe(0)
  expect(err).toMatch(
    /^This rests on the bundled record of .*; it was made after 2020-01-01, on \d{4}-\d\d-\d\d, so it may hold later revisions\.\n/,
  )
  expect((await visavis(...words, '--quiet')).err).toMatch(/^This rests on .*\n$/)
  expect((await visavis('mirror', 'CHN', 'RUS')).err).not.toContain('This rests on')
})

test('a newest snapshot that is torn ends the command with 3 and how to mend it, with --quiet too', async () => {
  const home = await mkdtemp(join(tmpdir(), 'visavis-'))
  await cp(new URL('../../data/record', import.meta.url), home, { recursive: true })
  const [id] = readdirSync(join(home, 'snapshots')) as [string]
  await writeFile(join(home, 'snapshots', id, 'manifest.json'), '{')
  const torn = await visavisAt(home, 'mirror', 'CHN', 'RUS', '--quiet')
  expect([torn.code, torn.out]).toEqual([3, ''])
  expect(torn.err).toContain(`mv '${join(home, 'snapshots', id)}' '${join(home, `torn-${id}`)}'`)
  await rename(join(home, 'snapshots', id), join(home, `torn-${id}`))
  expect(await visavisAt(home, 'mirror', 'CHN', 'RUS', '--quiet')).toMatchObject({ code: 0, err: '' })
  await rm(home, { recursive: true })
})

test('a bloc is not sent on to a command that takes two states', async () => {
  expect((await visavis('mirror', 'EU', 'KGZ')).err).not.toContain('assess')
  expect((await visavis('mirror', 'KGZ', 'CHN')).err).toContain('visavis assess KGZ CHN')
})

describe('exit codes', () => {
  test.each([
    ['an unknown command', 2, ['asess', 'CHN', 'RUS'], 'Did you mean assess'],
    ['an unknown option', 2, ['assess', 'CHN', 'RUS', '--formt', 'csv'], 'Did you mean --format'],
    ['a missing state', 2, ['assess', 'CHN'], "missing required argument 'b'"],
    ['the same state twice', 2, ['assess', 'CHN', 'Beijing'], 'SameState'],
    ['an unknown state, with the nearest names', 2, ['assess', 'Chna', 'RUS'], 'Did you mean China (CHN)'],
    ['a bloc where a state is due', 2, ['measure', 'similarity', 'NATO', 'RUS'], 'NotAState'],
    ['the same bloc twice', 2, ['assess', 'EU', 'the European Union'], 'SameState'],
    ['a bloc inside the other', 2, ['assess', 'EUROZONE', 'EU'], 'nobody is left to compare'],
    ['a bloc that is no more', 3, ['assess', 'WARSAW-PACT', 'USA'], 'had members from 1955-05-14 to 1991-07-01'],
    ['an unknown bloc, with the nearest', 2, ['assess', 'Europaen Union', 'USA'], 'Did you mean European Union (EU)'],
    ['a territory where a state is due', 2, ['assess', 'Greenland', 'RUS'], 'NotAState'],
    ['a year before any state', 3, ['assess', 'URY', 'BRA', '--to', '1820'], 'NoSuchStateThen: Uruguay (URY) was not a state'],
    ['a state that did not exist yet', 3, ['assess', 'SSD', 'SDN', '--to', '1990'], 'NoSuchStateThen: South Sudan (SSD) was not a state'],
    ['a day that is none', 2, ['assess', 'CHN', 'RUS', '--to', '2018-02-30'], 'is not a day of the calendar'],
    ['a window that ends before it begins', 2, ['assess', 'CHN', 'RUS', '--from', '2018', '--to', '2010'], 'BadDate'],
    ['a year without votes', 3, ['measure', 'similarity', 'GBR', 'USA', '--year', '1930'], 'NoCoverage: the record has no roll calls'],
    ['--all with a state', 2, ['measure', 'similarity', 'CHN', '--all'], 'Usage'],
    ['nobody to measure', 2, ['measure', 'similarity'], 'give two states, one state, or --all'],
    ['two ways to give a window', 2, ['measure', 'similarity', 'CHN', 'RUS', '--year', '2018', '--from', '2010'], 'Usage'],
    ['an unknown source', 2, ['sources', 'nonsense'], 'UnknownSource'],
    ['an unknown snapshot', 3, ['assess', 'CHN', 'RUS', '--snapshot', 'feedbeef'], 'NoSnapshot'],
    ['a format that is none', 2, ['assess', 'CHN', 'RUS', '--format', 'xml'], 'Allowed choices are'],
    ['too many draws to be meant', 2, ['assess', 'CHN', 'RUS', '--draws', '2e9'], 'must be at most'],
    ['an as-of day in the future', 2, ['assess', 'CHN', 'RUS', '--as-of', '2999'], 'BadDate'],
  ])('%s exits with %i and says so', async (_, code, words, message) => {
    const ran = await visavis(...words)
    expect(ran.err).toContain(message)
    expect(ran.code).toBe(code)
    expect(ran.out).toBe('')
  })
})

describe('output', () => {
  test('-o writes the answer whole and says nothing on stdout', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-'))
    const file = join(folder, 'a.json')
    const { code, out } = await visavis('states', 'Moscow', '--json', '-o', file)
    expect(code).toBe(0)
    expect(out).toBe('')
    expect(JSON.parse(await readFile(file, 'utf8')).states[0].iso3).toBe('RUS')
    expect(readdirSync(folder)).toEqual(['a.json'])
    await rm(folder, { recursive: true })
  })

  test('-o into a folder that is not there exits with 1 and names the file', async () => {
    const { code, err } = await visavis('states', '-o', '/nowhere/at/all.txt')
    expect(err).toContain('CannotWrite: /nowhere/at/all.txt')
    expect(code).toBe(1)
  })

  test('-o to a full device exits with 1 and says that no space is left', async () => {
    const { code, err } = await visavis('states', '-o', '/dev/full')
    expect(err).toContain('DiskFull')
    expect(code).toBe(1)
  })

  test('--quiet leaves out what to do next', async () => {
    expect((await visavis('assess', 'CHN', 'RUS', '--quiet')).err).toBe('')
    expect((await visavis('assess', 'CHN', 'RUS')).err).toContain('Next:')
  })
})
