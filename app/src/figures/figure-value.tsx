import { formatFigure, intervalText, isDegenerate } from '../../../src/server/wording.ts'
import { showRows } from '../rows/rows-dialog.tsx'
import type { Estimate, PairAndDay } from './estimate.ts'

/** Shows a figure with its interval; a click or key shows source, method and rows. An unknown figure shows the reason. */
export function FigureValue({ estimate, pair }: { readonly estimate: Estimate; readonly pair: PairAndDay }) {
  if (estimate.state === 'unknown' || estimate.state === 'not-applicable')
    return (
      <span class="unknown-value" title={estimate.reason}>
        {estimate.state === 'unknown' ? 'unknown' : 'not applicable'}
      </span>
    )
  const { value, unit, interval, certainty, label, period } = estimate
  const range = interval === 'exact' ? (certainty ?? 'exact') : isDegenerate(interval) ? 'no interval' : intervalText(interval, unit)
  const shown = `${formatFigure(value, unit)}${estimate.state === 'estimated' ? ' (est.)' : ''}`
  return (
    <button
      type="button"
      class="figure-value"
      aria-label={`${label}, ${period}: ${shown} ${range}. Show source and rows`}
      onClick={() => showRows(estimate, pair)}
    >
      {shown} <span class="interval">{range}</span>
    </button>
  )
}
