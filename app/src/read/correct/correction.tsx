import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { verdictSigns } from '../../../../src/server/wording.ts'
import type { Answer, AnsweredClaim } from '../reading-state.ts'
import { type ClaimDraft, changesOf, draftOf, testDraft } from './claim-draft.ts'
import { ClaimForm } from './claim-form.tsx'
import { TestedClaim } from './tested-claim.tsx'

interface CorrectionProps {
  readonly claim: AnsweredClaim
  readonly number: number
  readonly answer: Answer
  readonly onClose: () => void
}

/** Shows the slots of a claim that was read, to be corrected and tested again, with the verdict as read beside that as corrected. */
export function Correction({ claim, number, answer, onClose }: CorrectionProps) {
  const start = useMemo(() => draftOf(claim), [claim])
  const tested = useSignal<{ readonly answer: Answers['check']; readonly draft: ClaimDraft } | undefined>(undefined)
  const { document, snapshot } = answer
  const asked = { date: document.date, snapshot: snapshot.id }
  return (
    <div class="correction">
      <ClaimForm
        label={`Correct claim ${number}`}
        start={start}
        submit="Test again"
        takesFocus
        test={(draft) => testDraft(draft, asked, claim)}
        onTested={(found, draft) => {
          tested.value = { answer: found, draft }
        }}
      >
        <button type="button" onClick={onClose}>
          Close
        </button>
      </ClaimForm>
      <p class="soft small">
        The slots alone are tested, not the words of the sentence. Something done is named in full: member of NATO, vote on A/RES/ES-11/1:
        against.
      </p>
      <div aria-live="polite">
        {tested.value !== undefined && <BothVerdicts claim={claim} number={number} start={start} {...tested.value} />}
      </div>
    </div>
  )
}

interface BothProps {
  readonly claim: AnsweredClaim
  readonly number: number
  readonly start: ClaimDraft
  readonly answer: Answers['check']
  readonly draft: ClaimDraft
}

function BothVerdicts({ claim: { verdict }, number, start, answer, draft }: BothProps) {
  const changes = changesOf(start, draft)
  return (
    <>
      <p>
        <b>As read:</b>{' '}
        <span class={verdict!}>
          <span class="sign">
            <span aria-hidden="true">{verdictSigns[verdict!]}</span> {verdict}
          </span>
        </span>
        .{' '}
        {changes.length === 0 ? (
          'Nothing was changed.'
        ) : (
          <>
            <b>Changed:</b> {changes.map(({ name, was, is }) => `${name.toLowerCase()} from ${was} to ${is}`).join('; ')}.
          </>
        )}
      </p>
      <TestedClaim answer={answer} number={number} version="corrected" heading="As corrected" />
    </>
  )
}
