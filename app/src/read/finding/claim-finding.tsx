import { useSignal } from '@preact/signals'
import { claimLine } from '../../../../src/server/wording.ts'
import { LazyPart } from '../lazy-part.tsx'
import { type ClaimProps, claimName } from '../reading-state.ts'

const loadDetails = () => import('./claim-details.tsx').then(({ ClaimDetails }) => ClaimDetails)

/** Shows what testing a claim found: how it was understood, the reason and the correction, with slots, values and evidence to unfold. */
export function ClaimFinding(props: ClaimProps) {
  const { why, wouldBeTrue, wouldSettle, saying } = props.claim
  return (
    <>
      <p class="soft small">Understood as {claimLine(props.claim)}.</p>
      {why !== null && <p>{why}</p>}
      {wouldBeTrue !== null && (
        <p>
          <b>What would have been true:</b> {wouldBeTrue.text}
        </p>
      )}
      {wouldSettle !== null && (
        <p>
          <b>What would settle it:</b> {wouldSettle}
        </p>
      )}
      {saying !== undefined && <p class="soft">{saying}</p>}
      <Behind {...props} />
    </>
  )
}

/** Shows values, rows and slots of a claim. They are loaded with the chart library when first unfolded. */
function Behind(props: ClaimProps) {
  const open = useSignal(false)
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        How it was understood, and what it rests on<span class="visually-hidden">: {claimName(props)}</span>
      </summary>
      {open.value && <LazyPart load={loadDetails} props={props} />}
    </details>
  )
}
