import { readdirSync } from 'node:fs'
import { targetOutcome } from '../../src/assessments/outlook/target-outcome.ts'
import { readIssued } from '../../src/operations/outlook/issued-files.ts'
import { entryToSettle, issuedScore } from '../../src/outlook/ledger/issue-entries.ts'
import type { IssuedScore } from '../../src/outlook/ledger/issued-ledger.ts'
import { stateOf } from '../../src/states/index.ts'
import { bundledRecord, openSnapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'
import { writeLedgerPage } from '../docs/ledger-page.ts'
import { appendScores } from './ledger-files.ts'

/**
 * `npx tsx scripts/outlook/score-ledger.ts`: settles the entries of the yearly ledgers that are due by the bundled record, adds their scores to
 * data/outlook/ledger/YEAR-scores.csv and writes the page anew. What is settled stays. Ledgers that were made afterwards are settled when they are made.
 */
const today = new Date().toISOString().slice(0, 10)
const snapshot = await openSnapshot(bundledRecord())
const day = snapshot.manifest.created.slice(0, 10)
const names = readdirSync(packageFile('data/outlook/ledger')).flatMap((file) => /^(\d{4})\.json$/.exec(file)?.[1] ?? [])
for (const name of names) {
  const { header, entries, scores } = await readIssued(name)
  const settled = new Set(scores.map(({ id }) => id))
  const found: IssuedScore[] = []
  for (const entry of entries) {
    if (settled.has(entry.id) || entry.resolvesOn > day) continue
    const forecast = entryToSettle(entry, header)
    const outcome = await targetOutcome(snapshot, forecast, [stateOf(entry.a)!, stateOf(entry.b)!], forecast.standing, day)
    if ('waits' in outcome) continue
    found.push(issuedScore(entry, outcome, { settled: today, snapshot: snapshot.manifest.id }))
  }
  if (found.length > 0) appendScores(name, found)
  console.log(`${name}: ${found.length} settled, ${entries.length - settled.size - found.length} open`)
}
snapshot.close()
await writeLedgerPage()
