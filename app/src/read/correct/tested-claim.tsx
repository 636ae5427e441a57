import type { Answers } from '../../../../src/server/answer-types.ts'
import { answerWords, verdictSigns } from '../../../../src/server/wording.ts'
import { ClaimFinding } from '../finding/claim-finding.tsx'
import type { ClaimProps } from '../reading-state.ts'
import { asRead } from './claim-draft.ts'

interface TestedProps {
  readonly answer: Answers['check']
  readonly number: number
  readonly version: NonNullable<ClaimProps['version']>
  readonly heading: string
}

/** Shows the verdict on a claim that was put together or corrected by hand, as the cards of a text show theirs. */
export function TestedClaim({ answer, number, version, heading }: TestedProps) {
  const [first] = answer.claims
  if (first === undefined) return null
  const claim = asRead(first)
  const { verdict } = claim
  return (
    <section class={`card claim-card ${verdict ?? 'unverifiable'}`} aria-label={heading}>
      <h4>
        {heading}:{' '}
        <span class="sign">
          <span aria-hidden="true">{verdict === null ? '' : verdictSigns[verdict]}</span> {verdict ?? answerWords[claim.answer]}
        </span>
      </h4>
      <ClaimFinding claim={claim} number={number} answer={answer} version={version} />
    </section>
  )
}
