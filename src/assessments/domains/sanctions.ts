import { blocOf, membershipsOf, type State, stateOf } from '../../states/index.ts'
import type { Estimate } from '../../store/index.ts'
import { routesOfSanctions } from '../economy/export-routes.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { toldDateWords } from '../forms/told-date-words.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { counted, inSentence, joinedWords } from '../forms/wording.ts'
import { isEmptyFramework, sureTo } from '../record/empty-frameworks.ts'
import { storedMemberships } from '../record/memberships.ts'
import { leftRegime } from '../record/regimes-not-applied.ts'
import { isNoSanctionEstimated, missedWords, type Recall, recallWords, sanctionsRecall, unSanctionsRecall } from '../record/table-recall.ts'
import { type SanctionsRegime, sanctionsRegimes } from '../relations/sanctions-regimes.ts'
import { unSanctionWords } from '../relations/un-aims.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'
import { inForceOn } from '../rows/spells.ts'

const source = 'sanctions-regimes'

/**
 * Assesses the sanctions regimes in force on the day: by one of the two on the other, and by the UN on either. Also senders that target both, and third states
 * that both target.
 */
export async function assessSanctions(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const all = await regimesOn(bench)
  const inForce = all.filter((regime) => !isEmptyFramework(regime, to))
  const [byA, byB] = await Promise.all([sendersFor(bench, a), sendersFor(bench, b)])
  const [ofA, ofB] = [ownRegimes(inForce, a, byA, to), ownRegimes(inForce, b, byB, to)]
  const aOnB = ofA.filter(({ target }) => target === b.iso3)
  const bOnA = ofB.filter(({ target }) => target === a.iso3)
  const un = inForce.filter((regime) => regime.sender === 'UN' && [a.iso3, b.iso3].includes(regime.target))
  const empty = all.filter((regime) => isEmptyFramework(regime, to))
  const frameworks = [
    ...[...ownRegimes(empty, a, byA, to).filter(({ target }) => target === b.iso3)],
    ...[...ownRegimes(empty, b, byB, to).filter(({ target }) => target === a.iso3)],
  ]
  const both = commonSenders(inForce, a, b)
  const joint = commonTargets(ofA, ofB, [a.iso3, b.iso3])
  const onBoth = inForce.filter(({ sender, target }) => both.includes(sender) && [a.iso3, b.iso3].includes(target)).filter(onState)
  const byBoth = [...new Set([...ofA, ...ofB])].filter(({ target }) => joint.includes(target)).filter(onState)
  const held = await sanctionsRegimes(bench.snapshot)
  const areBothInEu = byA.includes('EU') && byB.includes('EU')
  const estimates = [
    directedCount(bench, { id: 'regimes-a-on-b', from: a, to: b, senders: byA, areBothInEu }, aOnB, held),
    directedCount(bench, { id: 'regimes-b-on-a', from: b, to: a, senders: byB, areBothInEu }, bOnA, held),
    unCount(bench, un, held),
    count(bench, 'common-senders', 'senders that have sanctions on both (persons alone left out)', both.length, onBoth, onStates),
    count(bench, 'common-targets', 'third states under sanctions of both (persons alone left out)', joint.length, byBoth, onStates),
  ]
  const observed = estimates.some((estimate) => estimate.state === 'observed')
  const known = observed || estimates.some((estimate) => estimate.state === 'estimated')
  const around = routesOfSanctions(bench)
  return {
    id: 'sanctions',
    title: 'Sanctions',
    state: observed ? 'observed' : known ? 'estimated' : 'unknown',
    summary: covered(bench)
      ? [summary(bench, { aOnB, bOnA, un, frameworks, both, joint, areBothInEu }), ...around.sentences].join(' ')
      : `Unknown: the record's sanctions regimes do not cover ${to}.`,
    estimates: [...estimates, ...around.estimates],
    items: [...aOnB, ...bOnA, ...un, ...frameworks].map((regime) => itemOf(regime, to)),
    notes: [
      'The table has embargoes and the main regimes, so a count is "at least"; single persons and firms are not listed.',
      ...(aOnB.length + bOnA.length === 0 ? recallNotes(bench, areBothInEu) : []),
      ...around.notes,
    ],
    ...(known ? {} : { wouldFill: 'The Global Sanctions Data Base (globalsanctionsdatabase.com), cases 1949 on, on request.' }),
  }
}

/** Counts regimes, because one regime may have a row for each step. */
function distinct(regimes: readonly SanctionsRegime[]): number {
  return new Set(regimes.map((regime) => regime.regime)).size
}

async function regimesOn({ snapshot, dyad }: DomainInputs): Promise<SanctionsRegime[]> {
  return (await sanctionsRegimes(snapshot)).filter((regime) => inForceOn(regime, dyad.to))
}

/** Whether the sender is a state, or a bloc that can bind its members. A body that only makes recommendations, such as the OSCE, does not count. */
function isParty(sender: string): boolean {
  return sender !== 'UN' && (stateOf(sender) !== undefined || blocOf(sender) !== undefined)
}

/**
 * Lists the senders of a state: the state itself, and bodies of which it is a full member, such as the EU. The UN is counted separately, because its regimes
 * bind every state.
 */
async function sendersFor(bench: DomainInputs, state: State): Promise<string[]> {
  const rows = (await storedMemberships(bench.snapshot)).of(state.iso3)
  const blocs = membershipsOf(rows, state.iso3, bench.dyad.to).filter((membership) => membership.role === 'member')
  return [state.iso3, ...blocs.map((membership) => membership.bloc).filter((bloc) => bloc !== 'UN')]
}

/** Asset freezes and travel bans on persons are not sanctions on a state, so they do not make a common sender or target. */
const onStates = " and not regexp_full_match(measures, '(assets|travel|,)*')"

function onState(regime: SanctionsRegime): boolean {
  return regime.measures.split(',').some((measure) => measure !== 'assets' && measure !== 'travel')
}

function commonSenders(inForce: readonly SanctionsRegime[], a: State, b: State): string[] {
  const on = (target: string): Set<string> =>
    new Set(
      inForce.filter((regime) => regime.target === target && onState(regime) && isParty(regime.sender)).map((regime) => regime.sender),
    )
  const onB = on(b.iso3)
  return [...on(a.iso3)].filter((sender) => onB.has(sender)).sort()
}

function commonTargets(ofA: readonly SanctionsRegime[], ofB: readonly SanctionsRegime[], pair: readonly string[]): string[] {
  const targets = (regimes: readonly SanctionsRegime[]): Set<string> =>
    new Set(regimes.filter((regime) => !pair.includes(regime.target) && onState(regime)).map(({ target }) => target))
  const inB = targets(ofB)
  return [...targets(ofA)].filter((target) => inB.has(target)).sort()
}

/** Returns the regimes that a state applies, its own or of a body that it is in. */
function ownRegimes(inForce: readonly SanctionsRegime[], state: State, senders: readonly string[], day: string): SanctionsRegime[] {
  return inForce.filter(({ regime, sender }) => {
    const left = leftRegime(regime, state.iso3)
    return senders.includes(sender) && (left === undefined || day < left)
  })
}

function covered(bench: DomainInputs): boolean {
  const window = bench.cards.get(source)?.coverage[0]
  return window !== undefined && bench.dyad.to >= window.from && bench.dyad.to <= window.to
}

/** One side's regimes on the other. */
interface Direction {
  readonly id: string
  readonly from: State
  readonly to: State
  /** The state, and the blocs that it belongs to. */
  readonly senders: readonly string[]
  readonly areBothInEu: boolean
}

/** Counts one side's regimes on the other; where the table has none, an estimate of none with the recall of the table, or unknown where that is too low. */
function directedCount(
  bench: DomainInputs,
  { id, from, to, senders, areBothInEu }: Direction,
  found: readonly SanctionsRegime[],
  held: readonly SanctionsRegime[],
): Estimate {
  const label = `regimes of ${inSentence(from.name)}, or a body it is in other than the UN, on ${inSentence(to.name)}`
  if (found.length > 0 || !covered(bench)) return count(bench, id, label, distinct(found), found)
  const { recall, what } = silenceOf(bench, from, areBothInEu)
  return noneFound(
    bench,
    { id, label },
    recall,
    what,
    held.filter(({ sender }) => senders.includes(sender)),
  )
}

/** Counts the regimes of the Security Council on either; as `directedCount`. */
function unCount(bench: DomainInputs, found: readonly SanctionsRegime[], held: readonly SanctionsRegime[]): Estimate {
  const [id, label] = ['un-regimes', 'UN regimes that concern either']
  if (found.length > 0 || !covered(bench)) return count(bench, id, label, distinct(found), found)
  const recall = unSanctionsRecall(bench.dyad.to)
  return noneFound(
    bench,
    { id, label },
    recall,
    'UN sanctions',
    held.filter(({ sender }) => sender === 'UN'),
  )
}

function noneFound(
  bench: DomainInputs,
  figure: { readonly id: string; readonly label: string },
  recall: Recall | undefined,
  what: string,
  looked: readonly SanctionsRegime[],
): Estimate {
  const { to } = bench.dyad
  const subject = { ...figure, unit: 'count', period: to }
  if (recall === undefined || !isNoSanctionEstimated(recall)) return unknown(subject, whyUnknown(recall, what))
  const inForce = looked.filter((regime) => inForceOn(regime, to))
  const senders = new Set(inForce.map(({ sender }) => sender))
  const rows = senders.size === 0 ? 'false' : `sender in ${inList(senders)} and ${inForceCondition(to)}`
  return {
    ...subject,
    state: 'estimated',
    value: 0,
    interval: { level: 0.9, low: 0, high: 0, kind: 'binomial' },
    method: `none among the regimes of the record in force on ${to}; ${recallWords(recall, what)}`,
    evidence: [
      { source, vintage: vintageOf(bench.cards, source), rows: `sanctions where source = '${source}' and ${rows}`, count: inForce.length },
    ],
    note: `None found; ${recallWords(recall, what)}.`,
  }
}

function whyUnknown(recall: Recall | undefined, what: string): string {
  return recall === undefined
    ? 'none recorded, and how complete the table is for that time was not measured'
    : `none recorded, but ${missedWords(recall, what)}`
}

/** Returns what the silence of the table on a sender is worth, and the name of what it may miss. */
function silenceOf({ dyad }: DomainInputs, from: State, areBothInEu: boolean): { recall: Recall | undefined; what: string } {
  return areBothInEu
    ? { recall: sanctionsRecall('EU', dyad.to), what: 'sanctions between members of the European Union' }
    : { recall: sanctionsRecall(from.iso3, dyad.to), what: `sanctions of ${inSentence(from.name)}` }
}

/** Returns a count of regimes in the table; where there are none, the count is unknown, not zero. */
function count(bench: DomainInputs, id: string, label: string, value: number, rows: readonly SanctionsRegime[], which = ''): Estimate {
  const { to } = bench.dyad
  const reason = covered(bench) ? 'none recorded, and the table is not complete' : `the table does not cover ${to}`
  if (value === 0 || !covered(bench)) return unknown({ id, label, unit: 'count', period: to }, reason)
  return {
    state: 'observed',
    id,
    label,
    unit: 'count',
    period: to,
    value,
    interval: 'exact',
    certainty: 'at least',
    method: `count in the record's table of embargoes and main regimes, in force on ${to}`,
    evidence: [{ source, vintage: vintageOf(bench.cards, source), rows: `${regimeRows(rows, to)}${which}`, count: rows.length }],
  }
}

/** Selects the rows in force on the day by regime, sender and target. */
export function regimeRows(rows: readonly Pick<SanctionsRegime, 'regime' | 'sender' | 'target'>[], day: string): string {
  const [regimes, senders, targets] = (['regime', 'sender', 'target'] as const).map((name) => inList(new Set(rows.map((row) => row[name]))))
  return `sanctions where source = '${source}' and regime in ${regimes} and sender in ${senders} and target in ${targets} and ${inForceCondition(day)}`
}

interface Found {
  readonly aOnB: SanctionsRegime[]
  readonly bOnA: SanctionsRegime[]
  readonly un: SanctionsRegime[]
  readonly frameworks: SanctionsRegime[]
  readonly both: string[]
  readonly joint: string[]
  readonly areBothInEu: boolean
}

/** Says first what is in force: sanctions of one on the other, then those of the UN, which bind every member; then what was not found. */
function summary(bench: DomainInputs, found: Found): string {
  const { a, b, to } = bench.dyad
  const { aOnB, bOnA, un, frameworks, both, joint, areBothInEu } = found
  const ways = [
    { from: a, on: b, regimes: aOnB },
    { from: b, on: a, regimes: bOnA },
  ]
  const own = ways.filter(({ regimes }) => regimes.length > 0).map(({ from, on, regimes }) => directed(from, on, regimes))
  const inForce = [...own, ...byUn([a, b], un)]
  const none =
    own.length === 0
      ? [noneOfTheirOwn(inSentence(a.name), inSentence(b.name), inForce.length > 0)]
      : ways
          .filter(({ regimes }) => regimes.length === 0)
          .map(({ from, on }) => `the record names none of ${inSentence(from.name)} on ${inSentence(on.name)}`)
  return [
    inForce.length === 0 ? `${none.join('; ')} for ${to}.` : `On ${to} ${[...inForce, ...none].join('; ')}.`,
    ...frameworkSentences([a, b], frameworks, to),
    ...(own.length === 0 ? unknownSides(bench, areBothInEu) : []),
    ...(both.length === 0 ? [] : [`Both are under sanctions of ${joinedWords(both.map(partyName))}.`]),
    ...(joint.length === 0 || [a, b].some((state) => isThin(bench, state))
      ? []
      : [
          `Both, by themselves or through a body they belong to, have sanctions on at least ${counted(joint.length, 'third state', 'third states')}: ${joinedWords(joint.map(partyName))}.`,
        ]),
  ].join(' ')
}

function byUn(pair: readonly State[], un: readonly SanctionsRegime[]): string[] {
  const under = pair.map(({ iso3, name }) => ({ name, steps: un.filter(({ target }) => target === iso3) }))
  return under.filter(({ steps }) => steps.length > 0).map(({ name, steps }, i) => unSanctionWords(inSentence(name), steps, i === 0))
}

function noneOfTheirOwn(a: string, b: string, besideUn: boolean): string {
  return besideUn
    ? `the record names no sanctions of ${a} on ${b}, or of ${b} on ${a}`
    : `No sanctions regime of ${a} on ${b} or the other way round was found`
}

/** Says that a side has a framework under which nobody is listed. */
function frameworkSentences(pair: readonly State[], frameworks: readonly SanctionsRegime[], day: string): string[] {
  return pair.flatMap((on, i) =>
    frameworks
      .filter(({ target }) => target === on.iso3)
      .map((regime) => {
        const from = pair[1 - i]!
        const through = regime.sender === from.iso3 ? '' : `, through ${partyName(regime.sender)},`
        const last = sureTo(regime, day)
        const until =
          last === undefined
            ? ''
            : `; the text read has it in force to ${toldDateWords(last.slice(0, 7))}, and whether it was renewed was not checked`
        return `${inSentence(from.name)}${through} has a framework for sanctions concerning ${inSentence(on.name)} under which nobody is listed${until}.`
      }),
  )
}

/** Whether the table finds fewer than half of the sanctions of a state that the reference has, so that a list of its targets would be mostly gaps. */
function isThin({ dyad }: DomainInputs, { iso3 }: State): boolean {
  const recall = sanctionsRecall(iso3, dyad.to)
  return recall === undefined || (recall.of > 0 && recall.found / recall.of < 0.5)
}

/** Names the sides of which silence of the table proves nothing. */
function unknownSides(bench: DomainInputs, areBothInEu: boolean): string[] {
  const { a, b, to } = bench.dyad
  const open = [a, b].filter((state) => {
    const { recall } = silenceOf(bench, state, areBothInEu)
    return recall === undefined || !isNoSanctionEstimated(recall)
  })
  if (open.length === 0) return []
  const whose = joinedWords(open.map((state) => `those of ${inSentence(state.name)}`))
  return covered(bench) && to >= '2013'
    ? [`The table is not complete enough on ${whose} to rule them out.`]
    : ['How complete the table is for that time was not measured.']
}

/** Says for each side what the silence of the table is worth; as a list of one or none. */
function recallNotes(bench: DomainInputs, areBothInEu: boolean): string[] {
  const parts = [bench.dyad.a, bench.dyad.b].flatMap((state) => {
    const { recall, what } = silenceOf(bench, state, areBothInEu)
    return recall === undefined ? [] : [isNoSanctionEstimated(recall) ? recallWords(recall, what) : missedWords(recall, what)]
  })
  return parts.length === 0 ? [] : [`Held against the Global Sanctions Data Base (GSDB): ${[...new Set(parts)].join('; ')}.`]
}

/** Returns the name of a sender or target in a sentence. */
function partyName(id: string): string {
  const state = stateOf(id)
  return state === undefined ? `the ${id}` : inSentence(state.name)
}

/** Names the sender with the body through which it acts: that Malta takes part in sanctions of the EU does not make them Malta's own. */
function directed(sender: State, target: State, regimes: readonly SanctionsRegime[]): string {
  const measures = [...new Set(regimes.flatMap((regime) => regime.measures.split(',')))].sort()
  const bodies = [...new Set(regimes.map((regime) => regime.sender))].filter((id) => id !== sender.iso3).map(partyName)
  const through =
    bodies.length === 0
      ? ''
      : regimes.some((regime) => regime.sender === sender.iso3)
        ? `, also through ${joinedWords(bodies)},`
        : `, through ${joinedWords(bodies)},`
  return `${inSentence(sender.name)}${through} has at least ${counted(distinct(regimes), 'sanctions regime', 'sanctions regimes')} on ${inSentence(target.name)} (${joinedWords(measures)})`
}

function itemOf(regime: SanctionsRegime, day: string): Item {
  const last = sureTo(regime, day)
  const end = last !== undefined ? `to ${last} at least` : regime.end_date === null ? 'in force' : `to ${regime.end_date}`
  return {
    kind: 'regime',
    date: regime.start_date,
    text: `${regime.sender} on ${regime.target}: ${regime.name} (${regime.measures.split(',').join(', ')}); from ${regime.start_date}, ${end}${regime.note === null ? '' : `. ${regime.note}`}`,
    source,
    citation: regime.citation,
  }
}
