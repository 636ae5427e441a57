import { useSignal } from '@preact/signals'
import type { Problem } from '../../../src/server/answer-types.ts'
import { postRequest, RequestFailed, requestUrl } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import type { Assessment } from './assessment-values.ts'

const forms = [
  ['html', 'Report'],
  ['md', 'Markdown'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['zip', 'Zip of all data'],
] as const

/** Shows the downloads of the assessment, a button that saves it for a later comparison, and further links. */
export function AssessmentDownloads({ assessment, to }: { readonly assessment: Assessment; readonly to: string | undefined }) {
  const { a, b } = assessment
  const asked = { a: a.iso3, b: b.iso3, to }
  return (
    <div class="take-away row no-print">
      <span class="soft">Take away</span>
      {forms.map(([format, name]) => (
        <a
          key={format}
          class="button small"
          href={requestUrl('assess', asked, format)}
          download={`${a.iso3}-${b.iso3}-${assessment.to}.${format}`}
        >
          {name}
        </a>
      ))}
      <SaveAssessment assessment={assessment} to={to} />
      <a class="small" href={urlOf('dyad', [b.iso3, a.iso3], { to })}>
        Swap sides
      </a>
      <a class="small" href={urlOf('compare', [], { pairs: `${a.iso3}-${b.iso3}` })}>
        Compare with other pairs
      </a>
    </div>
  )
}

/** A button that saves the assessment to the user's store, for comparison with a later one. */
function SaveAssessment({ assessment, to }: { readonly assessment: Assessment; readonly to: string | undefined }) {
  const { a, b } = assessment
  const kept = useSignal<string | undefined>(undefined)
  const problem = useSignal<Problem | undefined>(undefined)
  const keep = async (): Promise<void> => {
    problem.value = undefined
    try {
      await postRequest('assess', { a: a.iso3, b: b.iso3, to, save: true }, () => undefined)
      kept.value = `${a.iso3} ${b.iso3}`
    } catch (thrown) {
      if (thrown instanceof RequestFailed) problem.value = thrown.problem
      else throw thrown
    }
  }
  return (
    <>
      <button type="button" class="small" onClick={() => void keep()}>
        Keep
      </button>
      <span role="status" class="small">
        {kept.value === `${a.iso3} ${b.iso3}` && (
          <>
            Kept. Later <code>visavis diff {kept.value}</code> tells what changed.
          </>
        )}
      </span>
      {problem.value !== undefined && <ProblemNote problem={problem.value} />}
    </>
  )
}
