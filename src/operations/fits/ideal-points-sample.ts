import { basename } from 'node:path'
import { distanceRows, type IdealPointsAnswer, type LabelledState, positionRows } from '../../assessments/votes/ideal-point-answer.ts'
import { type FittedPoints, fitPoints } from '../../assessments/votes/ideal-point-fit.ts'
import { VisavisError } from '../../errors.ts'
import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { readVoteSample } from '../../sources/un/assembly/ideal-point-vote-sample.ts'
import { cowOn, stateByCow } from '../../states/index.ts'
import type { IdealPointsRequest } from '../request/ideal-points-request.ts'
import { stateNamed } from '../request/parties.ts'

/** The states at the two ends of the dimension, the United States and Russia, by Correlates of War number. */
const poles = { high: '2', low: '365' }

/** Answers a request for ideal points from a file of votes, in which states are identified by Correlates of War number. */
export async function idealPointsFromSample(asked: IdealPointsRequest, path: string): Promise<IdealPointsAnswer> {
  const { cow, ballots } = await readVoteSample(path)
  const { specification, posterior, seed, chains, threads } = asked
  const kept = recoded(ballots, asked)
  const fit = await fitPoints({
    states: cow,
    ballots: kept,
    prior: specification.prior,
    poles,
    threads,
    ...(posterior ? { posteriorSeed: seed, chains } : {}),
  })
  const [a, b] = [asked.a, asked.b].map((name) => (name === undefined ? undefined : labelOf(name, fit, basename(path))))
  return {
    schemaVersion: 1,
    scope: a === undefined ? 'all' : b === undefined ? 'state' : 'pair',
    a: a ?? null,
    b: b ?? null,
    sample: basename(path),
    specification,
    fit: fitStatistics(fit),
    seed: posterior ? seed : null,
    snapshot: null,
    evidence: [{ source: basename(path), vintage: 'unknown', rows: 'all', count: ballots.length }],
    positions: b === undefined ? positionRows(fit, names, a) : [],
    distances: a === undefined || b === undefined ? [] : distanceRows(fit, a, b),
    rollCalls: [],
    multiverse: null,
  }
}

/** Applies to the votes of a sample those options of the request that need no record: sessions, how votes count, links and static points. */
function recoded(ballots: Awaited<ReturnType<typeof readVoteSample>>['ballots'], { specification }: IdealPointsRequest): typeof ballots {
  const { votes, link, prior, fromSession, toSession } = specification
  const asIs = votes === 'ordinal' && link === 'rules' && prior !== 'static'
  if (asIs && fromSession === undefined && toSession === undefined) return ballots
  const chosen = ballots.filter(({ session }) => session >= (fromSession ?? 0) && session <= (toSession ?? Number.POSITIVE_INFINITY))
  const last = chosen.reduce((latest, { session }) => Math.max(latest, session), 0)
  return chosen.map((ballot, i) => ({
    item: link === 'none' ? String(i) : ballot.item,
    session: prior === 'static' ? last : ballot.session,
    votes: votes === 'ordinal' ? ballot.votes : ballot.votes.replaceAll('2', votes === 'binary' ? '3' : '.'),
  }))
}

/** Returns the statistics of a fit as a whole. */
export function fitStatistics(fit: FittedPoints): IdealPointsAnswer['fit'] {
  const sessions = fit.cellSession
  return {
    ...fit.about,
    states: new Set(fit.cellState).size,
    cells: fit.theta.length,
    sessions: { from: sessions[0]!, to: sessions.at(-1)! },
  }
}

const names: LabelledState = (label, session) => ({ iso3: stateByCow(Number(label), endOf(session))?.iso3 ?? null, cow: Number(label) })

function labelOf(spelling: string, fit: FittedPoints, file: string): string {
  const state = stateNamed(spelling, endOf(fit.cellSession.at(-1)!))
  const now = cowOn(state, endOf(fit.cellSession.at(-1)!))
  const codes = [...new Set([...(now === undefined ? [] : [now]), ...state.cow.map(({ code }) => code)])].map(String)
  const found = codes.find((code) => fit.states.includes(code))
  if (found !== undefined) return found
  throw new VisavisError('NoCoverage', `${file} has no votes of ${state.name} (Correlates of War ${codes.join(', ')})`)
}

function endOf(session: number): string {
  return `${openingYear(session)}-12-31`
}
