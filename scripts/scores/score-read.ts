import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import type { TestedClaim, Verdict } from '../../src/claims/verdict.ts'
import { wilson } from '../../src/measures/similarity/wilson.ts'
import { loadSourceCards } from '../../src/sources/index.ts'
import { findSnapshot, openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { type Gold, matched, type Passage, passagesIn, type Slot, sameSlot, slots } from './passages.ts'

const sourceCards = await loadSourceCards()

/**
 * Reads and tests annotated passages as `visavis read` does, and compares the result with the annotations, from
 * sentence to verdict: `score-read FOLDER... [--record HOME] [--show] [--errors]`. The held-out set (`passages/aside`)
 * is scored and never shown.
 */
const words = process.argv.slice(2)
const home = words.includes('--record') ? words[words.indexOf('--record') + 1] : undefined
const folders = words.filter((word) => !word.startsWith('--') && word !== home)
const aside = folders.some((folder) => /(?:^|\/)aside\d*\/?$/.test(folder))
const show = words.includes('--show') && !aside
const errors = (show || words.includes('--errors')) && !aside

/** A share, as counts. */
interface Count {
  hit: number
  of: number
}

const count = (): Count => ({ hit: 0, of: 0 })
const add = (into: Count, hit: boolean): void => {
  into.of++
  if (hit) into.hit++
}

const sentences = { both: 0, read: 0, gold: 0, all: 0 }
const claims = { matched: 0, read: 0, gold: 0 }
const slotHits = Object.fromEntries(slots.map((slot) => [slot, count()])) as Record<Slot, Count>
const scores = {
  answered: count(),
  right: count(),
  rightVerifiable: count(),
  saysSupported: count(),
  coverage: count(),
  falseOfTrue: count(),
  falseOfAnswered: count(),
  falseWithPartly: count(),
  planted: count(),
  plantedAnswered: count(),
  extraAnswered: count(),
  extraContradicted: count(),
}
const table = new Map<string, number>()

async function scorePassage(passage: Passage, record: Snapshot): Promise<void> {
  const lines = passage.text.split('\n')
  const tested = await testClaims(readClaims(lines, passage.date, passage.title ?? ''), {
    snapshot: record,
    date: passage.date,
    today: new Date().toISOString().slice(0, 10),
    cards: new Map(sourceCards.map((card) => [card.id, card])),
  })
  lines.forEach((line, i) => {
    const gold = passage.claims.filter((claim) => claim.sentence_index === i && claim.checkable)
    const read = tested.filter(({ claim }) => claim.sentence_index === i && claim.checkable)
    const said = scoreSentence(gold, read)
    if (said.length > 0) console.log(`${passage.id} ${line}\n${said.join('\n')}`)
  })
}

function scoreSentence(gold: readonly Gold[], read: readonly TestedClaim[]): string[] {
  sentences.all++
  if (gold.length > 0) sentences.gold++
  if (read.length > 0) sentences.read++
  if (gold.length > 0 && read.length > 0) sentences.both++
  const pairs = matched(gold, read, ({ claim }) => claim)
  claims.gold += gold.length
  claims.read += read.length
  claims.matched += pairs.size
  const lines = gold.flatMap((one) => scoreClaim(one, pairs.get(one)))
  for (const extra of read) if (![...pairs.values()].includes(extra)) lines.push(...scoreExtra(extra))
  return lines
}

const isAnswer = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict !== 'unverifiable'

function scoreClaim(gold: Gold, read: TestedClaim | undefined): string[] {
  const truth = gold.truth?.verdict ?? 'unverifiable'
  const accepted = gold.truth?.accept ?? [truth]
  const verdict = read?.finding?.verdict
  if (read !== undefined) for (const slot of slots) add(slotHits[slot], sameSlot[slot](gold, read.claim))
  if (truth !== 'unverifiable') add(scores.coverage, isAnswer(verdict))
  if (truth !== 'unverifiable') add(scores.saysSupported, accepted.includes('supported'))
  if (truth === 'supported') add(scores.falseOfTrue, verdict === 'contradicted')
  if (truth === 'supported') add(scores.falseWithPartly, verdict === 'contradicted' || verdict === 'partly')
  if (truth === 'supported' && isAnswer(verdict)) add(scores.falseOfAnswered, verdict === 'contradicted')
  const wrong = gold.planted === true || truth === 'contradicted' || truth === 'partly'
  if (wrong) add(scores.planted, verdict === 'contradicted' || verdict === 'partly')
  if (wrong && isAnswer(verdict)) add(scores.plantedAnswered, verdict === 'contradicted' || verdict === 'partly')
  if (read !== undefined) add(scores.answered, isAnswer(verdict))
  if (isAnswer(verdict)) add(scores.right, accepted.includes(verdict!))
  if (isAnswer(verdict) && truth !== 'unverifiable') add(scores.rightVerifiable, accepted.includes(verdict!))
  const cell = `${truth} → ${verdict ?? (read === undefined ? 'not read' : 'no finding')}`
  table.set(cell, (table.get(cell) ?? 0) + 1)
  const isWrong = isAnswer(verdict) && !accepted.includes(verdict!)
  return show || (errors && isWrong) ? [told(gold, accepted, read)] : []
}

function scoreExtra(read: TestedClaim): string[] {
  const verdict = read.finding?.verdict
  add(scores.extraAnswered, isAnswer(verdict))
  if (isAnswer(verdict)) add(scores.extraContradicted, verdict === 'contradicted')
  return show || (errors && verdict === 'contradicted') ? [`  + ${brief(read)}`] : []
}

const brief = ({ claim, finding }: TestedClaim): string =>
  `${claim.kind} ${claim.domain} ${claim.indicator} ${claim.actors.join()} ${claim.direction} ${JSON.stringify(claim.period)} ${claim.value} ${claim.unit} => ${finding?.verdict}: ${finding?.why}` +
  (finding?.wouldBeTrue ? ` // ${finding.wouldBeTrue.text}` : '')

const told = (gold: Gold, accepted: readonly string[], read: TestedClaim | undefined): string =>
  `  ${accepted.includes(read?.finding?.verdict ?? '') ? '=' : '!'} ${accepted.join('|')}${gold.planted ? ' (planted)' : ''} for ${gold.kind} ${gold.indicator} ${(gold.actors ?? []).join()} ${JSON.stringify(gold.period)} ${gold.value ?? ''}\n    ${read === undefined ? 'not read' : brief(read)}`

function report(): void {
  const f1 = (both: number, read: number, gold: number): string =>
    `F1 ${((2 * both) / (read + gold)).toFixed(3)}, precision ${share({ hit: both, of: read })}, recall ${share({ hit: both, of: gold })}`
  console.log(
    `${passages.length} passages, ${sentences.all} sentences; record ${snapshot.manifest.id} of ${snapshot.manifest.sources.length} sources`,
  )
  console.log(`sentences  ${f1(sentences.both, sentences.read, sentences.gold)}`)
  console.log(`claims     ${f1(claims.matched, claims.read, claims.gold)}`)
  for (const slot of slots) console.log(`${slot.padEnd(10)} ${share(slotHits[slot])}`)
  const rows: [string, Count][] = [
    ['coverage of the verifiable claims', scores.coverage],
    ['answered of those matched', scores.answered],
    ['verdict right when answered', scores.right],
    ['the same, verifiable claims only', scores.rightVerifiable],
    ['base rate: always "supported"', scores.saysSupported],
    ['true claims called contradicted', scores.falseOfTrue],
    ['the same, of those answered', scores.falseOfAnswered],
    ['true claims called contradicted or partly', scores.falseWithPartly],
    ['wrong claims found', scores.planted],
    ['the same, of those answered', scores.plantedAnswered],
    ['claims that nobody annotated: answered', scores.extraAnswered],
    ['of these contradicted', scores.extraContradicted],
  ]
  for (const [name, one] of rows) console.log(`${name.padEnd(42)} ${share(one)}`)
  for (const [cell, n] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${cell.padEnd(36)} ${n}`)
}

/** With Wilson's 90 % interval, treating claims as independent draws. */
function share({ hit, of }: Count): string {
  if (of === 0) return '-'
  const { low, high } = wilson(hit / of, of)
  return `${(hit / of).toFixed(3)} (${hit} of ${of}; ${low.toFixed(2)} to ${high.toFixed(2)})`
}

const found = await findSnapshot({ snapshot: undefined, asOf: undefined, env: home === undefined ? {} : { VISAVIS_HOME: home } })
const snapshot = await openSnapshot(found.directory)
const passages = passagesIn(folders)
for (const passage of passages) await scorePassage(passage, snapshot)
snapshot.close()
report()
