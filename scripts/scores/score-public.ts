import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import type { TestedClaim } from '../../src/claims/verdict.ts'
import { wilson } from '../../src/measures/similarity/wilson.ts'
import { loadSourceCards } from '../../src/sources/index.ts'
import { findSnapshot, openSnapshot } from '../../src/store/index.ts'

const sourceCards = await loadSourceCards()

/**
 * Reads four public samples of claims on other subjects (docs/reading-scores.md). It checks whether claims are found,
 * and that no verdict is based on data missing from the record: `score-public FOLDER [--record HOME] [--show]`. Each
 * sentence is a separate text.
 */
const words = process.argv.slice(2)
const home = words.includes('--record') ? words[words.indexOf('--record') + 1] : undefined
const folder = words.find((word) => !word.startsWith('--') && word !== home)!
const show = words.includes('--show')
const file = (name: string): string => readFileSync(join(folder, name), 'utf8')

const cards = new Map(sourceCards.map((card) => [card.id, card]))

/** ClaimBuster: sentences of debates, half of them check-worthy. */
async function debates(): Promise<void> {
  const rows = JSON.parse(file('claimbuster-two-class-test.json')) as { label: 0 | 1; text: string }[]
  const read = await Promise.all(rows.map(async ({ label, text }) => ({ label, claims: await tested(text, '2016-10-01') })))
  const yes = read.filter(({ claims }) => claims.length > 0)
  const hit = yes.filter(({ label }) => label === 1).length
  const worthy = rows.filter(({ label }) => label === 1).length
  console.log(`claimbuster: ${rows.length} sentences, ${worthy} worth a check; a claim found in ${yes.length}`)
  console.log(`  precision ${share(hit, yes.length)}, recall ${share(hit, worthy)}, F1 ${f1(hit, yes.length, worthy)}`)
  console.log(`  base rate: all taken as worth a check: precision ${share(worthy, rows.length)}, F1 ${f1(worthy, rows.length, worthy)}`)
  verdicts(
    'claimbuster',
    read.flatMap(({ claims }) => claims),
    rows.length,
  )
}

/** QuanTemp: numerical claims, by category of number. */
async function numbers(): Promise<void> {
  const rows = file('quantemp-categorised-subset.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => ({ text: line.slice(0, line.lastIndexOf('@')), sort: line.slice(line.lastIndexOf('@') + 1).trim() }))
  const read = await Promise.all(rows.map(async ({ sort, text }) => ({ sort, claims: await tested(text, '2022-06-01') })))
  console.log(`quantemp: ${rows.length} claims; one found in ${share(read.filter(({ claims }) => claims.length > 0).length, rows.length)}`)
  for (const sort of [...new Set(rows.map((row) => row.sort))].sort()) {
    const own = read.filter((row) => row.sort === sort)
    const any = own.filter(({ claims }) => claims.length > 0)
    const kinds = kindsOf[sort] ?? []
    const agrees = any.filter(({ claims }) => claims.some(({ claim }) => kinds.includes(claim.kind))).length
    console.log(
      `  ${sort.padEnd(12)} ${own.length}: found in ${share(any.length, own.length)}; a kind that suits in ${share(agrees, any.length)}`,
    )
  }
  verdicts(
    'quantemp',
    read.flatMap(({ claims }) => claims),
    rows.length,
  )
}

/** Our kinds of claims that correspond to their categories. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  statistical: ['quantity', 'share', 'count', 'trend'],
  comparison: ['comparison', 'ranking', 'trend'],
  interval: ['quantity', 'share', 'count', 'trend'],
  temporal: ['event', 'membership', 'attribution', 'trend'],
}

/** TabFact and SciTab: statements about tables that are not provided, so every verdict is an error. */
async function tables(name: string, statements: readonly string[]): Promise<void> {
  const read = await Promise.all(statements.map((text) => tested(text, '2020-06-01')))
  console.log(
    `${name}: ${statements.length} statements; a claim found in ${share(read.filter((claims) => claims.length > 0).length, statements.length)}`,
  )
  verdicts(name, read.flat(), statements.length)
}

async function tested(text: string, date: string): Promise<TestedClaim[]> {
  const bench = { snapshot, date, today: new Date().toISOString().slice(0, 10), cards, sentences: [text] }
  return (await testClaims(readClaims([text], date), bench)).filter(({ claim }) => claim.checkable)
}

function verdicts(name: string, claims: readonly TestedClaim[], texts: number): void {
  const answered = claims.filter(({ finding }) => finding !== null && finding.verdict !== 'unverifiable')
  const by = ['supported', 'partly', 'contradicted'].map(
    (verdict) => `${answered.filter(({ finding }) => finding?.verdict === verdict).length} ${verdict}`,
  )
  console.log(
    `  ${claims.length} claims; ${answered.length} answered (${by.join(', ')}); of ${texts} texts ${share(texts - new Set(answered.map(({ claim }) => claim.sentence)).size, texts)} without a verdict`,
  )
  if (!show) return
  for (const { claim, finding } of answered)
    console.log(
      `    ${name} ${finding?.verdict}: ${claim.sentence}\n      ${claim.kind} ${claim.indicator} ${claim.actors.join()} ${JSON.stringify(claim.period)} ${claim.value} ${claim.unit}: ${finding?.why}`,
    )
}

const f1 = (hit: number, read: number, gold: number): string => ((2 * hit) / (read + gold)).toFixed(3)

/** With Wilson's 90 % interval. */
function share(hit: number, of: number): string {
  if (of === 0) return '-'
  const { low, high } = wilson(hit / of, of)
  return `${(hit / of).toFixed(3)} (${hit} of ${of}; ${low.toFixed(2)} to ${high.toFixed(2)})`
}

const found = await findSnapshot({ snapshot: undefined, asOf: undefined, env: home === undefined ? {} : { VISAVIS_HOME: home } })
const snapshot = await openSnapshot(found.directory)
console.log(`record ${snapshot.manifest.id} of ${snapshot.manifest.sources.length} sources`)
await debates()
await numbers()
await tables(
  'tabfact',
  file('tabfact-small-test-every-10th.tsv')
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[4] ?? ''),
)
await tables(
  'scitab',
  (JSON.parse(file('scitab-every-8th.json')) as { claim: string }[]).map(({ claim }) => claim),
)
snapshot.close()
