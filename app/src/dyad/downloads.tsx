import { useSignal } from '@preact/signals'
import type { Problem } from '../../../src/server/answer-types.ts'
import { postRequest, RequestFailed, requestUrl } from '../api/client.ts'
import { Menu } from '../frame/menu.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import type { Assessment } from './assessment-values.ts'

const forms = [
  ['html', 'Report (HTML)'],
  ['md', 'Markdown'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['zip', 'Zip of all data'],
] as const

/** Shows one menu with the downloads of the assessment and a button that saves it, and the links to the swapped pair and to a comparison. */
export function AssessmentDownloads({ assessment, to }: { readonly assessment: Assessment; readonly to: string | undefined }) {
  const { a, b } = assessment
  const asked = { a: a.iso3, b: b.iso3, to }
  return (
    <>
      <Menu label="Download" class="page-files">
        {forms.map(([format, name]) => (
          <a
            key={format}
            data-choice
            href={requestUrl('assess', asked, format)}
            download={`${a.iso3}-${b.iso3}-${assessment.to}.${format}`}
          >
            {name}
          </a>
        ))}
        <SaveAssessment assessment={assessment} to={to} />
      </Menu>
      <a class="button small" href={urlOf('dyad', [b.iso3, a.iso3], { to })}>
        Swap
      </a>
      <a class="button small" href={urlOf('compare', [], { pairs: `${a.iso3}-${b.iso3}` })}>
        Compare
      </a>
    </>
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
      <button type="button" onClick={() => void keep()}>
        Keep for a later comparison
      </button>
      <span role="status" class="small">
        {kept.value === `${a.iso3} ${b.iso3}` && (
          <>
            Kept. Later <code>visavis diff {kept.value}</code> shows what changed.
          </>
        )}
      </span>
      {problem.value !== undefined && <ProblemNote problem={problem.value} />}
    </>
  )
}
