import { z } from 'zod'
import { VisavisError } from '../../errors.ts'
import type { GravityAnswer } from '../../reports/gravity/gravity-answer.ts'
import type { EffectEstimate, EstimateOrigin } from '../../scenarios/shocks/estimated-effects.ts'
import { gravityOperation } from '../gravity/gravity.ts'
import { readSource } from '../reading/read-source.ts'
import { checkInput } from '../request/input-schema.ts'
import type { Context, Input } from '../request/operation.ts'

/** What is read of an answer of `visavis gravity --json`. */
const estimateSchema = z.object({
  file: z.string().optional(),
  terms: z.array(z.object({ name: z.string(), estimate: z.number().nullable() })).min(1),
  covariance: z.array(z.array(z.number())),
})

interface EstimatedTerms {
  readonly terms: readonly { readonly name: string; readonly estimate: number | null }[]
  readonly covariance: readonly (readonly number[])[]
}

/**
 * Returns the estimate that a scenario names: an answer of `visavis gravity --json` (`--gravity FILE`), or that of the record's own panel. Terms that were left out there have
 * no coefficient.
 *
 * @throws VisavisError Usage without a file; BadInput for a file that is no such answer
 */
export async function gravityEstimate(origin: EstimateOrigin, input: Input, context: Context): Promise<EffectEstimate> {
  if (origin === 'record') {
    const { run } = await gravityOperation.load()
    const asked = Object.fromEntries(['asOf', 'snapshot'].flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])))
    const answer = (await run(checkInput(gravityOperation, { ...asked, record: true }), context)) as GravityAnswer
    return estimateOf(answer, 'the gravity equation of the record (visavis gravity --record)')
  }
  const file = input['gravity'] as string | undefined
  if (file === undefined)
    throw new VisavisError('Usage', 'the scenario has estimate: gravity, so give the answer of a gravity equation: --gravity FILE', {
      hint: 'visavis gravity panel.csv --regressors rta --json -o estimate.json',
    })
  const { bytes, name } = await readSource(file, context, 'scenario')
  return estimateOf(parsed(new TextDecoder().decode(bytes), name), name)
}

function parsed(text: string, name: string): EstimatedTerms {
  const hint = 'visavis gravity panel.csv --regressors rta --json -o estimate.json'
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    throw new VisavisError('BadInput', `gravity: ${name} is not JSON.`, { hint, cause })
  }
  const found = estimateSchema.safeParse(raw)
  if (found.success) return found.data
  const issue = found.error.issues[0]!
  throw new VisavisError(
    'BadInput',
    `gravity: ${name} is no answer of visavis gravity --json: ${issue.path.join('.') || 'its top'}: ${issue.message}.`,
    {
      hint,
    },
  )
}

function estimateOf({ terms, covariance }: EstimatedTerms, source: string): EffectEstimate {
  const kept = terms.filter(({ estimate }) => estimate !== null)
  if (covariance.length !== kept.length || covariance.some((row) => row.length !== kept.length))
    throw new VisavisError('BadInput', `gravity: ${source} has ${kept.length} estimates and a covariance of ${covariance.length} rows.`)
  return { terms: kept.map(({ name }) => name), coefficients: kept.map(({ estimate }) => estimate!), covariance, source }
}
