import { VisavisError } from '../../errors.ts'
import { bundledRecord, fetchedRecords, findSnapshot, storeHome } from '../../store/index.ts'
import { partProblems, readManifest, rootOf, tornSnapshotError } from '../../store/verify.ts'
import type { FetchProgress } from '../../store/writing/fetch-record.ts'
import type { PlaceContext } from './record-place.ts'

/** How the fetching of a record tells of itself. */
export type NeedContext = PlaceContext & { readonly tell: (text: string) => void }

/** Milliseconds between two words on how far a record is. */
const tellEvery = 30_000

/**
 * Makes sure that a record is on this machine: it is there, or it is fetched from the given place, once for all processes of the machine.
 *
 * @param records   address of a public server, or a folder with records; undefined: nothing is fetched
 * @throws VisavisError NoSnapshot or TornSnapshot if the record, whole, is neither here nor there; Unreachable, BadAnswer, DiskFull, CannotWrite, Interrupted
 */
export async function needRecord(id: string, records: string | undefined, context: NeedContext): Promise<void> {
  // an id comes from a plan, which others may have written: it must not be a path
  if (!/^[0-9a-f]{16}$/.test(id)) throw new VisavisError('BadInput', `"${id}" is not the id of a record`)
  const fault = await faultOf(id, context.env)
  if (fault === undefined) return
  if (records === undefined)
    throw fault.code === 'NoSnapshot'
      ? new VisavisError('NoSnapshot', `the record ${id} is not on this machine`, {
          hint: '--records https://… or --records FOLDER fetches it',
          cause: fault,
        })
      : fault
  await fetched(id, records, context)
}

/** Returns why a record cannot be used here; undefined if it can. */
async function faultOf(id: string, env: PlaceContext['env']): Promise<VisavisError | undefined> {
  try {
    const { directory } = await findSnapshot({ snapshot: id, env })
    const problems = await partProblems(rootOf(directory), await readManifest(directory), 'size')
    return problems.length === 0 ? undefined : tornSnapshotError(directory, problems)
  } catch (cause) {
    if (cause instanceof VisavisError && (cause.code === 'NoSnapshot' || cause.code === 'TornSnapshot')) return cause
    throw cause
  }
}

async function fetched(id: string, records: string, { env, signal, tell, download }: NeedContext): Promise<void> {
  const [{ recordPlace }, { fetchRecord }] = await Promise.all([import('./record-place.ts'), import('../../store/writing/fetch-record.ts')])
  const began = performance.now()
  let last: FetchProgress | undefined
  let [toldAt, part] = [began, 0]
  const tellNow = (text: string): void => {
    toldAt = performance.now()
    tell(text)
  }
  const place = recordPlace(records, {
    ...{ env, signal, download },
    onProgress: ({ phase, received, wait }) => {
      part = received
      if (phase === 'waiting' && wait !== undefined) tellNow(`${wait.why}; tries again in ${Math.ceil(wait.milliseconds / 1000)} s`)
      else if (last !== undefined && performance.now() - toldAt > tellEvery)
        tellNow(`record ${id}: ${megabytes(last.bytes + part)} of ${megabytes(last.ofBytes)}`)
    },
  })
  const didFetch = await fetchRecord(id, place, fetchedRecords(env), [storeHome(env), bundledRecord()], {
    signal,
    onWait: (ahead) => ahead > 0 && tell('another process fetches a record; waits for it'),
    onProgress: (progress) => {
      if (last === undefined) tellNow(`fetches the record ${id} from ${place.shown}: ${progress.of} parts, ${megabytes(progress.ofBytes)}`)
      last = progress
    },
  })
  if (!didFetch) return tell(`the record ${id} is here: another process has fetched it`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  tell(`the record ${id} is here after ${seconds} s; ${last?.wereHere ?? 0} of ${last?.of ?? 0} parts were on this machine before`)
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
