import { useComputed, useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { claimLine, verdictSigns } from '../../../src/server/wording.ts'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { currentClaim } from './claim-navigation.ts'
import { evidenceOf, showClaimRows } from './claim-rows.tsx'
import type { ClaimProps } from './reading-state.ts'

/** Shows the card of a claim: verdict, reason and correction, with slots, values and evidence to unfold. */
export function ClaimCard({ claim, number, answer }: ClaimProps) {
  const { verdict, why, wouldBeTrue, wouldSettle, saying, sentence, start, end } = claim
  const current = useComputed(() => currentClaim.value === number).value
  const said = shortened(sentence.slice(start, end).trim())
  return (
    <article
      id={`claim-${number}`}
      class={`card claim-card ${verdict}${current ? ' current' : ''}`}
      tabIndex={-1}
      aria-labelledby={`claim-${number}-heading`}
    >
      <h3 id={`claim-${number}-heading`}>
        <span class="sign">
          <span aria-hidden="true">{verdictSigns[verdict!]}</span> {number} {verdict}
        </span>
        {said !== '' && (
          <span class="soft">
            : “<bdi>{said}</bdi>”
          </span>
        )}
      </h3>
      <p class="soft small">Understood as {claimLine(claim)}.</p>
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
      <Behind claim={claim} number={number} answer={answer} />
      <p class="back small no-print">
        <a href={`#mark-${number}`}>
          Back to the words<span class="visually-hidden"> of claim {number}</span>
        </a>
        {evidenceOf(claim).length > 0 && (
          <button type="button" class="small show-rows" aria-haspopup="dialog" onClick={() => showClaimRows(number)}>
            Rows behind it<span class="visually-hidden">: claim {number}</span>
          </button>
        )}
      </p>
    </article>
  )
}

/** Shows values, rows and slots of a claim. They are loaded with the chart library when first unfolded. */
function Behind(props: ClaimProps) {
  const found = useSignal<ComponentType<ClaimProps> | undefined>(undefined)
  const failed = useSignal(false)
  const open = useSignal(false)
  const load = (): void => {
    import('./claim-details.tsx').then(
      ({ ClaimDetails }) => {
        found.value = ClaimDetails
      },
      () => {
        failed.value = true
      },
    )
  }
  const Component = found.value
  return (
    <details
      onToggle={(event) => {
        open.value = event.currentTarget.open
        if (open.value) load()
      }}
    >
      <summary>
        How it was understood, and what it rests on<span class="visually-hidden">: claim {props.number}</span>
      </summary>
      {failed.value && <NotLoaded what="This" />}
      {open.value && Component !== undefined && <Component {...props} />}
    </details>
  )
}

function shortened(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 89)}…`
}
