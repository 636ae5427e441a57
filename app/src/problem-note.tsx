import type { Problem } from '../../src/server/answer-types.ts'

/** What went wrong and what to do, where an answer should stand. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  return (
    <div class="problem" role="alert">
      <strong>{problem.title}.</strong> {problem.detail}
      {problem.hint !== undefined && (
        <div class="small">
          Try: <code>{problem.hint}</code>
        </div>
      )}
    </div>
  )
}
