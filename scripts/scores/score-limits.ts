import { writeFileSync } from 'node:fs'
import { type LimitName, limitTable, verdictLimits } from '../../src/claims/limits.ts'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { claimFromSlots } from '../../src/claims/slots/claim-from-slots.ts'
import type { ClaimSlots } from '../../src/claims/slots/claim-slots.ts'
import { checkClaims } from '../../src/claims/testing/check-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import type { TestedClaim, Verdict } from '../../src/claims/verdict.ts'
import { openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { type LimitChange, type LimitScore, limitsPage } from '../docs/limits-page.ts'
import { type Gold, matched, passagesIn } from './passages.ts'

/**
 * What halving and doubling each number that decides verdicts does to the verdicts: `score-limits RECORD FOLDER...`.
 * Writes docs/generated/claims-limits.md, with the scores in docs/generated/claims-limits.json. The annotated claims are tested as given;
 * numbers that this does not use are scored on the claims that are read from the texts.
 *
 * Only passages that use a number are tested again. A number that is used while something is cached gets a fresh
 * snapshot and all passages.
 */
type Mode = 'given' | 'read'

interface Text {
  readonly date: string
  readonly title: string
  readonly lines: readonly string[]
  readonly golds: readonly Gold[]
}

const [record, ...folders] = process.argv.slice(2)
const day = '2026-11-25'
const warm: Snapshot = await openSnapshot(record!)
const cards = new Map(warm.manifest.sources.map((card) => [card.id, card]))
const texts: readonly Text[] = folders.flatMap((folder) =>
  passagesIn([folder]).map(({ text, title = '', claims, ...passage }) => ({
    ...{ date: passage.date ?? '2024-06-30', title, lines: text.split('\n') },
    golds: claims.filter(({ checkable, truth }) => checkable && truth !== undefined),
  })),
)

/** The slots of an annotated claim as a file of claims gives them. */
function slotsOf(gold: Gold & Partial<ClaimSlots>): ClaimSlots {
  const { indicator = '', actors = [], direction = null, period = null, period_base = null, value = null, value_from = null } = gold
  const { unit = null, qualifier = null, source_named = null, kind, domain } = gold
  return {
    ...{ id: null, sentence: null, kind: kind as ClaimSlots['kind'], domain: domain as ClaimSlots['domain'], indicator, measured: null },
    ...{ actors, direction, period, period_base, value, value_from, unit, qualifier, source_named, said: null },
  }
}

const none: LimitScore = { answered: 0, right: 0, falselyContradicted: 0, errorsFound: 0 }
const plus = (a: LimitScore, b: LimitScore, sign = 1): LimitScore => ({
  answered: a.answered + sign * b.answered,
  right: a.right + sign * b.right,
  falselyContradicted: a.falselyContradicted + sign * b.falselyContradicted,
  errorsFound: a.errorsFound + sign * b.errorsFound,
})

function scoreOf(pairs: readonly (readonly [Gold, TestedClaim | undefined])[]): LimitScore {
  return pairs.reduce((sum, [{ truth, planted }, tested]) => {
    const verdict: Verdict = tested?.finding?.verdict ?? 'unverifiable'
    const isRight = truth!.verdict === verdict || truth!.accept?.includes(verdict) === true
    return plus(sum, {
      answered: Number(verdict !== 'unverifiable'),
      right: Number(verdict !== 'unverifiable' && isRight),
      falselyContradicted: Number(truth!.verdict === 'supported' && verdict === 'contradicted'),
      errorsFound: Number(planted === true && (verdict === 'contradicted' || verdict === 'partly')),
    })
  }, none)
}

const given = texts.map(({ golds }) =>
  golds.flatMap((gold, index) => {
    const made = claimFromSlots(slotsOf(gold as Gold & Partial<ClaimSlots>), index)
    return 'fault' in made ? [] : [{ gold, claim: made.claim }]
  }),
)
const read = texts.map(({ lines, date, title }) => readClaims(lines, date, title))

async function score(mode: Mode, i: number, snapshot: Snapshot): Promise<LimitScore> {
  const { date, golds, lines } = texts[i]!
  const bench = { snapshot, cards, date, today: day }
  if (mode === 'given') {
    const found = await checkClaims(
      given[i]!.map(({ claim }) => claim),
      bench,
    )
    return scoreOf(given[i]!.map(({ gold }, at) => [gold, found[at]]))
  }
  const found = await testClaims(read[i]!, bench)
  return scoreOf(
    lines.flatMap((_, line) => [
      ...matched(
        golds.filter((gold) => gold.sentence_index === line),
        found.filter(({ claim }) => claim.sentence_index === line && claim.checkable),
        ({ claim }) => claim,
      ),
    ]),
  )
}

const names = Object.keys(limitTable) as LimitName[]
let used = new Set<LimitName>()
const values: Record<string, number> = Object.fromEntries(names.map((name) => [name, limitTable[name].value]))
for (const name of names)
  Object.defineProperty(verdictLimits, name, {
    get: () => {
      used.add(name)
      return values[name]
    },
  })

interface Baseline {
  readonly scores: readonly LimitScore[]
  readonly uses: readonly ReadonlySet<LimitName>[]
}

async function baseline(mode: Mode, snapshot: Snapshot): Promise<Baseline> {
  const scores: LimitScore[] = []
  const uses: ReadonlySet<LimitName>[] = []
  for (const i of texts.keys()) {
    used = new Set()
    scores.push(await score(mode, i, snapshot))
    uses.push(used)
  }
  return { scores, uses }
}

const sum = (scores: readonly LimitScore[]): LimitScore => scores.reduce((all, one) => plus(all, one), none)
const kept = {
  given: [await baseline('given', warm), await baseline('given', warm)],
  read: [await baseline('read', warm), await baseline('read', warm)],
}
const passagesWith = (of: Baseline, name: LimitName): number[] => [...texts.keys()].filter((i) => of.uses[i]!.has(name))

async function measure(name: LimitName): Promise<LimitChange> {
  const mode: Mode | undefined = (['given', 'read'] as const).find((one) => passagesWith(kept[one][0]!, name).length > 0)
  if (mode === undefined) return { mode: null, texts: 0, halved: none, doubled: none }
  const [first, second] = kept[mode] as [Baseline, Baseline]
  const own = passagesWith(first, name)
  const isCached = passagesWith(second, name).length < own.length
  const changed = async (value: number): Promise<LimitScore> => {
    const snapshot = isCached ? await openSnapshot(record!) : warm
    values[name] = value
    let change = none
    try {
      for (const i of isCached ? texts.keys() : own) change = plus(change, plus(await score(mode, i, snapshot), first.scores[i]!, -1))
    } finally {
      values[name] = limitTable[name].value
      if (isCached) snapshot.close()
    }
    return change
  }
  return { mode, texts: own.length, halved: await changed(values[name]! / 2), doubled: await changed(2 * values[name]!) }
}

const changes: Record<string, LimitChange> = {}
for (const [i, name] of names.entries()) {
  changes[name] = await measure(name)
  console.log(`${i + 1} of ${names.length} ${name} ${JSON.stringify(changes[name])}`)
}
const measured = { given: sum(kept.given[0]!.scores), read: sum(kept.read[0]!.scores), changes }
writeFileSync('docs/generated/claims-limits.json', `${JSON.stringify(measured, null, 1)}\n`)
writeFileSync('docs/generated/claims-limits.md', limitsPage(measured))
warm.close()
