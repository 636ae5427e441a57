import type { LedgerItem } from '../../../assessments/forms/ledger-item.ts'
import { bundledLedger, ledgerPairs } from '../../../assessments/record/ledger.ts'
import { identifyingWords } from '../../../states/names/identifying-words.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { LedgerEventSaid } from '../../said/pair-deeds-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText } from '../../text/days-of-text.ts'
import { actorsIn } from '../../text/names/actors.ts'
import { agreedYearsIn } from '../../text/numbers/agreed-years.ts'
import { quantitiesIn } from '../../text/numbers/quantities.ts'
import { topicStems } from '../../text/topics/topic-stems.ts'
import type { Finding } from '../../verdict.ts'
import { finding, joinedNames, nearestTrueStatement, stateName } from '../judging/findings.ts'
import { namesPeriod } from '../judging/stated-slots.ts'

/** The items of a pair's ledger (a bundled list of events between two states), and the weight of each word: the rarer in the items, the higher. */
interface LedgerText {
  readonly items: readonly { readonly item: LedgerItem; readonly words: ReadonlySet<string> }[]
  weight(word: string): number
}

const read = new Map<string, LedgerText | undefined>()

/** Returns the ledger of two states; undefined if there is none. */
function ledgerText(a: string, b: string): LedgerText | undefined {
  const key = [a, b].sort().join(' ')
  if (!ledgerPairs.some((pair) => [...pair].sort().join(' ') === key)) return undefined
  if (!read.has(key)) read.set(key, textOf(bundledLedger(a, b)?.items ?? []))
  return read.get(key)
}

const itemText = (item: LedgerItem): string => `${item.sentence} ${item.actors.map(({ name }) => name).join(' ')}`

function textOf(items: readonly LedgerItem[]): LedgerText {
  const worded = items.map((item) => ({ item, words: topicStems(itemText(item)) }))
  const counts = new Map<string, number>()
  for (const { words } of worded) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { items: worded, weight: (word) => Math.log((items.length + 1) / ((counts.get(word) ?? 0) + 1)) }
}

/** Topics of claims, each with the kinds of ledger items that can support it. */
const kinds: ReadonlyMap<string | undefined, readonly LedgerItem['kind'][]> = new Map<string, readonly LedgerItem['kind'][]>(
  Object.entries({
    exercises: ['exercise', 'patrol'],
    visits: ['summit', 'consultation', 'statement'],
    treaty: ['treaty', 'agreement', 'law'],
    relations: ['agreement', 'statement', 'treaty', 'summit', 'programme'],
    sanctions: ['sanctions'],
    'arms-exports': ['arms-transfer'],
    'arms-imports': ['arms-transfer'],
    'arms-contract': ['arms-transfer'],
    'weapon-systems': ['arms-transfer'],
    arms: ['arms-transfer', 'technology'],
    'gas-pipeline': ['energy-contract'],
    gas: ['energy-contract'],
    bases: ['deployment'],
  }),
)

/**
 * Tests events between two states that have a ledger. Supported by an item of the same period in similar words. A ledger is a selection, so absence from it
 * proves nothing.
 */
export const testLedgerEvent: Tester = async (claim, bench) => {
  const said = claim.said?.ledgerEvent
  const { period } = claim
  if (said === undefined || period === null) return undefined
  const states = partiesOf(claim, said)
  if (states.length > 2 && claim.measured?.topic === 'exercises') return sharedExercise(claim, said, bench, states, period)
  if (states.length !== 2) return undefined
  const ledger = ledgerText(states[0]!, states[1]!)
  if (ledger === undefined) return undefined
  const own = new Set(states.flatMap((state) => [...topicStems([...identifyingWords(state, lastDayOfText(bench))].join(' '))]))
  const asked = (said.stems ?? []).filter((word) => !own.has(word))
  const wanted = kinds.get(claim.measured?.topic) ?? []
  const scored = ledger.items
    .filter(({ item }) => isOfTime(item, period) && hasFigure(claim, item))
    .map(({ item, words }) => {
      const shared = asked.filter((word) => words.has(word))
      const kin = wanted.includes(item.kind) ? 1 : 0
      return { item, shared: shared.length, score: shared.reduce((sum, word) => sum + ledger.weight(word), 0) + kin }
    })
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (best === undefined || best.shared < 2 || best.score < least(period, namesPeriod(claim))) return undefined
  const { item } = best
  const evidence = [{ source: `ledger ${states.join('-')}`, vintage: item.date, rows: `item ${item.id}`, count: 1 }]
  const why = `The ledger of the pair, ${item.date}: ${item.sentence} (${item.sources.map(({ publisher }) => publisher).join(', ')})`
  const [told, held] = [said.spans ?? [], agreedYearsIn(item.sentence)]
  if (told.length === 0 || held.length === 0 || told.some((years) => held.includes(years))) return finding('supported', why, { evidence })
  return finding('partly', `${why} The claim says ${told.join(' and ')} years.`, {
    evidence,
    wouldBeTrue: nearestTrueStatement('value', item.sentence, evidence, item.date),
  })
}

/** Returns the states of the claim; if it has a single state (a leader's visit), also the other states in its statement. */
function partiesOf({ actors }: Claim, { states = [] }: LedgerEventSaid): readonly string[] {
  const own = actors.filter((actor) => /^[A-Z]{3}$/.test(actor))
  return own.length === 1 ? [...new Set([...own, ...states])] : own
}

/** Returns the total weight of shared words that is needed: more for a longer period, and more if the sentence does not name the period. */
function least(period: ClaimPeriod, own: boolean): number {
  const fine = 'at' in period ? period.at.length : 4
  return (
    (fine === 10 ? verdictLimits.ledgerWordsOfDay : fine === 7 ? verdictLimits.ledgerWordsOfMonth : verdictLimits.ledgerWordsOfYear) +
    (own ? 0 : verdictLimits.ledgerWordsOfText)
  )
}

/**
 * Whether an item falls in the period. An event that lasts until a later day must overlap the period; any other event, and a standing arrangement, must begin
 * in it.
 */
function isOfTime(item: LedgerItem, period: ClaimPeriod): boolean {
  const { from, to } = daysOf(period)
  const began = daysOf({ at: item.date })
  return began.from <= to && (item.until === null || item.form === 'standing' ? began.to : daysOf({ at: item.until }).to) >= from
}

/** Whether an item contains the claim's figure, within 2 %; true if the claim has no figure. */
function hasFigure(claim: Claim, item: LedgerItem): boolean {
  if (claim.value === null) return true
  return quantitiesIn(item.sentence, []).some(
    ({ value }) => Math.abs(value - claim.value!) <= verdictLimits.ledgerFigure * Math.abs(claim.value!),
  )
}

/** Tests who took part in an exercise of several states. The exercise is found by its name; undefined if no item of a ledger has that name. */
function sharedExercise(
  claim: Claim,
  { names = [] }: LedgerEventSaid,
  bench: ClaimTestContext,
  states: readonly string[],
  period: ClaimPeriod,
): Finding | undefined {
  const items = states.flatMap((a, i) => states.slice(i + 1).flatMap((b) => ledgerText(a, b)?.items ?? [])).map(({ item }) => item)
  const item = items.find((one) => one.kind === 'exercise' && isOfTime(one, period) && names.some((name) => one.sentence.includes(name)))
  if (item === undefined) return undefined
  const there = new Set(actorsIn(item.sentence, daysOf({ at: bench.date }).from).flatMap(({ ids }) => [...ids]))
  const missing = states.filter((state) => !there.has(state))
  const evidence = [{ source: 'ledger', vintage: item.date, rows: `item ${item.id}`, count: 1 }]
  if (missing.length === 0) return finding('supported', `The ledger, ${item.date}: ${item.sentence}`, { evidence })
  // an item may not name every participant
  if (there.size < states.length || !namesPeriod(claim))
    return finding('unverifiable', `The ledger, ${item.date}: ${item.sentence}`, { evidence })
  return finding('partly', `The ledger, ${item.date}: ${item.sentence} ${joinedNames(missing.map(stateName))} is not among them.`, {
    evidence,
    wouldBeTrue: nearestTrueStatement('actor', item.sentence, evidence, item.date),
  })
}
