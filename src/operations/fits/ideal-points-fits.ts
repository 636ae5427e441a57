import { type FittedPoints, fitPoints, warmFrom } from '../../assessments/votes/ideal-point-fit.ts'
import { keptPoints } from '../../assessments/votes/ideal-point-kept.ts'
import { chosenVotes, loadRecordedVotes, type RecordedVotes } from '../../assessments/votes/ideal-point-votes.ts'
import { VisavisError } from '../../errors.ts'
import { multiverse, pointsUnder, type SpecifiedPoint } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import type { Specification } from '../../measures/ideal-points/ideal-point-record.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import type { AskedIdealPoints } from '../asked/ideal-points-request.ts'
import { fitFileName, keepFit, readKept, readLast } from '../kept/kept-fits.ts'

/** A request to a record: options, last day, and where fits are cached. */
export interface AskedOfRecord extends AskedIdealPoints {
  readonly snapshot: Snapshot
  readonly last: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** A fit with its votes. */
interface Fitted {
  readonly fit: FittedPoints
  readonly evidence: readonly Evidence[]
}

const poles = { high: 'USA', low: 'RUS' }

/** The fit for a request: from the cache, where it was made from this snapshot by this code, else estimated and cached. */
export async function fitOf(asked: AskedOfRecord, specification: Specification): Promise<Fitted> {
  const { snapshot, env, posterior, seed, update } = asked
  const question = { of: 'fit', specification: asked.specification, seed: posterior ? seed : null }
  const cold = await fitFileName(question, { snapshot: snapshot.manifest.id, specification })
  // a fit started from an earlier one differs slightly from one started afresh, so they are cached under different names
  const warm = await fitFileName(question, { snapshot: snapshot.manifest.id, specification, update })
  const kept = (await readKept<Fitted>(env, cold)) ?? (update ? await readKept<Fitted>(env, warm) : undefined)
  if (kept !== undefined) return kept
  const before = update ? await readLast<Fitted>(env, question) : undefined
  const fitted = await estimated(asked, specification, before?.fit)
  await keepFit(env, before === undefined ? cold : warm, fitted)
  return fitted
}

async function estimated(asked: AskedOfRecord, specification: Specification, before: FittedPoints | undefined): Promise<Fitted> {
  const recorded = await loadRecordedVotes(asked.snapshot)
  const { ballots, evidence } = chosenVotes(recorded, specification)
  if (ballots.length === 0) throw nothingChosen(specification, recorded)
  const fit = await fitPoints({
    ...{ states: recorded.voters, ballots, prior: specification.prior, poles, threads: asked.threads },
    ...(asked.posterior ? { posteriorSeed: asked.seed } : {}),
    ...(before === undefined ? {} : { warm: warmFrom(before) }),
  })
  return { fit, evidence }
}

/**
 * Positions of a session under every specification: from the record, where it has them for exactly these votes, else from the cache, else
 * estimated and cached.
 */
export async function pointsOf(asked: AskedOfRecord, session: number): Promise<ReadonlyMap<string, readonly SpecifiedPoint[]>> {
  const { snapshot, env, last, threads } = asked
  const recorded = await loadRecordedVotes(snapshot)
  const held = (recorded.votes.at(-1)?.date ?? '') <= last ? await keptPoints(snapshot, session) : undefined
  if (held !== undefined) return held
  const name = await fitFileName({ of: 'multiverse', session }, { snapshot: snapshot.manifest.id, last })
  const kept = await readKept<Map<string, SpecifiedPoint[]>>(env, name)
  if (kept !== undefined) return kept
  const until = { ...recorded, votes: recorded.votes.filter(({ date }) => date <= last) }
  const points = new Map<string, SpecifiedPoint[]>()
  for (const named of multiverse) points.set(named.name, await pointsUnder(until, named, { only: session, threads }))
  await keepFit(env, name, points)
  return points
}

function nothingChosen({ from, to, issue, important, fromSession }: Specification, { votes }: RecordedVotes): VisavisError {
  const filters = [issue === undefined ? '' : `issue ${issue}`, important ? 'important' : ''].filter((word) => word !== '')
  const after = filters.length === 0 ? '' : ` after the filter "${filters.join(', ')}"`
  const begin = from ?? (fromSession === undefined ? undefined : `session ${fromSession}`)
  const [first, last] = [votes[0]?.date, votes.at(-1)?.date]
  return new VisavisError(
    'NoCoverage',
    `the record has no roll calls ${begin === undefined ? '' : `from ${begin} on, `}up to ${to}${after}. It covers ${first} to ${last}.`,
    { hint: 'visavis measure ideal-points CHN RUS --from 1990 --to 2025' },
  )
}
