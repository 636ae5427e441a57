import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim, ClaimKind, Measured } from '../../src/claims/claim.ts'
import { withSaid } from '../../src/claims/reading/said/with-said.ts'
import { claimFromSlots } from '../../src/claims/slots/claim-from-slots.ts'
import type { ClaimSlots } from '../../src/claims/slots/claim-slots.ts'
import { checkClaims } from '../../src/claims/testing/check-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import { topicsIn } from '../../src/claims/text/topics/topics.ts'
import type { Verdict } from '../../src/claims/verdict.ts'
import { openSnapshot } from '../../src/store/index.ts'

/**
 * Verdicts on annotated claims, so that testing is scored separately from reading: `score-verdicts RECORD FOLDER...
 * [--show] [--kind trend]`. RECORD is a directory with snapshots, such as data/record. The slots come from the
 * annotation; only the measured quantity is read from its indicator.
 */
interface Gold {
  sentence_index: number
  claim_index: number
  checkable: boolean
  kind: ClaimKind
  domain: Claim['domain']
  indicator?: string
  actors?: string[]
  direction?: string
  period?: Claim['period']
  period_base?: Claim['period']
  value?: number
  value_from?: number
  unit?: string
  qualifier?: string
  source_named?: string
  speaker?: string
  planted?: boolean
  truth?: { verdict: Verdict; accept?: Verdict[]; evidence?: string; note?: string; source?: string }
}

interface Passage {
  id?: string
  date?: string
  published?: string
  text: string
  claims: Gold[]
}

const show = process.argv.includes('--show')
const only = process.argv.includes('--kind') ? process.argv[process.argv.indexOf('--kind') + 1] : undefined
const [record, ...folders] = process.argv.slice(2).filter((word) => !word.startsWith('--') && word !== only)
const snapshot = await openSnapshot(record!)
const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
const given = process.argv.includes('--given')
const products = new Set('electronics vehicles machinery food metals semiconductors'.split(' '))

function measuredOf({ indicator = '', kind, unit, value_from, actors = [], direction = '' }: Gold): Measured | null {
  const found = topicsIn(indicator)
  const [lead] = found.filter(({ topic }) => topic.id !== 'gdp')
  if (lead === undefined) return null
  const part = found.find(({ topic }) => products.has(topic.id))?.topic.id
  const form: Measured['form'] =
    kind === 'ranking' ? 'rank' : unit === 'percent' ? 'share' : kind === 'trend' && value_from === undefined ? 'change' : 'level'
  const flow = /\b(imports|exports)\b/.exec(indicator)?.[1] as 'imports' | 'exports' | undefined
  const [sender, receiver] = direction.split('->')
  const whole: Measured['whole'] | undefined =
    form !== 'share' || receiver === undefined || flow === undefined
      ? undefined
      : { of: flow, state: flow === 'exports' ? sender! : receiver }
  const id = part !== undefined && lead.topic.domain === 'trade' ? part : lead.topic.id
  return { topic: id, form, ...(whole === undefined || actors.length < 2 ? {} : { whole }) }
}

/** The slots of the annotation; what it leaves out is unknown. */
function slotsOf(gold: Gold): ClaimSlots {
  return {
    ...{ id: null, sentence: null, kind: gold.kind, domain: gold.domain, indicator: gold.indicator ?? '', measured: null },
    ...{ actors: gold.actors ?? [], direction: gold.direction ?? null, period: gold.period ?? null, period_base: gold.period_base ?? null },
    ...{ value: gold.value ?? null, value_from: gold.value_from ?? null, unit: gold.unit ?? null, qualifier: gold.qualifier ?? null },
    source_named: gold.source_named ?? null,
    said: null,
  }
}

/** The annotated claim as if it had been read from its sentence. */
function claimOf(gold: Gold, sentence: string): Claim {
  const { id: _, indicator: __, said: ___, direction, ...slots } = slotsOf(gold)
  return {
    ...{
      ...slots,
      sentence,
      domain: gold.domain,
      direction: direction ?? 'n/a',
      indicator: gold.indicator ?? null,
      measured: measuredOf(gold),
    },
    ...{ sentence_index: gold.sentence_index, claim_index: gold.claim_index, start: 0, end: 0, checkable: true },
    ...{ speaker: gold.speaker ?? null, probability_word: null, rules: [] },
  }
}

function givenOf(gold: Gold, index: number): Claim {
  const made = claimFromSlots(slotsOf(gold), index)
  if ('fault' in made) {
    if (show) console.log('FAULT', made.fault.slot, made.fault.message, gold.indicator, gold.actors, gold.direction)
    return claimOf({ ...gold, indicator: '' }, '')
  }
  return made.claim
}

/**
 * Verdicts that the passages' notes accept: where the source of the annotated truth is not in the record, "unknown" is
 * also correct.
 */
const accepted = ({ verdict, accept = [] }: NonNullable<Gold['truth']>): Set<Verdict> => new Set([verdict, ...accept])

const sums = { verifiable: 0, answered: 0, right: 0, true: 0, falselyContradicted: 0, planted: 0, found: 0, unanswerable: 0 }
const byKind = new Map<string, { all: number; answered: number; right: number }>()
let tested = 0
const before = process.cpuUsage()
for (const folder of folders) {
  for (const file of readdirSync(folder)
    .filter((one) => one.endsWith('.json'))
    .sort()) {
    const passage: Passage = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const lines = passage.text.split('\n')
    const golds = passage.claims.filter(
      ({ checkable, truth, kind }) => checkable && truth !== undefined && (only === undefined || kind === only),
    )
    const bench = {
      snapshot,
      cards,
      date: passage.date ?? passage.published ?? '2024-06-30',
      today: '2026-11-25',
    }
    const read = (): Claim[] =>
      withSaid(
        golds.map((gold) => claimOf(gold, lines[gold.sentence_index] ?? '')),
        { date: bench.date, sentences: lines },
      )
    const answers = given ? await checkClaims(golds.map(givenOf), bench) : await testClaims(read(), bench)
    tested += golds.length
    for (const [i, gold] of golds.entries()) score(file, gold, answers[i]!.finding)
  }
}

function score(file: string, gold: Gold, finding: Awaited<ReturnType<typeof testClaims>>[number]['finding']): void {
  const truth = gold.truth!
  const verdict = finding?.verdict ?? 'unverifiable'
  const isRight = accepted(truth).has(verdict)
  const isAnswered = verdict !== 'unverifiable'
  const kind = byKind.get(gold.kind) ?? { all: 0, answered: 0, right: 0 }
  byKind.set(gold.kind, kind)
  if (truth.verdict !== 'unverifiable') sums.verifiable++
  kind.all++
  if (isAnswered && truth.verdict === 'unverifiable') sums.unanswerable++
  if (isAnswered) {
    sums.answered++
    kind.answered++
    if (isRight) sums.right++
    if (isRight) kind.right++
  }
  if (truth.verdict === 'supported') sums.true++
  if (truth.verdict === 'supported' && verdict === 'contradicted') sums.falselyContradicted++
  if (gold.planted) sums.planted++
  if (gold.planted && (verdict === 'contradicted' || verdict === 'partly')) sums.found++
  if (!show) return
  const mark = isAnswered
    ? isRight
      ? 'right'
      : 'WRONG'
    : truth.verdict === 'unverifiable'
      ? 'right'
      : gold.planted
        ? 'not found'
        : 'no answer'
  const slots = `${gold.actors?.join()} ${gold.direction} ${JSON.stringify(gold.period)} ${gold.value_from ?? ''} ${gold.value ?? ''} ${gold.unit ?? ''} ${gold.qualifier ?? ''}`
  console.log(
    `${mark.padEnd(9)} ${file.slice(0, 6)} ${gold.kind} | ${gold.indicator} | ${slots}\n    ${verdict} for ${truth.verdict}: ${finding?.why ?? ''} [${truth.evidence ?? truth.note ?? truth.source ?? ''}]${finding?.wouldBeTrue ? `\n    would be: ${finding.wouldBeTrue.text}` : ''}`,
  )
}

const { user, system } = process.cpuUsage(before)
const share = (a: number, b: number): string => `${a}/${b} = ${b === 0 ? '-' : (a / b).toFixed(3)}`
console.log(`${tested} claims, ${((user + system) / 1000 / Math.max(tested, 1)).toFixed(1)} ms of processor each`)
console.log(`coverage of verifiable claims   ${share(sums.answered - sums.unanswerable, sums.verifiable)}`)
console.log(`right when answered             ${share(sums.right, sums.answered)}`)
console.log(`true claims called contradicted ${share(sums.falselyContradicted, sums.true)}`)
console.log(`planted errors found            ${share(sums.found, sums.planted)}`)
for (const [kind, { all, answered, right }] of [...byKind].sort())
  console.log(`  ${kind.padEnd(12)} answered ${share(answered, all)}, right ${share(right, answered)}`)
snapshot.close()
