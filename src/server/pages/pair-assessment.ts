import type { CachedAnswer } from '../answer-cache.ts'
import { answerAsJson } from '../operation-routes.ts'
import { bodyOf } from '../respond.ts'
import type { ServerState } from '../server-state.ts'

/** Values made from assessments, as long as the answer is kept. */
const made = new WeakMap<CachedAnswer, Map<string, unknown>>()

/**
 * Assesses a pair for a page, from the cache or for it, and returns what `make` makes of it. It is made once for each answer.
 *
 * @param name   names what is made
 * @throws as the operation `assess` does
 */
export async function fromAssessment<T>(
  pair: { readonly a: string; readonly b: string; readonly to?: string },
  { name, make }: { readonly name: string; readonly make: (assessment: never) => Promise<T> | T },
  workbench: ServerState,
  signal: AbortSignal,
): Promise<T> {
  const record = await workbench.found.of({}, workbench.today())
  const answer = await answerAsJson({ operation: 'assess', inputs: pair }, record, workbench, signal)
  const own = made.get(answer) ?? new Map<string, unknown>()
  made.set(answer, own)
  if (!own.has(name)) {
    const assessment = JSON.parse(new TextDecoder().decode(await bodyOf(answer, undefined))) as never
    own.set(name, await make(assessment))
  }
  return own.get(name) as T
}
