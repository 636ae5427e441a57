import { counted, formatFigure, inSentence } from '../../assessments/forms/wording.ts'
import type { WorldAnswer, WorldState } from '../../assessments/world/world.ts'
import { csv } from '../text/csv.ts'
import { type Column, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** Writes the latest complete year as a ranked table. */
export const worldPage: WrittenPage<WorldAnswer> = textAndMarkdown(page)

/**
 * Writes the figures as CSV, one row per state and year; `status` is `unknown` if an existing state has no figure, and `no state` if the
 * state did not exist.
 */
export function worldCsv({ of, measure, years, states, marked }: WorldAnswer): string {
  const rows = years.flatMap((year, at) =>
    states.map((state) => {
      const value = state.values[at]
      const known = value !== null ? 'observed' : existedIn(state, year) ? 'unknown' : 'no state'
      const figures = [value, state.low?.[at], state.high?.[at], state.n?.[at], numberIn(state.cow, year), numberIn(state.gw, year)]
      const mark = marked === undefined ? [] : [isMarked(marked, state.iso3, year)]
      return [of.iso3, measure.id, state.iso3, state.name, year, known, ...figures, ...mark]
    }),
  )
  const columns = 'of measure iso3 state year status value low high n cow gw'.split(' ')
  return csv([...columns, ...(marked === undefined ? [] : [`in_${marked.id}`])], rows)
}

/** The number of a state in a year; null where the list does not have it. */
function numberIn(stretches: WorldState['cow'], year: number): number | null {
  return stretches.find(([first, last]) => year >= first && year <= last)?.[2] ?? null
}

function isMarked({ memberYears }: NonNullable<WorldAnswer['marked']>, iso3: string, year: number): boolean {
  return memberYears[iso3]?.some(([first, last]) => year >= first && year <= last) === true
}

function existedIn({ existed }: WorldState, year: number): boolean {
  return existed.some(([first, last]) => year >= first && year <= last)
}

function page(answer: WorldAnswer, table: (columns: readonly Column[], rows: readonly (readonly string[])[]) => string): string {
  const { years, measure, states, marked } = answer
  const year = answer.latest
  const at = year === null ? -1 : years.indexOf(year)
  if (year === null) return `${lead(answer)}\n\nUnknown: ${measure.unknown}.`
  const known = states.filter(({ values }) => values[at] !== null).sort((x, y) => y.values[at]! - x.values[at]!)
  const silent = states.filter((state) => state.values[at] === null && existedIn(state, year))
  const hasInterval = known.some(({ low }) => low?.[at] != null)
  const hasCount = known.some(({ n }) => n?.[at] != null)
  const columns: Column[] = [
    { title: '', align: 'right' },
    { title: 'state' },
    { title: String(year), align: 'right' },
    ...(hasInterval ? [{ title: '90 % interval' }] : []),
    ...(hasCount ? [{ title: answer.members === undefined ? 'votes' : 'members', align: 'right' as const }] : []),
  ]
  const rows = known.map((state, place) => [
    String(place + 1),
    `${marked !== undefined && isMarked(marked, state.iso3, year) ? '* ' : ''}${state.name} (${state.iso3})`,
    formatFigure(state.values[at]!, measure.unit),
    ...(hasInterval ? [ends(state, at, measure.unit)] : []),
    ...(hasCount ? [String(state.n?.[at] ?? '')] : []),
  ])
  return [lead(answer), '', table(columns, rows), '', unknownLine(silent, measure.unknown), markLine(answer), rest(answer)]
    .filter((line) => line !== undefined)
    .join('\n')
    .trimEnd()
}

function ends({ low, high }: WorldState, at: number, unit: string): string {
  const [from, to] = [low?.[at], high?.[at]]
  return from == null || to == null ? '' : `${formatFigure(from, unit)} to ${formatFigure(to, unit)}`
}

function lead({ of, measure, heading, members }: WorldAnswer): string {
  const pooled =
    members === undefined
      ? ''
      : ` Of ${inSentence(of.name)} the ${measure.pooling} over the members of the year that have a figure, themselves left out.`
  return `${heading} (${of.iso3}).${pooled} Method: ${measure.method}. Year: ${measure.year}.`
}

function unknownLine(silent: readonly WorldState[], why: string): string | undefined {
  if (silent.length === 0) return undefined
  const names = silent.length > 12 ? '' : ` (${silent.map(({ iso3 }) => iso3).join(', ')})`
  return `Unknown for ${counted(silent.length, 'state', 'states')}${names}: ${why}.`
}

function markLine({ marked }: WorldAnswer): string | undefined {
  return marked === undefined ? undefined : `* member of ${inSentence(marked.name)} at the end of the year.`
}

function rest({ years }: WorldAnswer): string | undefined {
  return years.length > 1 ? `All years, ${years[0]} to ${years.at(-1)}: --format csv or --json.` : undefined
}
