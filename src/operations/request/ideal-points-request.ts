import { VisavisError } from '../../errors.ts'
import type { Specification } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { Input } from './operation.ts'
import { optionName } from './option-name.ts'
import { requestedPeriod } from './period.ts'

/** A request for ideal points, validated before any data are read. */
export interface IdealPointsRequest {
  readonly a: string | undefined
  readonly b: string | undefined
  readonly sample: string | undefined
  readonly specification: Specification
  readonly divisive: number | undefined
  readonly multiverse: boolean
  readonly session: number | undefined
  readonly posterior: boolean
  readonly seed: number
  readonly chains: number
  readonly threads: number | undefined
  readonly update: boolean
}

const hint = 'visavis measure ideal-points --help'

/** Chains of a posterior unless others are asked for. */
export const usualChains = 2

/** Names of options that apply to the record only, so that they are refused together with a sample file. */
const recordOptions = ['from', 'to', 'issue', 'important', 'divisive', 'multiverse', 'session', 'update', 'asOf', 'snapshot']

export function parseIdealPointsRequest(input: Input): IdealPointsRequest {
  const asked = { a: input['a'] as string | undefined, b: input['b'] as string | undefined, sample: input['sample'] as string | undefined }
  const given = recordOptions.find((name) => input[name] !== undefined && input[name] !== false)
  if (asked.sample !== undefined && given !== undefined)
    throw usageError(`--${given === 'asOf' ? 'as-of' : given} chooses among the votes of the record; a sample file has been chosen already`)
  if (input['divisive'] !== undefined && asked.a !== undefined && asked.b === undefined)
    throw usageError('--divisive is about all states or about two: one state divides nobody')
  const multiverse = input['multiverse'] === true
  if (multiverse && (asked.b === undefined || input['divisive'] !== undefined))
    throw usageError('--multiverse is about the distance of two states, and nothing else: give two')
  if (input['session'] !== undefined && !multiverse)
    throw usageError('--session goes with --multiverse; a window is asked for by --from-session')
  const own = ['issue', 'important', 'from', 'to', 'fromSession', 'toSession', 'posterior'].find((name) => input[name] !== undefined)
  if (multiverse && own !== undefined) throw usageError(`--multiverse runs through the choices itself: leave ${optionName(own)} away`)
  return {
    ...asked,
    specification: specificationOf(input),
    divisive: input['divisive'] as number | undefined,
    multiverse,
    session: input['session'] as number | undefined,
    posterior: input['posterior'] === true,
    seed: input['seed'] as number,
    chains: input['chains'] as number,
    threads: input['threads'] as number | undefined,
    update: input['update'] === true,
  }
}

function specificationOf(input: Input): Specification {
  const window = requestedPeriod(input['from'] as string | undefined, input['to'] as string | undefined)
  const [fromSession, toSession] = [input['fromSession'] as number | undefined, input['toSession'] as number | undefined]
  if (fromSession !== undefined && toSession !== undefined && toSession < fromSession)
    throw usageError(`the window ends before it begins: from session ${fromSession} to ${toSession}`)
  return {
    ...window,
    fromSession,
    toSession,
    issue: input['issue'] as string | undefined,
    important: input['important'] === true ? true : undefined,
    paragraphs: input['paragraphs'] as Specification['paragraphs'],
    votes: input['votes'] as Specification['votes'],
    link: input['link'] as Specification['link'],
    prior: input['prior'] === 'random-walk' ? 'random walk' : (input['prior'] as Specification['prior']),
  }
}

function usageError(message: string): VisavisError {
  return new VisavisError('Usage', message, { hint })
}
