import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readGdelt } from '../../../src/sources/politics/gdelt.ts'
import { openSession } from '../../../src/store/session.ts'
import { tables } from '../../../src/store/tables.ts'
import { eventRows, fileOf, fileWith, type GdeltLine, gdeltLine, zipOf } from '../event-files.ts'
import { haveRaw, rawFolder, rawNeeded } from '../raw-data.ts'

const read = async (width: 57 | 58 | 61, ...lines: GdeltLine[]) =>
  eventRows(
    (
      await readGdelt([
        fileOf(
          'a.tsv',
          lines.map((line, i) => gdeltLine(width, { id: i + 1, ...line })),
        ),
      ])
    ).events,
  )

const mention = (id: number): string =>
  [`${id}`, '20150218230000', '20150218230000', '1', 'a.org', 'http://a.org', '1', '-1', '5', '9', '1', '50', '100', '-1.5', '', ''].join(
    '\t',
  )

test('an event of two states has its day, both, its code with the leading zero, its Goldstein score and its place in the file', async () => {
  const [row] = await read(61, { code: '0331', goldstein: '5.2', mentions: '20' })
  expect(row).toEqual({
    date: '2015-02-18',
    end_date: null,
    from_id: 'USA',
    from_kind: 'state',
    from_name: 'USA',
    to_id: 'RUS',
    to_kind: 'state',
    to_name: 'RUS',
    kind: 'cameo',
    code: '0331',
    goldstein: 5.2,
    mentions: 20,
    source: 'gdelt',
    vintage: 'the files given',
    locator: 'a.tsv:1 event 1',
  })
  expect(Object.keys(row!)).toEqual(Object.keys(tables.events))
})

test('57, 58 and 61 fields say the same, and 1.0 may change from 57 to 58 within a file', async () => {
  const told = (rows: Awaited<ReturnType<typeof read>>) =>
    rows.map(({ from_id, to_id, code, goldstein, mentions }) => [from_id, to_id, code, goldstein, mentions])
  expect(told(await read(57, {}))).toEqual(told(await read(61, {})))
  const mixed = await readGdelt([fileOf('a.tsv', [gdeltLine(57, { id: 1 }), gdeltLine(58, { id: 2 })])])
  expect(mixed.events['date']).toHaveLength(2)
})

test('a government is the state, a firm or a court is within it, a bloc, a territory, an ethnic group and a bare role are told apart', async () => {
  const actors: NonNullable<GdeltLine['to']>[] = [
    ['CHNGOV', 'CHN', '', '', 'GOV'],
    ['CHNMIL', 'CHN', '', '', 'MIL'],
    ['CHNJUD', 'CHN', '', '', 'JUD'],
    ['MNCCHN', 'CHN', '', '', 'MNC'],
    ['SCGSRB', 'SRB'],
    ['ROM', 'ROM'],
    ['MTN', 'MTN'],
    ['IGOEUREEC', '', 'EEC', '', 'IGO'],
    ['HKG', 'HKG'],
    ['AFR', 'AFR'],
    ['kur', '', '', 'kur'],
    ['IMGMOSALQ', '', 'ALQ', '', 'IMG'],
    ['GOV', '', '', '', 'GOV'],
    [' CAN', 'CAN'],
  ]
  const rows = await read(61, ...actors.map((to) => ({ to })))
  expect(rows.map(({ to_id, to_kind }) => `${to_id} ${to_kind}`)).toEqual([
    'CHN state',
    'CHN state',
    'CHN within',
    'CHN within',
    'SRB state',
    'ROU state',
    'MNE state',
    'EU bloc',
    'null territory',
    'null non-state',
    'null non-state',
    'null non-state',
    'null unknown',
    'CAN state',
  ])
})

test('a state is none before it came to be: Ukraine in 1979 and the European Union before 1958 have no id', async () => {
  const rows = await read(
    57,
    { day: '19790101', to: ['UKR', 'UKR'] },
    { day: '19500101', to: ['IGOEUREEC', '', 'EEC'] },
    { day: '19790101' },
  )
  expect(rows.map(({ to_id, to_kind }) => [to_id, to_kind])).toEqual([
    [null, 'territory'],
    [null, 'non-state'],
    ['RUS', 'state'],
  ])
})

test('events inside one state, with one actor only, or of nobody with an id are left out', async () => {
  const rows = await read(
    61,
    { to: ['USAGOV', 'USA', '', '', 'GOV'] },
    { to: [''] },
    { from: [' '] },
    { from: ['GOV'], to: ['kur', '', '', 'kur'] },
  )
  expect(rows).toEqual([])
})

test('an actor of a country that CAMEO does not have is unknown, under its name, and told; the other events of the file are read', async () => {
  const told: string[] = []
  const lines = [{ to: ['QQQGOV', 'QQQ', '', '', 'GOV'] }, {}, { to: ['QQQ', 'QQQ'] }, { from: ['GOV'] }] satisfies GdeltLine[]
  const path = fileOf(
    'a.tsv',
    lines.map((line, i) => gdeltLine(61, { id: i + 1, ...line })),
  )
  const rows = eventRows((await readGdelt([path], (quirk) => void told.push(quirk))).events)
  expect(rows.map(({ to_id, to_kind, to_name }) => [to_id, to_kind, to_name])).toEqual([
    [null, 'unknown', 'QQQGOV'],
    ['RUS', 'state', 'RUS'],
    [null, 'unknown', 'QQQ'],
    ['RUS', 'state', 'RUS'],
  ])
  expect(told).toEqual(["2 are no country codes of CAMEO's among the actors (QQQ 2): whose they are is unknown; the names are kept."])
})

test('an event of a code that CAMEO does not have is left out and told', async () => {
  const told: string[] = []
  const path = fileOf('a.tsv', [gdeltLine(61, { code: '---' }), gdeltLine(61, { id: 2 })])
  expect(eventRows((await readGdelt([path], (quirk) => void told.push(quirk))).events).map(({ code }) => code)).toEqual(['036'])
  expect(told).toEqual(["1 are no event codes of CAMEO's (---): these events are left out."])
})

test('mentions files raise the count of an event, and never lower it', async () => {
  const events = fileOf('a.tsv', [gdeltLine(61, { id: 7, mentions: '2' }), gdeltLine(61, { id: 8, mentions: '9' })])
  const mentions = fileOf('m.tsv', [mention(7), mention(7), mention(7), mention(8), mention(99)])
  expect((await readGdelt([mentions, events])).events['mentions']).toEqual([3, 9])
})

test('the one entry of a zip, a gzip and the plain file read alike', async () => {
  const text = `${gdeltLine(61, { id: 1 })}\n${gdeltLine(61, { id: 2 })}\n`
  const plain = await readGdelt([fileWith('a.CSV', Buffer.from(text))])
  const locators = ({ events }: typeof plain) => events['locator']!.map((locator) => String(locator).replace(/^[^:]*/, ''))
  for (const [name, bytes] of [
    ['a.CSV.zip', zipOf([['a.CSV', text]])],
    ['a.gz', gzipSync(text)],
  ] as const) {
    expect(locators(await readGdelt([fileWith(name, bytes)]))).toEqual(locators(plain))
  }
})

describe('bad input is refused with its place', () => {
  const good = gdeltLine(61)
  const swap = (a: number, b: number): string => {
    const fields = good.split('\t')
    ;[fields[a], fields[b]] = [fields[b]!, fields[a]!]
    return fields.join('\t')
  }
  test.each([
    ['a torn line', [good, good.slice(0, 200)], 'a.tsv:2 has'],
    ['two lines run into one', [good + good], 'a.tsv:1 has 121 tab-separated fields'],
    ['another source', ['a,b', '1,2'], 'a.tsv:1 has 1 tab-separated fields, not 57 or 58 (events 1.0), 61 (events 2.0) or 16 (mentions)'],
    ['a change of version inside a file', [good, gdeltLine(58, { id: 2 })], 'a.tsv:2 has 58 tab-separated fields, not those of GDELT 2.0'],
    ['an event twice', [good, good], 'a.tsv:2 has event 1 a second time'],
    ['a day that is none', [gdeltLine(61, { day: '20150230' })], 'a.tsv:1 has "20150230", not a day'],
    ['a month of another day', [good.replace('201502', '201503')], 'a.tsv:1'],
    ['a code that is none', [gdeltLine(61, { code: '9911' })], '"9911" is no CAMEO event code'],
    ['a file whose event codes are mostly none', [gdeltLine(61, { code: '---' })], "a.tsv: 1 of 1 are no event codes of CAMEO's (---)"],
    ['columns in another order: code and base', [swap(26, 28)], 'is no CAMEO event code'],
    ['columns in another order: Goldstein and tone', [swap(30, 34).replace('-1.5', '-14.55')], 'for GoldsteinScale'],
    ['a base of another code', [good.replace('\t036\t036\t', '\t036\t037\t')], 'base 037 and root 03 are not those of the code 036'],
    ['a count that is none', [gdeltLine(61, { mentions: '1e3' })], '"1e3" for NumMentions, not a count'],
    [
      'a file whose countries are mostly not those of CAMEO',
      [gdeltLine(61, { from: ['QQX', 'QQX'], to: ['QQQ', 'QQQ'] }), gdeltLine(61, { id: 2, to: ['QQQ', 'QQQ'] })],
      "a.tsv: 3 of 4 are no country codes of CAMEO's among the actors (QQQ 2, QQX)",
    ],
    ['a NUL', [good.replace('NAME', 'N\0ME')], 'a.tsv:1 has a NUL character'],
    ['a mention whose confidence is elsewhere', [mention(1).replace('\t50\t', '\t505\t')], 'a.tsv:1 is no line of GDELT mentions'],
  ])('%s', async (_, lines, message) => {
    await expect(readGdelt([fileOf('a.tsv', lines)])).rejects.toMatchObject({ code: 'BadInput', message: expect.stringContaining(message) })
  })

  test('a file cut off in its last field, an empty one, one that is not there, and one given twice', async () => {
    const cut = fileWith('a.tsv', Buffer.from(good))
    await expect(readGdelt([cut])).rejects.toThrow('a.tsv:1 has no line break at its end: the file is cut off')
    await expect(readGdelt([fileWith('a.tsv', Buffer.alloc(0))])).rejects.toThrow('a.tsv is empty')
    await expect(readGdelt([join(cut, 'no.tsv')])).rejects.toMatchObject({ code: 'BadInput' })
    await expect(readGdelt([cut, fileOf(basename(cut), [good])])).rejects.toThrow('a.tsv is given twice')
  })

  test('both versions at once', async () => {
    const both = [fileOf('one.tsv', [gdeltLine(58)]), fileOf('two.tsv', [gdeltLine(61, { id: 2 })])]
    await expect(readGdelt(both)).rejects.toThrow('two.tsv:1 is GDELT 2.0, files before it are 1.0')
  })

  test('a zip whose content is not what its checksum says', async () => {
    const zip = zipOf([['a', `${good}\n`]])
    const checksum = zip.indexOf('PK\x01\x02', 0, 'latin1') + 16
    zip[checksum] = zip[checksum]! ^ 1
    await expect(readGdelt([fileWith('a.zip', zip)])).rejects.toThrow('a.zip does not match its checksum')
  })

  test('a zip or gzip that is cut off, is none, or holds two files', async () => {
    const zip = zipOf([['a', `${good}\n`]])
    for (const [name, bytes] of [
      ['a.zip', zip.subarray(0, zip.length - 30)],
      ['a.zip', Buffer.from('<html>not found</html>')],
      ['a.zip', Buffer.concat([zip.subarray(0, 60), Buffer.alloc(20, 7), zip.subarray(80)])],
      ['a.gz', gzipSync(`${good}\n`).subarray(0, 90)],
      ['a.gz', Buffer.from('<html>not found</html>')],
    ] as const) {
      await expect(readGdelt([fileWith(name, bytes)]), name).rejects.toMatchObject({ code: 'BadInput' })
    }
    await expect(
      readGdelt([
        fileWith(
          'a.zip',
          zipOf([
            ['a', good],
            ['b', good],
          ]),
        ),
      ]),
    ).rejects.toThrow('a.zip holds 2 files, not one')
  })
})

test('the rows fit the table of the store', async () => {
  const session = await openSession()
  const columns = Object.entries(tables.events).map(([name, type]) => `${name} ${type}`)
  await session.run(`CREATE TABLE events (${columns.join(', ')})`)
  await session.append('events', (await readGdelt([fileOf('a.tsv', [gdeltLine(61)])])).events)
  expect(await session.rows('SELECT from_id, goldstein, mentions FROM events')).toEqual([{ from_id: 'USA', goldstein: 4, mentions: 10 }])
  session.close()
})

describe.skipIf(!haveRaw)(`the sample rows ${rawNeeded}`, () => {
  const path = (name: string): string => join(rawFolder, 'gdelt-samples', name)

  test('all hundred lines of each file are read; 37, 55 and 25 are events of two actors at least one of whom is a state or bloc', async () => {
    expect(existsSync(path('gdelt1_events.tsv'))).toBe(true)
    const count = async (...names: string[]) => (await readGdelt(names.map(path))).events['date']!.length
    expect(await count('gdelt1_events.tsv')).toBe(37)
    expect(await count('gdelt2_events.tsv')).toBe(55)
    expect(await count('gdelt2_eventsT.tsv')).toBe(25)
    expect(await count('gdelt2_events.tsv', 'gdelt2_eventsT.tsv', 'gdelt2_mentions.tsv', 'gdelt2_mentionsT.tsv')).toBe(80)
  })

  test('Goldstein scores and counts are those of the lines', async () => {
    const rows = eventRows((await readGdelt([path('gdelt1_events.tsv')])).events)
    const first = rows.find(({ locator }) => String(locator).endsWith('230397977'))
    expect(first).toMatchObject({ date: '1979-12-31', from_id: 'USA', to_id: 'RUS', code: '190', goldstein: -10, mentions: 2 })
  })
})
