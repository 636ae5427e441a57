import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { VisavisError } from '../../src/errors.ts'
import type { IssuedEntry, IssuedHeader, IssuedScore } from '../../src/outlook/ledger/issued-ledger.ts'
import { issuedCsv } from '../../src/reports/outlook/issued-text.ts'
import { csv } from '../../src/reports/text/csv.ts'
import { packageFile } from '../../src/store/package-files.ts'

const scoreColumns = 'id,settled,snapshot,status,outcome,score,baseline_score,log_score,baseline_log_score,within80,within95,why'.split(',')
const folder = packageFile('data/outlook/ledger')

/**
 * Writes a ledger once.
 *
 * @throws VisavisError BadInput if there is one of that name
 */
export function writeLedger(header: Omit<IssuedHeader, 'schemaVersion' | 'entries' | 'sha256'>, entries: readonly IssuedEntry[]): void {
  refuseIssued(header.name)
  mkdirSync(folder, { recursive: true })
  const text = issuedCsv({ entries: entries.map((one) => ({ ...one, status: 'open', outcome: null, score: null })) })
  const sha256 = createHash('sha256').update(text).digest('hex')
  const { pairs, ...rest } = header
  const whole: IssuedHeader = { schemaVersion: 1, ...rest, entries: entries.length, sha256, pairs }
  writeFileSync(`${folder}/${header.name}.csv`, text, { flag: 'wx' })
  writeFileSync(`${folder}/${header.name}.json`, `${JSON.stringify(whole, undefined, 1)}\n`, { flag: 'wx' })
}

/** @throws VisavisError BadInput if the ledger was issued */
export function refuseIssued(name: string): void {
  if (existsSync(`${folder}/${name}.csv`))
    throw new VisavisError('BadInput', `data/outlook/ledger/${name}.csv was issued and is never written over`, {
      hint: 'npx tsx scripts/outlook/score-ledger.ts settles what is due',
    })
}

/** Adds rows to the scores of a ledger; what is there stays. */
export function appendScores(name: string, scores: readonly IssuedScore[]): void {
  const path = `${folder}/${name}-scores.csv`
  const text = csv(
    scoreColumns,
    scores.map((one) => [
      ...[one.id, one.settled, one.snapshot, one.status, one.outcome, one.score, one.baselineScore, one.logScore, one.baselineLogScore],
      ...[one.within80, one.within95, one.why],
    ]),
  )
  appendFileSync(path, existsSync(path) ? text.slice(text.indexOf('\n') + 1) : text)
}
