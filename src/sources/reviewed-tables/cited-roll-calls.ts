import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import { isDay } from '../rows/calendar-day.ts'
import { citedCopyFields, type ReviewedRow, readReviewedRows, referenceFault, referenceText } from '../rows/reviewed-table-rows.ts'

export const card: SourceCard = ownTableCard(
  {
    id: 'cited-roll-calls',
    title: 'Recorded votes of the General Assembly, one by one from public texts',
    licence: compiledFacts('who voted how, which day', 'public texts', 'each roll call names its text'),
    vintage: '2026-11-28',
    coverage: coverageOf(
      ['cited-roll-calls'],
      '2024-12-11',
      '2025-12-03',
      'all UN members that voted, on the texts that docs/sources/cited-roll-calls.md lists',
    ),
    quirks: [
      'Single votes that un-resolutions lacks and that texts speak of: no sample of what the Assembly votes on. Agreement, ideal points and every other measure leave them out.',
      'A member on none of the three lists was absent or did not vote; the two are not told apart.',
      'The lists of a roll call are as long as its stated counts, and a second text states the same counts; state by state only those of A/RES/ES-11/7 in favour and against were told twice.',
    ],
  },
  'roll-calls',
)

const sides = ['yes', 'no', 'abstain'] as const

const fields = ['symbol', 'date', 'name', ...sides, 'yes_count', 'no_count', 'abstain_count', ...citedCopyFields] as const

type Row = ReviewedRow<(typeof fields)[number]>

/**
 * Reads the table `cited_roll_calls` from data/tables, one row per roll call. The locator of a row is publisher, title, day and address of its text.
 *
 * @throws BadInput with file and line for an invalid symbol or day, a list with an unknown state, out of order or with a state twice, a state on two lists,
 *   a list that differs from its count, a missing publisher, title, address or second reference, or two roll calls with one symbol
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readCitedRollCalls(path: string, session: Session): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  const seen = new Set<string | null>()
  for (const row of rows) {
    const { symbol } = row.cells
    const problem =
      voteFault(row) ?? listsFault(row) ?? sourceFault(row) ?? (seen.has(symbol) ? `tells ${symbol} a second time` : undefined)
    if (problem !== undefined) throw badInput(`${row.at} ${problem}`)
    seen.add(symbol)
  }
  const of = (field: (typeof fields)[number]): (string | null)[] => rows.map(({ cells }) => cells[field])
  return {
    symbol: of('symbol'),
    date: of('date'),
    session: rows.map(({ cells }) => sessionOf(cells.symbol)),
    title: of('name'),
    yes: rows.map(({ cells }) => cells.yes ?? ''),
    no: rows.map(({ cells }) => cells.no ?? ''),
    abstain: rows.map(({ cells }) => cells.abstain ?? ''),
    source: rows.map(() => card.id),
    vintage: rows.map(() => card.vintage),
    locator: rows.map(({ cells }) => referenceText(cells)),
  }
}

/** Returns the session in the symbol of a resolution or decision; null if the symbol has another form. */
function sessionOf(symbol: string | null): string | null {
  return /^A\/(?:RES|DEC)\/((?:E?S-)?\d+)\/\d+(?: [A-Z])?$/.exec(symbol ?? '')?.[1] ?? null
}

function voteFault({ cells: { symbol, date, name } }: Row): string | undefined {
  if (sessionOf(symbol) === null) return `has the symbol "${symbol ?? ''}", not A/RES/session/number or A/DEC/session/number`
  if (!isDay(date ?? '')) return `has the date "${date ?? ''}", not a day as YYYY-MM-DD`
  return name === null ? 'does not name what was voted on' : undefined
}

function listsFault({ cells }: Row): string | undefined {
  const placed = new Set<string>()
  for (const side of sides) {
    const states = cells[side]?.split(' ') ?? []
    const stranger = states.find((state) => stateOf(state) === undefined)
    if (stranger !== undefined) return `names "${stranger}" under ${side}, which is no state`
    const at = states.findIndex((state, i) => i > 0 && state <= states[i - 1]!)
    if (at > 0) return `has ${states[at]} behind ${states[at - 1]} under ${side}: once each, in the order of the alphabet`
    const twice = states.find((state) => placed.has(state))
    if (twice !== undefined) return `has ${twice} on two lists`
    for (const state of states) placed.add(state)
    const stated = cells[`${side}_count`]
    if (stated !== String(states.length)) return `states the count "${stated ?? ''}" of ${side} and lists ${states.length}`
  }
  return undefined
}

function sourceFault({ cells }: Row): string | undefined {
  return referenceFault(cells, isPublished) ?? (cells.note === null ? 'names no second text that states the counts' : undefined)
}

const isPublished = (published: string | null): boolean => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(published ?? '')
