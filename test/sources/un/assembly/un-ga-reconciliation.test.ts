import { beforeAll, describe, expect, test } from 'vitest'
import { eachCsvRow, readUtf8 } from '../../../../src/sources/formats/utf8-csv.ts'
import { type Reconciliation, readRollCalls, rollCallPaths } from '../../../../src/sources/un/assembly/un-ga-reconciliation.ts'
import type { Cell, Columns } from '../../../../src/store/session.ts'
import { tables } from '../../../../src/store/tables.ts'
import { shared } from '../../un-ga-shared.ts'

type Row = Record<keyof typeof tables.roll_calls, Cell>

describe.skipIf(shared === null)(
  'the roll calls of the General Assembly, from the providers’ files (absent: ../shared/data/un-ga-votes)',
  () => {
    let rollCalls: Row[]
    let voters: string[]
    let report: Reconciliation
    let columns: Columns
    let seconds: number

    beforeAll(async () => {
      const paths = await rollCallPaths(shared!.unvotes, shared!.resolutions)
      const start = process.cpuUsage()
      const read = await readRollCalls(paths)
      const { user, system } = process.cpuUsage(start)
      seconds = (user + system) / 1e6
      columns = read.roll_calls
      report = read.report
      voters = read.voters.state as string[]
      const names = Object.keys(columns) as (keyof Row)[]
      rollCalls = (columns.id as number[]).map((_, i) => Object.fromEntries(names.map((name) => [name, columns[name]![i]])) as Row)
    }, 60_000)

    const byId = (id: number): Row => rollCalls.find((row) => row.id === id)!
    const bySymbol = (symbol: string): Row[] => rollCalls.filter((row) => row.symbol === symbol)
    const vote = (row: Row, state: string): string => (row.votes as string)[voters.indexOf(state)]!
    const positions = (row: Row): number => (row.votes as string).replaceAll('.', '').length

    test('they hold every roll call and vote of both sources once', () => {
      expect(report.unvotes).toEqual({ rollCalls: 6203, votes: 870_109 })
      expect(report.dgacm).toEqual({ rollCalls: 730, votes: 128_399 })
      // 90 resolutions in both; A/RES/75/254 A-C, without lists, is a row too
      expect(report.union).toEqual({ rollCalls: 6203 + 731 - 90, votes: 870_109 + 128_399 - 16_174, voters: 200 })
      expect(rollCalls.length).toBe(report.union.rollCalls)
      expect(rollCalls.reduce((total, row) => total + positions(row), 0)).toBe(report.union.votes)
    })

    test('the positions since 2019 are those of an independent reading, which counts Türkiye twice where a doubled record spells it twice', async () => {
      const byName = new Set<string>()
      const byState = new Map<string, string>()
      const header = ['symbol', 'session_file', 'date', 'adopted', 'title', 'ms_name', 'iso3', 'vote']
      eachCsvRow(await readUtf8(shared!.long), shared!.long, header, ([symbol, , , , , name, iso3, position]) => {
        byName.add(`${symbol}|${name}`)
        byState.set(`${symbol}|${iso3}`, position!)
      })
      expect(byName.size).toBe(128_412)
      expect(byState.size).toBe(report.dgacm.votes)
      const code: Record<string, string> = { yes: '1', abstain: '2', no: '3' }
      const rows = new Map(rollCalls.filter((row) => row.kind === 'whole').map((row) => [row.symbol, row]))
      const wrong = [...byState].filter(([key, position]) => {
        const [symbol, iso3] = key.split('|') as [string, string]
        return vote(rows.get(symbol)!, iso3) !== code[position]
      })
      expect(wrong).toEqual([])
    })

    test('the tables have their columns, one character per voter, voters in order, rows by date and id', () => {
      expect(Object.keys(columns)).toEqual(Object.keys(tables.roll_calls))
      expect(voters).toEqual([...voters].sort())
      expect(rollCalls.every((row) => new RegExp(`^[123.]{${voters.length}}$`).test(row.votes as string))).toBe(true)
      const order = rollCalls.map((row) => `${row.date} ${String(row.id).padStart(8, '0')}`)
      expect(order).toEqual([...order].sort())
      expect(new Set(columns.id).size).toBe(rollCalls.length)
    })

    test('ES-11/1 is 141 to 5 with 35 abstentions, Russia against, China abstaining', () => {
      const [row] = bySymbol('A/RES/ES-11/1')
      expect(row).toMatchObject({ yes: 141, no: 5, abstain: 35, date: '2022-03-02', session: 'ES-11', kind: 'whole', important: null })
      expect([vote(row!, 'RUS'), vote(row!, 'CHN')]).toEqual(['3', '2'])
    })

    test.each([
      ['session 74', (row: Row) => row.session === '74', 0.79],
      ['2022', (row: Row) => String(row.date).startsWith('2022'), 0.705],
      ['2023', (row: Row) => String(row.date).startsWith('2023'), 0.667],
      ['2024', (row: Row) => String(row.date).startsWith('2024'), 0.659],
      ['2025', (row: Row) => String(row.date).startsWith('2025'), 0.793],
    ])('China and Russia voted the same way in %s as often as published', (_, when, share) => {
      const pairs = rollCalls.filter(when).map((row) => vote(row, 'CHN') + vote(row, 'RUS'))
      const both = pairs.filter((pair) => !pair.includes('.'))
      const rounding = share === 0.79 ? 0.005 : 0.0005
      expect(Math.abs(both.filter((pair) => pair[0] === pair[1]).length / both.length - share)).toBeLessThan(rounding)
    })

    test('the sources agree on every position of session 74 that either has; one resolution is in Voeten only', () => {
      expect(report.overlap).toEqual({ rollCalls: 90, positions: 16_174, agreeing: 16_174 })
      expect(report.discrepancies).toEqual([])
      expect(report.onlyUnvotes).toEqual(['A/RES/74/267'])
      expect(report.onlyDgacm).toEqual([])
      expect(bySymbol('A/RES/74/38')).toMatchObject([{ source: 'un-votes', issues: 'di,co,ec', issues_by: 'voeten' }])
    })

    test('trap: 21 recorded resolutions stand twice in the extract, with the same positions, and once here', () => {
      expect(report.findings.doubled.length).toBe(21)
      expect(report.findings.doubled.every(({ differing }) => differing === 0)).toBe(true)
      for (const { symbol } of report.findings.doubled) expect(bySymbol(symbol).length).toBe(1)
    })

    test('trap: 75/254 A-C keeps its stated counts and has no positions', () => {
      expect(report.findings.withoutLists).toEqual(['A/RES/75/254 A-C'])
      const [row] = bySymbol('A/RES/75/254 A-C')
      expect(row).toMatchObject({ yes: 168, no: 2, abstain: 0, date: '2020-12-31' })
      expect(positions(row!)).toBe(0)
    })

    test('trap: 75/290 A, which names every member twice, counts each once', () => {
      expect(report.findings.repeatedNames).toEqual([{ symbol: 'A/RES/75/290 A', names: 137 }])
      const [row] = bySymbol('A/RES/75/290 A')
      expect(row).toMatchObject({ yes: 90, no: 0, abstain: 47 })
      expect(positions(row!)).toBe(137)
    })

    test('trap: 77/293 keeps 59 abstentions and has 58 of them by name', () => {
      expect(report.findings.countsDiffer).toEqual([{ symbol: 'A/RES/77/293', position: 'abstain', stated: 59, listed: 58 }])
      const [row] = bySymbol('A/RES/77/293')
      expect(row).toMatchObject({ yes: 100, no: 9, abstain: 59 })
      expect(positions(row!)).toBe(167)
    })

    test('trap: records that do not say how they were adopted are left out and named', () => {
      expect(report.findings.untold).toEqual(['A/RES/79/259 A-C', 'A/RES/80/236 A-B', 'A/RES/80/244 A-C', 'A/RES/80/84 A-B'])
      expect(bySymbol('A/RES/79/259 A-C')).toEqual([])
    })

    test('trap: every spelling of Türkiye is one voter, in 625 of 640 roll calls from 2020 to 2026', () => {
      const recent = rollCalls.filter((row) => row.source === 'un-resolutions' && positions(row) > 0)
      expect(recent.filter((row) => vote(row, 'TUR') !== '.').length).toBe(625)
      expect(recent.length).toBe(640)
    })

    test('trap: dates in three spellings are all read; the last is 4 June 2026', () => {
      expect(rollCalls.every((row) => /^\d{4}-\d\d-\d\d$/.test(row.date as string))).toBe(true)
      expect(rollCalls.at(-1)!.date).toBe('2026-06-04')
      expect(bySymbol('A/RES/ES-11/3')[0]!.date).toBe('2022-04-07')
    })

    test('quirk: to session 51 no roll call has a day of the month after the 7th, so the day is not that of the vote', () => {
      const early = rollCalls.filter((row) => Number(row.session) <= 51 || (row.session as string).startsWith('S-'))
      expect(early.length).toBe(4040)
      expect(early.every((row) => Number((row.date as string).slice(8)) <= 7)).toBe(true)
    })

    test('who votes: Taipei to 1971, Beijing after; two Yemens, then one; Yugoslavia to 2006, then Serbia; two Germanies', () => {
      const span = (state: string): [string, string] => {
        const dates = rollCalls.filter((row) => vote(row, state) !== '.').map((row) => row.date as string)
        return [dates[0]!, dates.at(-1)!]
      }
      expect(span('TWN')).toEqual(['1946-01-01', '1971-10-07'])
      expect(span('CHN')[0]).toBe('1971-11-03')
      expect(span('YAR')[1] < '1990-05-22').toBe(true)
      expect(span('YEM')[0].slice(0, 7)).toBe('1990-11')
      expect(span('YMD')[1].slice(0, 4)).toBe('1989')
      expect(span('YUG')[1] < '2006-06-05').toBe(true)
      expect(span('SRB')[0] >= '2006-06-05').toBe(true)
      expect(span('DDR')).toEqual(['1973-10-01', '1989-12-06'])
      expect(span('DEU')[0]).toBe('1973-10-01')
      expect(span('RUS')[0]).toBe('1946-01-01')
      expect(span('CSK')[1].slice(0, 4)).toBe('1992')
    })

    test('counts are those of the positions, wherever no source states others', () => {
      const stated = new Set(['A/RES/75/254 A-C', 'A/RES/77/293'])
      const wrong = rollCalls.filter((row) => {
        const votes = row.votes as string
        const counted = ['1', '2', '3'].map((position) => votes.split(position).length - 1)
        return !stated.has(row.symbol as string) && (row.yes !== counted[0] || row.abstain !== counted[1] || row.no !== counted[2])
      })
      expect(wrong).toEqual([])
    })

    test('special and emergency special sessions are sessions of their own', () => {
      expect(byId(9025)).toMatchObject({ session: 'ES-2', symbol: 'ESS/2/20', kind: 'whole' })
      expect(byId(9018)).toMatchObject({ session: 'S-5', symbol: 'SS/5' })
      expect(bySymbol('A/RES/ES-10/19')).toMatchObject([{ session: 'ES-10', date: '2017-12-21' }])
    })

    test('kinds: words win over flags, flags over silence, silence is a whole resolution', () => {
      const count = (kind: string | null): number => rollCalls.filter((row) => row.kind === kind).length
      expect([count('whole'), count('paragraph'), count('amendment'), count('other'), count(null)]).toEqual([5657, 790, 244, 152, 1])
      expect(byId(3)).toMatchObject({ kind: 'amendment', symbol: 'R/1/66' })
      expect(byId(54).kind).toBe('whole') // "AS AMENDED BY DANISH PROPOSAL", flagged as an amendment
      expect(byId(804)).toMatchObject({ kind: 'other', session: '16' }) // a motion, unflagged
      expect(byId(5884).kind).toBe('whole') // the President speaks of an amendment and puts draft resolution I to the vote
      expect(byId(5916).kind).toBe('other') // a motion of no action, entitled like its resolution
      expect(byId(6027).kind).toBe(null) // no symbol, no words, no flags
      expect(rollCalls.filter((row) => row.source === 'un-resolutions').every((row) => row.kind === 'whole')).toBe(true)
    })

    test('important is unknown before session 38, in rows added later, and after session 72', () => {
      const known = rollCalls.filter((row) => row.important !== null)
      expect(known.length).toBe(3054)
      expect(
        known.every(
          (row) => row.source === 'un-votes' && (row.session === 'ES-10' || (Number(row.session) >= 38 && Number(row.session) <= 72)),
        ),
      ).toBe(true)
      expect(known.filter((row) => row.important === true).length).toBe(411)
    })

    test('issue tags: Voeten’s stand, ours fill in, and none is confused with unknown', () => {
      const by = (who: string | null): Row[] => rollCalls.filter((row) => row.issues_by === who)
      expect(by('voeten').filter((row) => row.issues !== '').length).toBe(4099)
      expect(by(null).every((row) => row.issues === null)).toBe(true)
      expect(rollCalls.filter((row) => row.issues === null).length).toBe(by(null).length)
      expect(by(null).length).toBeLessThan(30)
      expect(rollCalls.filter((row) => row.session === '74' && row.issues_by === 'visavis').length).toBe(41)
      expect(bySymbol('A/RES/74/112')[0]).toMatchObject({ issues: 'co', issues_by: 'visavis' })
    })

    test('our issue rule meets Voeten’s tags of sessions 60 to 73 by title alone as the page says', () => {
      const figures = report.issueRule.sessions60to73.map(({ issue, precision, recall }) => [
        issue,
        precision.toFixed(2),
        recall.toFixed(2),
      ])
      expect(figures).toEqual([
        ['me', '0.89', '0.96'],
        ['nu', '0.98', '0.99'],
        ['di', '0.90', '0.96'],
        ['hr', '0.90', '0.87'],
        ['co', '0.95', '0.59'],
        ['ec', '0.94', '0.83'],
      ])
    })

    test('nineteen whole resolutions stand twice in Voeten’s file and are reported', () => {
      expect(report.twiceInUnvotes.length).toBe(19)
      expect(report.twiceInUnvotes.find(({ symbol }) => symbol === 'A/RES/59/28')).toEqual({
        symbol: 'A/RES/59/28',
        ids: [4587, 5740],
        differing: 0,
      })
    })

    test('a reading takes seconds of the processor, not minutes', () => {
      expect(seconds).toBeLessThan(60)
    })
  },
)
