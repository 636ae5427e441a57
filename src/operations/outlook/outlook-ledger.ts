import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { standingClasses } from '../../measures/standing/standing-classes.ts'
import type { KeptOutlook, OutlookResolutionEntry } from '../../reports/outlook/ledger-answer.ts'
import type { OutlookAnswer, OutlookKept } from '../../reports/outlook/outlook-answer.ts'
import { ensureDirectory, writeError, writeOnce } from '../../store/disk.ts'
import { packageVersion } from '../../store/package-files.ts'
import type { Context } from '../request/operation.ts'
import { forecastsFolder } from '../storage/forecast-ledger.ts'

/** The folder of kept outlooks, beside the forecasts of texts: a file for each forecast and one for its resolution. */
export function outlookFolder(context: Pick<Context, 'env'>): string {
  return join(forecastsFolder(context), 'outlook')
}

/**
 * Adds the forecasts of an answer to the ledger. A forecast of the same pair, target and period from the same record is there once and is never changed.
 *
 * @throws VisavisError DiskFull, CannotWrite
 */
export async function keepOutlook({ a, b, standing, snapshot, targets }: OutlookAnswer, context: Context): Promise<OutlookKept> {
  const folder = outlookFolder(context)
  let added = 0
  try {
    await ensureDirectory(folder)
    for (const target of targets) {
      const pair = { a: a.iso3, b: b.iso3, names: [a.name, b.name] as const }
      const id = hash([pair.a, pair.b, target.id, target.horizon, target.period, snapshot.id]).slice(0, 16)
      const order = (standingClasses as readonly (string | null)[]).indexOf(standing)
      const entry = {
        schemaVersion: 1 as const,
        id,
        kept: context.now,
        version: packageVersion(),
        snapshot: snapshot.id,
        seed: null,
        pair,
        classThen: order < 0 ? null : order,
        target,
      }
      if (await writeOnce(join(folder, `${id}.json`), sealed(entry))) added++
    }
  } catch (cause) {
    throw writeError(cause, folder)
  }
  return { added, there: targets.length - added, folder }
}

/** Saves the resolution of a kept forecast; the first one stays. */
export async function saveOutlookResolution(resolution: Omit<OutlookResolutionEntry, 'sha256'>, context: Context): Promise<void> {
  const folder = outlookFolder(context)
  try {
    await writeOnce(join(folder, `${resolution.forecast}.resolved.json`), sealed(resolution))
  } catch (cause) {
    throw writeError(cause, folder)
  }
}

/** A kept forecast, and how it came out; undefined where it is not settled. */
export interface KeptEntry {
  readonly forecast: KeptOutlook
  readonly resolution: OutlookResolutionEntry | undefined
}

/**
 * Reads the ledger, the forecasts that can be settled first at its beginning.
 *
 * @throws VisavisError BadInput if a file is not as it was written
 */
export async function readOutlookLedger(context: Pick<Context, 'env'>): Promise<KeptEntry[]> {
  const folder = outlookFolder(context)
  const files = (await readdir(folder).catch(() => [])).filter((file) => /^[0-9a-f]{16}(\.resolved)?\.json$/.test(file)).sort()
  const contents = new Map<string, KeptOutlook | OutlookResolutionEntry>()
  for (const file of files) contents.set(file, await readSealed(join(folder, file), file))
  const kept = [...contents.values()].filter((one): one is KeptOutlook => 'target' in one)
  return kept
    .map((forecast) => ({ forecast, resolution: contents.get(`${forecast.id}.resolved.json`) as OutlookResolutionEntry | undefined }))
    .sort((x, y) => compare(x.forecast.target.resolution.day, y.forecast.target.resolution.day) || compare(x.forecast.id, y.forecast.id))
}

/** A digest of all kept forecasts and resolutions: whoever has published it can show later that nothing was changed, added or left out. */
export function ledgerDigest(entries: readonly KeptEntry[]): string {
  return hash(entries.flatMap(({ forecast, resolution }) => [forecast.sha256, resolution?.sha256 ?? '']))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Adds the hash of the content as its last field. */
function sealed(content: object): string {
  return `${JSON.stringify({ ...content, sha256: hash(content) }, null, 1)}\n`
}

async function readSealed(path: string, file: string): Promise<KeptOutlook | OutlookResolutionEntry> {
  const text = await readFile(path, 'utf8')
  let found: { sha256?: string; id?: string; forecast?: string; schemaVersion?: number }
  try {
    found = JSON.parse(text) as typeof found
  } catch (cause) {
    throw refused(path, 'it is not JSON', cause)
  }
  const { sha256, ...content } = found
  if (found.schemaVersion !== 1) throw refused(path, 'it is of a form that this version does not know')
  if (sha256 !== hash(content)) throw refused(path, 'its content does not have the hash with which it was written')
  if (file !== `${found.id ?? `${found.forecast}.resolved`}.json`) throw refused(path, 'it has the name of another file')
  return found as KeptOutlook | OutlookResolutionEntry
}

function refused(path: string, why: string, cause?: unknown): VisavisError {
  return new VisavisError('BadInput', `${path} was changed after it was kept: ${why}`, {
    hint: 'restore the file from a copy, or move it out of the ledger',
    ...(cause === undefined ? {} : { cause }),
  })
}

function hash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
