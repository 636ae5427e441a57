import type { Answers } from '../../operations/answer-types.ts'
import type { CachedAnswer } from '../answer-cache.ts'
import { answerAsJson } from '../operation-routes.ts'
import { bodyOf } from '../respond.ts'
import type { ServerState } from '../server-state.ts'

/**
 * Returns the parties in the path of a pair's page; undefined for any other path. A segment with an invalid encoding stays as it is, and no party has such a name.
 *
 * @example pairOfPath('/dyad/CHN/RUS')   // { a: 'CHN', b: 'RUS' }
 */
export function pairOfPath(path: string): { a: string; b: string } | undefined {
  const [view, a, b, more] = path.split('/').filter(Boolean).map(decodedSegment)
  return view !== 'dyad' || a === undefined || b === undefined || more !== undefined ? undefined : { a, b }
}

function decodedSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

interface Pair {
  readonly a: string
  readonly b: string
  readonly to?: string
}

/** Short values made from assessments, as long as the answer is kept. */
const made = new WeakMap<CachedAnswer, Map<string, unknown>>()

/**
 * Assesses a pair for a page and returns what `make` makes of it, such as a sentence. It is made once for each answer.
 *
 * @param name   names what is made
 * @throws as the operation `assess` does
 */
export async function fromAssessment<T>(
  pair: Pair,
  { name, make }: { readonly name: string; readonly make: (assessment: Answers['assess']) => T },
  workbench: ServerState,
  signal: AbortSignal,
): Promise<T> {
  const answer = await answerFor('assess', pair, workbench, signal)
  const own = made.get(answer) ?? new Map<string, unknown>()
  made.set(answer, own)
  if (!own.has(name)) own.set(name, make(await parsed<Answers['assess']>(answer)))
  return own.get(name) as T
}

/** A question on a pair. */
type OfPair = 'assess' | 'ledger' | 'stakeholders'

/**
 * Answers a question on a pair, from the cache or for it.
 *
 * @throws as the operation does
 */
export async function answerOfPair<Name extends OfPair>(
  operation: Name,
  pair: Pair,
  workbench: ServerState,
  signal: AbortSignal,
): Promise<Answers[Name]> {
  return parsed<Answers[Name]>(await answerFor(operation, pair, workbench, signal))
}

async function answerFor(operation: OfPair, pair: Pair, workbench: ServerState, signal: AbortSignal): Promise<CachedAnswer> {
  const record = await workbench.found.of({}, workbench.today())
  return answerAsJson({ operation, inputs: { ...pair } }, record, workbench, signal)
}

async function parsed<T>(answer: CachedAnswer): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await bodyOf(answer, undefined))) as T
}
