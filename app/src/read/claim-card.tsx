import { useComputed, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { verdictSigns } from '../../../src/server/wording.ts'
import { currentClaim } from './claim-navigation.ts'
import { evidenceOf, showClaimRows } from './claim-rows.tsx'
import { ClaimFinding } from './finding/claim-finding.tsx'
import { LazyPart } from './lazy-part.tsx'
import type { Answer, AnsweredClaim } from './reading-state.ts'

interface CardProps {
  readonly claim: AnsweredClaim
  readonly number: number
  readonly answer: Answer
}

const loadCorrection = () => import('./correct/correction.tsx').then(({ Correction }) => Correction)

/** Shows the card of a claim: verdict, reason and correction, with slots, values and evidence to unfold. */
export function ClaimCard({ claim, number, answer }: CardProps) {
  const { verdict, sentence, start, end } = claim
  const isCorrecting = useSignal(false)
  const corrects = useRef<HTMLButtonElement>(null)
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
      <ClaimFinding claim={claim} number={number} answer={answer} />
      <p class="back small no-print">
        <a href={`#mark-${number}`}>
          Back to the words<span class="visually-hidden"> of claim {number}</span>
        </a>
        {evidenceOf(claim).length > 0 && (
          <button type="button" class="small show-rows" aria-haspopup="dialog" onClick={() => showClaimRows(number)}>
            Rows behind it<span class="visually-hidden">: claim {number}</span>
          </button>
        )}
        <button
          ref={corrects}
          type="button"
          class="small"
          aria-expanded={isCorrecting.value}
          onClick={() => (isCorrecting.value = !isCorrecting.value)}
        >
          Correct and test again<span class="visually-hidden">: claim {number}</span>
        </button>
      </p>
      {isCorrecting.value && (
        <LazyPart
          load={loadCorrection}
          props={{
            ...{ claim, number, answer },
            onClose: () => {
              isCorrecting.value = false
              corrects.current?.focus()
            },
          }}
        />
      )}
    </article>
  )
}

function shortened(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 89)}…`
}
