import { intervalText, isDegenerate, signed } from '../../../../src/server/wording.ts'
import { type Estimate, isKnown, type KnownEstimate, type PairAndDay } from '../../figures/estimate.ts'
import { showRows } from '../../rows/rows-dialog.tsx'
import { periodText } from '../assessment-values.ts'

/** Shows a signed change with its interval, for shares in percentage points. A click or key shows the sources. */
export function ChangeValue({
  estimate,
  pair,
  level,
}: {
  readonly estimate: Estimate
  readonly pair: PairAndDay
  readonly level: Estimate
}) {
  if (!isKnown(estimate)) return <span class="unknown-value">unknown</span>
  const range = rangeOf(estimate)
  const value = points(signed(estimate.value, estimate.unit), estimate.unit)
  // a change that does not end in the period of the figure states its own years
  const span = estimate.period.endsWith(level.period) ? '' : `, ${periodText(estimate.period)}`
  return (
    <button
      type="button"
      class="figure-value"
      aria-label={`${estimate.label}, ${periodText(estimate.period)}: ${value}${range === '' ? '' : ` ${range}`}${span}. Show source and rows`}
      onClick={() => showRows(estimate, pair)}
    >
      {value} {range !== '' && <span class="interval">{range}</span>}
      {span}
    </button>
  )
}

function rangeOf({ interval, unit }: KnownEstimate): string {
  return interval === 'exact' || isDegenerate(interval) ? '' : points(intervalText(interval, unit), unit)
}

function points(text: string, unit: string): string {
  return unit === 'share' ? text.replaceAll(' %', ' pp') : text
}
