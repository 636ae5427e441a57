import type { Columns } from '../../store/cells.ts'
import { negligibleAmount } from './doubt-limits.ts'

/** A size of a state that is far from its neighbours: its row, and the figure before or after it that is nearer in size. */
interface OutlyingFigure {
  readonly row: number
  readonly beside: number
}

/** Two figures of one series are neighbours if their periods begin at most this many milliseconds apart. */
const neighbourGap = 400 * 86_400_000

/**
 * Finds outliers among the sizes of states (figures without a partner): figures that are more than `times` both the figure of the year before and that of the
 * year after, or less than the inverse fraction of both. Flows between two states vary more, and are not checked.
 */
export function outlyingFigures(observations: Columns, times: number): OutlyingFigure[] {
  const series = new Map<string, number[]>()
  const [indicators, units, froms, tos] = ['indicator', 'unit', 'from_id', 'to_id'].map((name) => observations[name]!)
  for (const [row, to] of tos!.entries()) {
    if (to !== null || negligibleAmount(units![row] as string) === 0) continue
    const of = `${indicators![row]}|${froms![row]}|${units![row]}`
    const rows = series.get(of)
    if (rows === undefined) series.set(of, [row])
    else rows.push(row)
  }
  const starts = observations['start_date'] as readonly string[]
  return [...series.values()].flatMap((rows) =>
    outliersIn(
      rows.sort((a, b) => (starts[a]! < starts[b]! ? -1 : 1)),
      observations,
      times,
    ),
  )
}

function outliersIn(rows: readonly number[], observations: Columns, times: number): OutlyingFigure[] {
  const value = (row: number): number => observations['value']![row] as number
  const day = (row: number): number => Date.parse(observations['start_date']![row] as string)
  return rows.flatMap((row, i): OutlyingFigure[] => {
    const [before, after] = [rows[i - 1], rows[i + 1]]
    if (before === undefined || after === undefined || day(row) - day(before) > neighbourGap || day(after) - day(row) > neighbourGap)
      return []
    const [low, high] = [Math.min(value(before), value(after)), Math.max(value(before), value(after))]
    if (Math.max(value(row), low) <= negligibleAmount(observations['unit']![row] as string) || low <= 0) return []
    if (value(row) > high * times) return [{ row, beside: high }]
    return value(row) !== 0 && value(row) < low / times ? [{ row, beside: low }] : []
  })
}
