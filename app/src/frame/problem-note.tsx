import type { Problem } from '../../../src/server/answer-types.ts'
import { isServerAway, retryOf } from '../api/retry.ts'

/** Shows an error message in place of an answer, with a retry button if a retry may help. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const again = retryOf(problem)
  return (
    <div class="problem" role="alert">
      <strong>{problem.title}.</strong> {problem.detail}
      {problem.hint !== undefined && (
        <div class="small">
          {problem.hint.startsWith('visavis ') ? 'On the command line' : 'Try'}: <code>{problem.hint}</code>
        </div>
      )}
      {again !== undefined && (
        <div class="row">
          <button type="button" onClick={again}>
            Ask again
          </button>
          {isServerAway(problem) && <span class="small">It is asked again by itself every two seconds.</span>}
        </div>
      )}
    </div>
  )
}
