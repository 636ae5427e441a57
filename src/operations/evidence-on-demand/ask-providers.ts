import { VisavisError } from '../../errors.ts'
import { NothingAtAddress, nobodyAnswered } from '../../sources/download/download-failure.ts'
import { downloadCacheFolder, withReaderNames } from '../../sources/fetching/cached-file-names.ts'
import { type FetchedFileOnDisk, type FetchOptions, fetchedProvenance, fetchFile } from '../../sources/fetching/fetch-files.ts'
import { checkIsAbout, type SeriesRequest, seriesAddress, seriesFile } from '../../sources/fetching/series-request.ts'
import { readers } from '../../sources/index.ts'
import type { LoadedReader } from '../../sources/reader/reader.ts'
import type { Session } from '../../store/session.ts'
import type { Context } from '../request/operation.ts'
import { interruptibly } from '../storage/interruptible-downloads.ts'
import { type StoredAnswers, storeAnswers } from '../storage/new-answers.ts'
import type { AskedSeries, PullReport } from './pull-report.ts'

/** At most so many requests are made for one answer. */
export const mostRequests = 8

/** A user waits for the answer: one more attempt, and no long wait. What fails can be asked for again later. */
const patience = { attempts: 2, longestWait: 30_000, timeout: 45_000 } as const

/** After so many hosts of which none answered at all, there is no network. */
const silentHosts = 2

/** What has gone wrong in this run, by host. */
interface Run {
  readonly turnedAway: Set<string>
  readonly silent: Set<string>
}

/** A request with its outcome, and the file if its answer passed. */
interface Answer {
  readonly asked: AskedSeries
  readonly loaded: LoadedReader
  readonly got: FetchedFileOnDisk | undefined
}

/**
 * Asks the providers for series, one after the other, and stores every answer that passes as one new snapshot. An answer is checked for its form, for being
 * about what was asked, and as `visavis add` checks an edition. What a provider was asked today already is not asked again. A provider that fails does not
 * stop the others.
 *
 * @param into   the snapshot to add to; undefined: the newest one
 * @throws Interrupted; every other failure is in the report
 */
export async function askProviders(requests: readonly SeriesRequest[], into: string | undefined, context: Context): Promise<PullReport> {
  const cacheDir = downloadCacheFolder(context.env)
  const run: Run = { turnedAway: new Set(), silent: new Set() }
  const { openSession } = await import('../../store/index.ts')
  const session = await openSession()
  const answers: Answer[] = []
  try {
    await interruptibly(context, cacheDir, async (how) => {
      const fetching = { ...how, download: onceADay(how) }
      for (const request of requests) answers.push(await answerTo(request, { fetching, run, session, before: answers.length }))
    })
  } finally {
    session.close()
  }
  return stored(answers, { cacheDir, into, context })
}

/** Returns a download that makes few attempts, and takes an answer of today from the cache. */
function onceADay({ download, today }: FetchOptions): FetchOptions['download'] {
  return (address, options) => {
    const timeout = Math.min(options.timeout ?? patience.timeout, patience.timeout)
    return download(address, { ...options, ...patience, timeout, unlessCheckedOn: today })
  }
}

interface Asking {
  readonly fetching: FetchOptions
  readonly run: Run
  readonly session: Session
  readonly before: number
}

async function answerTo(request: SeriesRequest, { fetching, run, session, before }: Asking): Promise<Answer> {
  const loaded = await readers.find(({ id }) => id === request.source)!.load()
  const address = seriesAddress(request, fetching.env)
  const asked = { source: request.source, provider: loaded.card.provider, address, why: request.why, figures: 0 }
  const { host } = new URL(address)
  if (run.silent.size >= silentHosts)
    return { asked: { ...asked, outcome: 'not asked', says: 'there is no network' }, loaded, got: undefined }
  if (run.turnedAway.has(host))
    return { asked: { ...asked, outcome: 'not asked', says: `${host} did not answer before` }, loaded, got: undefined }
  try {
    const got = await fetchFile(seriesFile(request, fetching.env), fetching, before)
    const figures = await figuresIn(got, request, loaded, { session, cacheDir: fetching.cacheDir, address })
    const outcome = figures === 0 ? ({ outcome: 'nothing', says: 'it has none' } as const) : ({ outcome: 'stored', says: null } as const)
    return { asked: { ...asked, ...outcome, figures }, loaded, got: figures === 0 ? undefined : got }
  } catch (cause) {
    return { asked: { ...asked, ...failureOf(cause, host, run) }, loaded, got: undefined }
  }
}

/** Reads an answer and returns how many figures it has, all of them about what was asked. */
async function figuresIn(
  { path, file }: FetchedFileOnDisk,
  request: SeriesRequest,
  loaded: LoadedReader,
  { session, cacheDir, address }: { readonly session: Session; readonly cacheDir: string; readonly address: string },
): Promise<number> {
  const tables = await withReaderNames([{ path, name: file.name }], cacheDir, (paths) => loaded.read(paths, session))
  for (const rows of Object.values(tables)) checkIsAbout(request, rows, address)
  return tables.observations?.['value']?.length ?? 0
}

/** Returns what a failure means for this request, and notes what it means for the others. */
function failureOf(cause: unknown, host: string, run: Run): Pick<AskedSeries, 'outcome' | 'says'> {
  if (!(cause instanceof VisavisError) || cause.code === 'Interrupted' || cause.code === 'Internal') throw cause
  if (cause instanceof NothingAtAddress) return { outcome: 'nothing', says: cause.message }
  if (nobodyAnswered(cause)) run.silent.add(host)
  if (cause.code === 'Unreachable') run.turnedAway.add(host)
  const isAnswer = cause.code === 'BadAnswer' || cause.code === 'BadInput' || cause.code === 'TooLarge'
  return { outcome: isAnswer ? 'refused' : 'failed', says: cause.message }
}

/** Stores the answers that passed, by source. */
async function stored(
  answers: readonly Answer[],
  { cacheDir, into, context }: { readonly cacheDir: string; readonly into: string | undefined; readonly context: Context },
): Promise<PullReport> {
  const requests = answers.map(({ asked }) => asked)
  const good = answers.flatMap(({ loaded, got }) => (got === undefined ? [] : [{ loaded, got }]))
  if (good.length === 0) return { requests, snapshot: null, notes: [] }
  try {
    const files = good.map(({ got }) => ({ path: got.path, name: got.file.name }))
    const { snapshot, notes, refused, figures } = await withReaderNames(files, cacheDir, (paths) => {
      const ids = [...new Set(good.map(({ loaded }) => loaded.card.id))]
      const ofSource = (id: string): number[] => good.flatMap(({ loaded }, i) => (loaded.card.id === id ? [i] : []))
      const all = ids.map((id) => ({
        loaded: good[ofSource(id)[0]!]!.loaded,
        paths: ofSource(id).map((i) => paths[i]!),
        came: fetchedProvenance(ofSource(id).map((i) => good[i]!.got)),
      }))
      return storeAnswers(all, into, context)
    })
    return {
      requests: answers.map(({ asked, got }) =>
        got === undefined ? asked : afterStoring(asked, got.file.name, { figures, refused, notes }),
      ),
      snapshot,
      notes,
    }
  } catch (cause) {
    if (!(cause instanceof VisavisError) || cause.code === 'Interrupted' || cause.code === 'Internal') throw cause
    return {
      requests: requests.map((one) => (one.outcome === 'stored' ? unstored(one, 'failed', cause.message) : one)),
      snapshot: null,
      notes: [],
    }
  }
}

/** Returns the outcome of a request after the checks of the edition: a source may be refused as a whole, and single figures may be left out. */
function afterStoring(asked: AskedSeries, name: string, { figures, refused, notes }: Omit<StoredAnswers, 'snapshot'>): AskedSeries {
  const refusal = refused.find(({ source }) => source === asked.source)
  if (refusal !== undefined) return unstored(asked, 'refused', refusal.why)
  const count = figures.get(name) ?? 0
  return count === 0 ? unstored(asked, 'refused', notes.join(' ')) : { ...asked, figures: count }
}

function unstored(one: AskedSeries, outcome: 'refused' | 'failed', says: string): AskedSeries {
  return { ...one, outcome, says, figures: 0 }
}
