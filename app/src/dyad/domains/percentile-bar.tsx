import { useId } from 'preact/hooks'
import { type Estimate, isKnown } from '../../figures/estimate.ts'

/** Shows a percentile on the range of all pairs, with a band for its interval. Dashed: value available, no ranking. Hatched: unknown. */
export function PercentileBar({ rank, silent }: { readonly rank: Estimate | undefined; readonly silent: boolean }) {
  const hatch = useId()
  const known = isKnown(rank) ? rank : undefined
  const interval = known === undefined || known.interval === 'exact' ? undefined : known.interval
  return (
    <svg class="percentile" height="14" width="100%" aria-hidden="true">
      {silent ? (
        <>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6L6 0" class="hatching" />
          </pattern>
          <rect class="unknown" x="0" y="3" width="100%" height="8" fill={`url(#${hatch})`} />
        </>
      ) : (
        <line class={known === undefined ? 'untold' : 'track'} x1="0" x2="100%" y1="7" y2="7" />
      )}
      {interval !== undefined && (
        <rect class="band" x={`${interval.low}%`} width={`${Math.max(0.5, interval.high - interval.low)}%`} y="3" height="8" />
      )}
      {known !== undefined && <circle class="level" cx={`${known.value}%`} cy="7" r="5" />}
    </svg>
  )
}
