import { figuresOf } from '../../memory/index.ts'
import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { isPastYear } from '../forms/past-years.ts'
import { formatFigure, formatPercentile, formatShare, inSentence } from '../forms/wording.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { type Direction, directionsOf, figureBeside, type LevelFound, levelFound, observationsBehind } from '../record/memory-level.ts'

const indicator = 'direct-investment-stock'

/** What firms of one side own in the other at the end of a year. */
interface Position extends LevelFound {
  readonly direction: Direction
}

/** Returns the stocks of direct investment of each side in the other, with place, change, and share of all in the host and of the investor. */
export async function directInvestment(
  bench: DomainInputs,
): Promise<Pick<TableFindings, 'sentences'> & { readonly estimates: readonly Known[]; readonly ways: ReadonlySet<string> }> {
  const { snapshot, dyad } = bench
  const memory = await figuresOf(snapshot, dyad.a.iso3, dyad.b.iso3)
  const found = directionsOf(bench).flatMap((direction): Position[] => {
    const position = levelFound(bench, memory, indicator, direction)
    if (position === undefined) return []
    const { from, to } = direction
    const shares = (['host', 'investor'] as const).flatMap((side) => {
      const ends =
        side === 'host'
          ? `from_id in ('${from.iso3}', 'WLD') and to_id = '${to.iso3}'`
          : `from_id = '${from.iso3}' and to_id in ('${to.iso3}', 'WLD')`
      return figureBeside(bench, memory, `direct-investment-share-${side}`, direction, (row) => [
        observationsBehind(row, [indicator], `reporter = '${row.reporter}' and ${ends}`),
      ])
    })
    return [{ ...position, direction, beside: [...position.beside, ...shares] }]
  })
  return {
    estimates: found.flatMap(({ level, beside }) => [level, ...beside]),
    sentences: [...found].sort((x, y) => lateness(bench, x) - lateness(bench, y) || y.level.value - x.level.value).map(sentenceOf),
    ways: new Set(found.map(({ direction }) => direction.way)),
  }
}

/** A stock of a year long past comes after one of the present, however large. */
function lateness({ dyad: { to } }: DomainInputs, { row }: Position): number {
  return Number(isPastYear(row.year, to))
}

function sentenceOf({ direction: { from, to, way }, row: { year }, level, beside }: Position): string {
  const [one, other] = [inSentence(from.name), inSentence(to.name)]
  if (level.value === 0 && (level.interval === 'exact' || level.interval.high === 0))
    return `Direct investment of ${one} in ${other}: none is reported (IMF, ${year}).`
  // a share by the other side's report may be of another year
  const known = (what: string): Known | undefined => beside.find(({ id, period }) => id === what && period === level.period)
  const [rank, share] = [known(`${level.id}.percentile`), known(`direct-investment-share-host-${way}`)]
  const spread =
    level.interval === 'exact'
      ? ''
      : ` (reports from ${formatFigure(level.interval.low, level.unit)} to ${formatFigure(level.interval.high, level.unit)})`
  const part = share === undefined || share.value < 0.001 ? '' : `, ${formatShare(share.value)} of all in ${other}`
  const place = rank === undefined ? '' : `, above ${formatPercentile(rank.value)} % of the pairs that have any`
  const below = level.value < 0 ? ': below zero, since loans repaid and losses can exceed the capital put in' : ''
  return `At the end of ${year} direct investment of ${one} in ${other} stood at ${formatFigure(level.value, level.unit)}${spread}${part}${place}${below}.`
}
