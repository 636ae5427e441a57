import { figureSources } from '../../assessments/forms/figure-sources.ts'
import { communityResamples } from '../../assessments/votes/communities.ts'
import { positionRows } from '../../assessments/votes/ideal-point-answer.ts'
import { VisavisError } from '../../errors.ts'
import { randomStream } from '../../numeric/random.ts'
import { normalDraws } from '../../numeric/random-normal.ts'
import type { AlignmentQuestion, MeasuredAlignment } from '../../scenarios/shocks/alignment.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { cachedOrNewFit } from '../fits/ideal-points-fits.ts'
import { parseIdealPointsRequest } from '../request/ideal-points-request.ts'
import type { Context } from '../request/operation.ts'

/**
 * Measures how states vote, for a scenario whose blocs are drawn: the communities of each resample of the roll calls, as `visavis communities` finds them, or positions
 * drawn from the normal distributions of `visavis measure ideal-points`.
 *
 * @param last   no votes after this day are used
 * @throws VisavisError NoCoverage for years with fewer than ten roll calls
 */
export async function measureAlignment(
  question: AlignmentQuestion,
  { snapshot, context, last }: { readonly snapshot: Snapshot; readonly context: Context; readonly last: string },
): Promise<MeasuredAlignment> {
  return question.measure === 'communities'
    ? communities(question, snapshot, context, last)
    : idealPoints(question, snapshot, context, last)
}

async function communities(question: AlignmentQuestion, snapshot: Snapshot, context: Context, to: string): Promise<MeasuredAlignment> {
  const onDone = (done: number): void => context.onCount?.('resamples', done, question.resamples)
  const found = await communityResamples(snapshot, { ...question, to }, { onDone, signal: context.signal })
  const { taken, partitions, rollCalls, evidence } = found
  return { ...question, rollCalls, states: taken.map(({ iso3 }) => iso3), drawn: partitions, sources: sourcesOf(snapshot, evidence) }
}

async function idealPoints(question: AlignmentQuestion, snapshot: Snapshot, context: Context, last: string): Promise<MeasuredAlignment> {
  const { from, until, resamples, seed } = question
  const end = `${until}-12-31` < last ? `${until}-12-31` : last
  const defaults = { paragraphs: 'before-1990', votes: 'ordinal', link: 'rules', prior: 'bailey-strezhnev-voeten', seed }
  const asked = parseIdealPointsRequest({ ...defaults, from: String(from), to: end })
  const specification = { ...asked.specification, to: end }
  const { fit, evidence } = await cachedOrNewFit({ ...asked, last: end, snapshot, env: context.env }, specification)
  const places = placesOf(
    positionRows(fit, (iso3) => ({ iso3, cow: null })),
    fit.about.rollCalls,
  )
  if (places.length === 0)
    throw new VisavisError('NoCoverage', `the record has no votes from ${from} to ${until} from which positions can be estimated`)
  const drawn = Array.from({ length: resamples }, (_, k) => {
    const draw = normalDraws(randomStream(seed, 'alignment', k))
    return Float64Array.from(places, ({ mean, sd }) => mean + sd * draw())
  })
  return {
    ...question,
    rollCalls: fit.about.rollCalls,
    states: places.map(({ iso3 }) => iso3),
    drawn,
    sources: sourcesOf(snapshot, evidence),
  }
}

interface Place {
  readonly iso3: string
  readonly mean: number
  readonly sd: number
}

/** The position of each state over the sessions, weighted by its votes; errors of its sessions are taken to be the same error, which is the widest case. */
function placesOf(rows: ReturnType<typeof positionRows>, rollCalls: number): Place[] {
  const byState = new Map<string, { votes: number; sum: number; sd: number }>()
  for (const { iso3, votes, theta, sd } of rows) {
    if (iso3 === null) continue
    const so = byState.get(iso3) ?? { votes: 0, sum: 0, sd: 0 }
    byState.set(iso3, { votes: so.votes + votes, sum: so.sum + votes * theta, sd: so.sd + votes * sd })
  }
  return [...byState]
    .filter(([, { votes }]) => votes >= rollCalls / 2)
    .map(([iso3, { votes, sum, sd }]) => ({ iso3, mean: sum / votes, sd: sd / votes }))
}

function sourcesOf(snapshot: Snapshot, evidence: readonly Evidence[]): MeasuredAlignment['sources'] {
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  return figureSources(evidence, cards).map(({ id, title, vintage }) => ({ id, title, vintage }))
}
