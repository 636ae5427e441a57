import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Claim } from '../../claims/claim.ts'
import { daysOf } from '../../claims/text/calendar.ts'
import { probabilityOf } from '../../claims/text/topics/probability-words.ts'
import { VisavisError } from '../../errors.ts'
import type { ReadAnswer, ResolutionAnswer, SavedForecast } from '../../reports/claims/claims-answer.ts'
import { ensureDirectory, writeError, writeOnce } from '../../store/disk.ts'
import { storeHome } from '../../store/index.ts'
import type { Context } from '../request/operation.ts'

/** Returns the folder of saved forecasts. It holds a file for each forecast and one for each of its resolutions. */
export function forecastsFolder(context: Pick<Context, 'env'>): string {
  return join(storeHome(context.env), 'forecasts')
}

/** Returns the forecasts of a text, dated or not, and those promises whose day was still to come when the text was written. */
export function forecastsIn({ document, claims }: Pick<ReadAnswer, 'document' | 'claims'>, now: string): SavedForecast[] {
  const { name, title, author, date, sha256 } = document
  return claims
    .filter((claim) => claim.kind === 'forecast' || isPromise(claim, date))
    .map((answered) => {
      const claim = claimOf(answered)
      return {
        schemaVersion: 1,
        id: idOf(sha256, claim),
        kept: now,
        due: claim.period === null ? null : daysOf(claim.period).to,
        probability: probabilityOf(claim.sentence, claim.probability_word),
        ...(answered.ours === undefined ? {} : { ours: answered.ours }),
        document: { name, title, author, date, sha256 },
        claim,
      }
    })
}

/** Whether a claim is a promise: an attributed statement about a period that ends after the date of the text. */
function isPromise({ kind, period }: Claim, date: string): boolean {
  return kind === 'attribution' && period !== null && daysOf(period).to > daysOf({ at: date }).to
}

/** Returns only what was read from the text, as today's verdict is not part of the forecast. */
function claimOf(claim: Claim): Claim {
  const { sentence_index, claim_index, sentence, start, end, checkable, kind, domain, indicator, measured, actors, direction } = claim
  const { period, period_base, value, value_from, unit, qualifier, source_named, speaker, probability_word, rules } = claim
  return {
    ...{ sentence_index, claim_index, sentence, start, end, checkable, kind, domain, indicator, measured, actors, direction },
    ...{ period, period_base, value, value_from, unit, qualifier, source_named, speaker, probability_word, rules },
  }
}

/** Returns the id of a forecast, which is always the same for the same claim of the same document. */
function idOf(sha256: string, { sentence, claim_index }: Claim): string {
  return createHash('sha256').update(`${sha256}\n${sentence}\n${claim_index}`).digest('hex').slice(0, 16)
}

/**
 * Adds the forecasts of a text to the ledger, and saves the sentences of the text, which are needed later to resolve a forecast in its context.
 * An existing forecast is never changed by a later reading.
 *
 * @throws VisavisError DiskFull, CannotWrite
 */
export async function saveForecasts(
  reading: Pick<ReadAnswer, 'document' | 'claims' | 'sentences'>,
  context: Context,
): Promise<NonNullable<ReadAnswer['kept']>> {
  const folder = forecastsFolder(context)
  const forecasts = forecastsIn(reading, context.now)
  let added = 0
  try {
    await ensureDirectory(join(folder, 'texts'))
    if (forecasts.length > 0)
      await writeOnce(textPath(folder, reading.document.sha256), savedText(reading.sentences.map(({ text }) => text)))
    for (const forecast of forecasts) if (await writeOnce(join(folder, `${forecast.id}.json`), savedText(forecast))) added++
  } catch (cause) {
    throw writeError(cause, folder)
  }
  return { added, there: forecasts.length - added, folder }
}

const savedText = (content: unknown): string => `${JSON.stringify(content, null, 1)}\n`
const textPath = (folder: string, sha256: string): string => join(folder, 'texts', `${sha256}.json`)

/**
 * Returns the sentences of the text that contains a forecast, by index. If the saved text is missing or was split differently, the sentences
 * before that of the forecast are empty, and none follow.
 */
export async function sentencesAround({ document, claim }: SavedForecast, context: Pick<Context, 'env'>): Promise<string[]> {
  const kept = await readFile(textPath(forecastsFolder(context), document.sha256), 'utf8').catch(() => '[]')
  const sentences = JSON.parse(kept) as string[]
  if (sentences[claim.sentence_index] === claim.sentence) return sentences
  return [...Array.from({ length: claim.sentence_index }, () => ''), claim.sentence]
}

/** Saves the resolution of a forecast by one snapshot and day. Earlier resolutions stay. */
export async function saveResolution(resolution: ResolutionAnswer, context: Context): Promise<void> {
  const folder = forecastsFolder(context)
  try {
    await writeOnce(join(folder, `${resolution.forecast}.by-${resolution.snapshot}-${resolution.on}.json`), savedText(resolution))
  } catch (cause) {
    throw writeError(cause, folder)
  }
}

/** A forecast and its resolutions so far, in the order in which they were made. */
export interface LedgerEntry {
  readonly forecast: SavedForecast
  readonly resolutions: readonly ResolutionAnswer[]
}

/**
 * Reads all entries of the ledger, sorted by due day, undated ones last.
 *
 * @throws VisavisError BadInput if a file is corrupt or of an unknown version
 */
export async function readForecastLedger(context: Pick<Context, 'env'>): Promise<LedgerEntry[]> {
  const folder = forecastsFolder(context)
  const files = (await readdir(folder).catch(() => [])).filter((file) => /^[0-9a-f]{16}(\.by-.+)?\.json$/.test(file)).sort()
  const contents = await Promise.all(files.map((file) => readSaved(join(folder, file))))
  const resolutions = contents.filter((one): one is ResolutionAnswer => 'forecast' in one)
  return contents
    .filter((one): one is SavedForecast => 'claim' in one)
    .map((forecast) => ({ forecast, resolutions: resolutions.filter((one) => one.forecast === forecast.id).sort(byInstant) }))
    .sort((a, b) => compare(a.forecast.due ?? '9999', b.forecast.due ?? '9999') || compare(a.forecast.id, b.forecast.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byInstant = (a: ResolutionAnswer, b: ResolutionAnswer): number => compare(a.resolved, b.resolved)

async function readSaved(path: string): Promise<SavedForecast | ResolutionAnswer> {
  try {
    const found = JSON.parse(await readFile(path, 'utf8')) as Partial<SavedForecast & ResolutionAnswer>
    if (found.schemaVersion === 1 && (found.claim !== undefined || found.forecast !== undefined))
      return found as SavedForecast | ResolutionAnswer
  } catch (cause) {
    throw new VisavisError('BadInput', `${path} is not a kept forecast: ${(cause as Error).message}`, { cause })
  }
  throw new VisavisError('BadInput', `${path} is not a forecast that this version knows`, { hint: 'move the file away to leave it out' })
}
