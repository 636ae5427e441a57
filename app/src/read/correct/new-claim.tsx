import { useSignal } from '@preact/signals'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { emptyDraft, testDraft } from './claim-draft.ts'
import { ClaimForm } from './claim-form.tsx'
import { TestedClaim } from './tested-claim.tsx'

/** Shows a form in which one claim is put together and tested, without a text. */
export function NewClaim() {
  const tested = useSignal<Answers['check'] | undefined>(undefined)
  return (
    <>
      <ClaimForm
        label="One claim"
        start={emptyDraft}
        submit="Test the claim"
        test={(draft) => testDraft(draft, {})}
        onTested={(answer) => {
          tested.value = answer
        }}
      />
      <div aria-live="polite">
        {tested.value !== undefined && <TestedClaim answer={tested.value} number={1} version="given" heading="The claim" />}
      </div>
    </>
  )
}
