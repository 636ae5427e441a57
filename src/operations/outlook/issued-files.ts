import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { brotliDecompressSync } from 'node:zlib'
import { VisavisError } from '../../errors.ts'
import type { IssuedEntry, IssuedHeader, IssuedScore } from '../../outlook/ledger/issued-ledger.ts'
import { type CsvRow, csvRows } from '../../sources/formats/csv.ts'
import { packageFile } from '../../store/package-files.ts'

/** A yearly ledger of the project: its header, its entries, and how some came out. */
export interface IssuedLedger {
  readonly header: IssuedHeader
  readonly entries: readonly IssuedEntry[]
  readonly scores: readonly IssuedScore[]
}

const folder = 'data/outlook/ledger'

/** Names of the ledgers of the package, the oldest first. */
export async function issuedNames(): Promise<string[]> {
  const files = await readdir(packageFile(folder)).catch(() => [])
  return files.flatMap((file) => /^((?:from-)?\d{4})\.json$/.exec(file)?.[1] ?? []).sort((x, y) => (x.slice(-4) < y.slice(-4) ? -1 : 1))
}

/** Reads the header of a ledger. */
export async function readIssuedHeader(name: string): Promise<IssuedHeader> {
  return JSON.parse(await readFile(packageFile(`${folder}/${name}.json`), 'utf8')) as IssuedHeader
}

/**
 * Reads a ledger.
 *
 * @throws VisavisError BadInput if the file of entries is not the one that was issued
 */
export async function readIssued(name: string): Promise<IssuedLedger> {
  const header = await readIssuedHeader(name)
  const text = (await readText(`${name}.csv`)) ?? ''
  if (createHash('sha256').update(text).digest('hex') !== header.sha256)
    throw new VisavisError('BadInput', `${folder}/${name}.csv was changed after it was issued: its SHA-256 is not that of ${name}.json`, {
      hint: 'restore the file from the published one',
    })
  const rows = csvRows(text, `${name}.csv`, ['id', 'status'])
  const scores = await readText(`${name}-scores.csv`)
  return {
    header,
    entries: rows.map(entryOf),
    scores: scores === undefined ? [] : csvRows(scores, `${name}-scores.csv`, ['id', 'status']).map(scoreOf),
  }
}

/** The text of a file, which a built package has packed by brotli; undefined if there is none. */
async function readText(file: string): Promise<string | undefined> {
  const plain = await readFile(packageFile(`${folder}/${file}`), 'utf8').catch(() => undefined)
  if (plain !== undefined) return plain
  const packed = await readFile(packageFile(`dist/ledger/${file}.br`)).catch(() => undefined)
  return packed === undefined ? undefined : brotliDecompressSync(packed, { maxOutputLength: 64 * 2 ** 20 }).toString('utf8')
}

const numberOrNull = (text: string): number | null => (text === '' ? null : Number(text))
const flagOrNull = (text: string): boolean | null => (text === '' ? null : text === 'true')

function entryOf({ fields }: CsvRow): IssuedEntry {
  const text = (name: string): string => fields[name]!
  const number = (name: string): number | null => numberOrNull(fields[name]!)
  return {
    ...{ issued: text('issued'), id: text('id'), a: text('a'), b: text('b'), target: text('target'), horizon: Number(text('horizon')) },
    ...{ resolvesOn: text('resolves_on'), unit: text('unit'), median: number('median'), low80: number('low80'), high80: number('high80') },
    ...{ low95: number('low95'), high95: number('high95'), probability: number('probability'), baseline: number('baseline')! },
  }
}

function scoreOf({ fields }: CsvRow): IssuedScore {
  const number = (name: string): number | null => numberOrNull(fields[name]!)
  return {
    ...{ id: fields['id']!, settled: fields['settled']!, snapshot: fields['snapshot']!, status: fields['status'] as IssuedScore['status'] },
    ...{ outcome: number('outcome'), score: number('score'), baselineScore: number('baseline_score') },
    ...{ logScore: number('log_score'), baselineLogScore: number('baseline_log_score') },
    ...{ within80: flagOrNull(fields['within80']!), within95: flagOrNull(fields['within95']!) },
    why: fields['why'] === '' ? null : fields['why']!,
  }
}
