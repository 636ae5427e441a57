import type { KnownEstimate } from '../../figures/estimate.ts'

/** Shows a percentile on the range of all pairs, with a band for its interval. */
export function PercentileBar({ rank: { value, interval } }: { readonly rank: KnownEstimate }) {
  return (
    <svg class="percentile" height="14" width="100%" aria-hidden="true">
      <line class="track" x1="0" x2="100%" y1="7" y2="7" />
      {interval !== 'exact' && (
        <rect class="band" x={`${interval.low}%`} width={`${Math.max(0.5, interval.high - interval.low)}%`} y="3" height="8" />
      )}
      <circle class="level" cx={`${value}%`} cy="7" r="5" />
    </svg>
  )
}
