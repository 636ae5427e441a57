import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateByCow, states } from '../../states/index.ts'
import { correlatesOfWarLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, parseCsv, readText } from '../formats/csv.ts'
import { checkLastLine } from '../formats/last-line-check.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { observationCollector, type ReadObservations } from '../rows/observation.ts'

export const card: SourceCard = {
  id: 'cow-contiguity',
  title: 'Correlates of War direct contiguity 3.2',
  provider: 'Correlates of War Project (Stinnett, Tir, Schafer, Diehl, Gochman)',
  url: 'https://correlatesofwar.org/data-sets/direct-contiguity/',
  licence: correlatesOfWarLicence('https://correlatesofwar.org/data-sets/direct-contiguity/'),
  citation:
    'Stinnett, D. M., Tir, J., Schafer, P., Diehl, P. F. and Gochman, C. (2002). The Correlates of War Project Direct Contiguity Data, Version 3. Conflict Management and Peace Science 19, 58-66. Data: version 3.2.',
  vintage: '3.2 (to 2016), read 2026-11-25',
  coverage: coverageOf(['contiguity'], 1816, 2016, 'every pair of members of the interstate system', {
    ...{ absence: 'none in force', universe: 'cow' },
  }),
  quirks: [
    'Spells, not years: a row goes from the first day of its first month to the last day of its last month; the source knows months only.',
    'The type is a kind and not an amount: 1 land or river border, then water of at most 12 (2), 24 (3), 150 (4) and 400 (5) miles.',
    'A pair farther apart has no row: not contiguous. The reduced form of peacesciencer has rows of type 0 for such times, which say no more and may overlap the spells; they are passed over.',
    'Both orders of a pair say the same; one is kept, the first by ISO3 first.',
    'Belgrade held number 345 as Serbia, as Yugoslavia, and as Serbia again: its spells are cut where the state changes.',
    'Dependencies do not count here: this is the contiguity of the states themselves.',
  ],
}

interface Spell {
  readonly codes: readonly [number, number]
  readonly type: number
  readonly start: string
  readonly end: string
  readonly where: string
}

/** Names of the columns in the native file and in the reduced form: numbers of the two states, first and last month. */
const layouts = [
  ['statelno', 'statehno', 'begin', 'end'],
  ['ccode1', 'ccode2', 'stdate', 'enddate'],
] as const

/**
 * Reads spells of contiguity of pairs of states.
 *
 * @param path  `contdir.csv` (`statelno, statehno, conttype, begin, end` with months as 199112), or the reduced form of R's peacesciencer
 *              (`ccode1, ccode2, conttype, stdate, enddate` with dates, each pair in both orders)
 */
export async function readCowContiguity(path: string): Promise<ReadObservations> {
  const file = basename(path)
  const text = await readText(path)
  checkLastLine(text, file)
  const rows = parseCsv(text, file)
  const first = rows[0]?.fields ?? {}
  const layout = layouts.find((names) => ['conttype', ...names].every((name) => name in first))
  if (layout === undefined) {
    throw badInput(
      `${file} lacks the columns conttype, ${layouts[0].join(', ')}; it has ${Object.keys(first).join(', ')}`,
      'give contdir.csv of the Direct Contiguity data',
    )
  }
  const gathered = observationCollector(card)
  const said = new Set<string>()
  for (const spell of spellsOf(rows, layout)) {
    for (const part of partsOf(spell)) {
      const key = [part.from, part.to, spell.type, part.start_date, part.end_date].join(' ')
      if (said.has(key)) continue
      said.add(key)
      const { from, to, start_date, end_date } = part
      const period = { start_date, end_date }
      gathered.add({
        indicator: 'contiguity',
        from,
        to,
        period,
        value: spell.type,
        unit: 'type 1 to 5',
        status: 'observed',
        locator: spell.where,
      })
    }
  }
  return { observations: gathered.columns() }
}

function spellsOf(rows: readonly CsvRow[], [one, two, begin, end]: (typeof layouts)[number]): Spell[] {
  const once = onlyOnce<number>()
  return rows.flatMap(({ fields, line, at: where }): Spell[] => {
    const codes = [Number(fields[one]), Number(fields[two])] as const
    const type = Number(fields['conttype'])
    if (fields['conttype'] === '' || ![0, 1, 2, 3, 4, 5].includes(type)) {
      throw badInput(`${where} has "${fields['conttype']}" for conttype, which is 1 to 5`)
    }
    if (codes[0] === codes[1]) throw badInput(`${where} pairs ${codes[0]} with itself`)
    const start = monthOf(fields[begin]!, `${where} ${begin}`)
    const last = monthOf(fields[end]!, `${where} ${end}`)
    if (last < start) throw badInput(`${where} ends in ${last}, before it begins in ${start}`)
    const key = [...codes, type, start].join(' ')
    once(key, line, (before) => `${where} stands for the same as line ${before}`)
    return type === 0 ? [] : [{ codes, type, start: `${start}-01`, end: lastDayOfMonth(last), where }]
  })
}

/** Reads the month `1991-12` from `199112`, `1991-12-01` or `1991-12`. */
function monthOf(text: string, where: string): string {
  const [, year, month] = /^(1[89]\d\d|20\d\d)-?(0[1-9]|1[0-2])(?:-\d\d)?$/.exec(text) ?? []
  if (year === undefined) throw badInput(`${where} is "${text}", not a month such as 199112`)
  return `${year}-${month}`
}

/**
 * Returns the last day of a month.
 *
 * @example lastDayOfMonth('2016-02')   // '2016-02-29'
 */
export function lastDayOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`
}

interface Part {
  readonly from: string
  readonly to: string
  readonly start_date: string
  readonly end_date: string
}

function partsOf(spell: Spell): Part[] {
  const [first, second] = spell.codes.map((code) => holdersOf(code, spell))
  return first!.flatMap((a) =>
    second!.flatMap((b): Part[] => {
      const start_date = a.start > b.start ? a.start : b.start
      const end_date = a.end < b.end ? a.end : b.end
      const [from, to] = [a.iso3, b.iso3].sort() as [string, string]
      return start_date > end_date || from === to ? [] : [{ from, to, start_date, end_date }]
    }),
  )
}

/**
 * Returns the states that had a Correlates of War number during a spell, each with its part of the spell. If only one state ever had the number, it gets the
 * whole spell, including days on which it did not have the number.
 */
function holdersOf(code: number, { start, end, where }: Spell): { iso3: string; start: string; end: string }[] {
  const holders = states.filter((state) => state.cow.some((span) => span.code === code))
  if (holders.length > 1) {
    return holders.flatMap(({ iso3, cow }) =>
      cow
        .filter((span) => span.code === code && span.from <= end && (span.to ?? end) >= start)
        .map((span) => ({ iso3, start: span.from > start ? span.from : start, end: span.to !== null && span.to < end ? span.to : end })),
    )
  }
  const state = Number.isInteger(code) ? stateByCow(code, end) : undefined
  if (state === undefined) throw badInput(`${where} has the state number ${code}, which no state ever had`)
  return [{ iso3: state.iso3, start, end }]
}
