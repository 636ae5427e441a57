import { membershipsOf, nameOn, type State, stateOf } from '../../states/index.ts'
import type { Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import { amountWords, formatShare, inSentence, joinedWords, significant } from '../forms/wording.ts'
import { storedMemberships } from '../record/memberships.ts'
import { monthOfDay, type RouteAtHub, type RouteFinding, routesTo, spanWords } from './route-findings.ts'

/** What is known of goods from the EU that may go through one of the two to the other, or through third states to one of them. */
export interface ExportRoutes {
  readonly estimates: readonly Known[]
  readonly sentences: readonly string[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
}

const none: ExportRoutes = { estimates: [], sentences: [], items: [], notes: [] }

/** States to which EU exports are under measures and for which routes were worked out. */
const targets = ['RUS']
const bloc = 'EU'

const isRerouted = ({ verdict }: RouteAtHub): boolean => verdict === 'consistent with rerouting'

/** Where one of the two is a target of EU export bans and the other a possible hub: what the EU exported to the hub beyond expectation, all goods. */
export function routesOfSanctions(bench: DomainInputs): ExportRoutes {
  const found = hubOfPair(bench, 'all')
  if (found === undefined) return none
  const { finding, at, hub, target } = found
  const [estimate, whom] = [
    excessFigure(bench, finding, [at], `eu-exports-beyond-expected-${hub.iso3.toLowerCase()}`),
    inSentence(hub.name),
  ]
  const sentence = isRerouted(at)
    ? `After the EU’s measures on ${inSentence(target.name)} of ${monthOfDay(finding.since)}, EU exports of all goods to ${whom} were ${overExpected(finding, at)}: consistent with rerouting to ${inSentence(target.name)}, and no proof of it.`
    : `EU exports to ${whom} in ${spanWords(finding.period)} were not clearly above what exports to control states suggest (q ${significant(at.excess.q)}), so there is no finding of rerouting to ${inSentence(target.name)}.`
  return { ...none, estimates: [estimate], sentences: [sentence], notes: [caution(target)] }
}

/** The same of goods under EU export sanctions and of the Common High Priority List, by product, for the domain technology. */
export function routesOfTechnology(bench: DomainInputs): ExportRoutes {
  const lists = ['sanctioned', 'chpl'].flatMap((list) => hubOfPair(bench, list) ?? [])
  const [first] = lists
  if (first === undefined) return none
  const { hub, target } = first
  const [start, ...rest] = lists.map(({ finding, at }) => listSentence(finding, at))
  return {
    ...none,
    sentences: [`EU exports to ${inSentence(hub.name)} of ${[start, ...rest].join('; of ')}.`],
    items: lists.map(({ finding, at }) => itemOf(finding, at, hub)),
    notes: [caution(target)],
  }
}

/** Where one of the two is a target and the other is the EU or a member of it: the third states through which goods may go. */
export async function routesThroughThirdStates(bench: DomainInputs): Promise<ExportRoutes> {
  const { a, b, to } = bench.dyad
  const target = [a, b].find(({ iso3 }) => targets.includes(iso3))
  const other = target === a ? b : a
  if (target === undefined) return none
  const finding = routesTo(bench.snapshot, target.iso3, to).find(({ list }) => list === 'all')
  if (finding === undefined || !(await isOfUnion(bench, other))) return none
  const through = finding.hubs.filter(isRerouted)
  const rest = finding.hubs.filter((hub) => !isRerouted(hub))
  if (through.length === 0) return none
  const [value, low, high] = (['value', 'low90', 'high90'] as const).map((end) =>
    through.reduce((sum, { excess }) => sum + excess[end], 0),
  ) as [number, number, number]
  const shares = [low, high].map((end) => formatShare(end / finding.missing)).join(' to ')
  return {
    ...none,
    estimates: [excessFigure(bench, finding, through, 'eu-exports-beyond-expected')],
    sentences: [
      `EU exports to ${namesOf(through, to)} rose beyond those to control states by ${amountWords(value, 'EUR')} a year in ${spanWords(finding.period)}, ${formatShare(value / finding.missing)} (90 % interval ${shares}) of what is missing in EU exports to ${inSentence(target.name)}: consistent with rerouting, and no proof of it.`,
      `There is no finding at ${namesOf(rest, to)}. The command visavis routes ${target.iso3} has products, methods and placebos.`,
    ],
  }
}

interface HubOfPair {
  readonly finding: RouteFinding
  readonly at: RouteAtHub
  readonly hub: State
  readonly target: State
}

function hubOfPair({ dyad: { a, b, to }, snapshot }: DomainInputs, list: string): HubOfPair | undefined {
  for (const [target, hub] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!targets.includes(target.iso3)) continue
    const finding = routesTo(snapshot, target.iso3, to).find((one) => one.list === list)
    const at = finding?.hubs.find(({ iso3 }) => iso3 === hub.iso3)
    if (finding !== undefined && at !== undefined) return { finding, at, hub, target }
  }
  return undefined
}

async function isOfUnion({ snapshot, dyad }: DomainInputs, { iso3 }: State): Promise<boolean> {
  if (iso3 === bloc) return true
  const rows = (await storedMemberships(snapshot)).of(iso3)
  return membershipsOf(rows, iso3, dyad.to).some((one) => one.bloc === bloc && one.role === 'member')
}

function excessFigure({ cards }: DomainInputs, finding: RouteFinding, hubs: readonly RouteAtHub[], id: string): Known {
  const [value, low, high] = (['value', 'low90', 'high90'] as const).map((end) =>
    hubs.reduce((sum, { excess }) => sum + excess[end], 0),
  ) as [number, number, number]
  const names = hubs.map(({ iso3 }) => iso3)
  const years = (span: string): number => Number(span.slice(11, 15)) - Number(span.slice(0, 4)) + 1
  return {
    state: 'estimated',
    id,
    label: `EU exports to ${namesOf(hubs, finding.period.slice(11))} beyond expected, a year`,
    ...{ unit: 'EUR', period: yearsOf(finding.period), value, interval: { level: 0.9, low, high, kind: 'placebo' } },
    method: `exports less those of ${yearsOf(finding.before)} times the growth of exports to control states; interval from ${finding.states} states that are no hubs; visavis routes ${finding.target}`,
    evidence: [
      {
        source: 'comext',
        vintage: vintageOf(cards, 'comext'),
        rows: `observations where source = 'comext' and indicator = 'goods-exports' and from_id = 'EU' and reporter = 'EU' and to_id in (${names.map((name) => `'${name}'`).join(', ')}) and start_date >= '${finding.before.slice(0, 10)}' and end_date <= '${finding.period.slice(11)}'`,
        count: names.length * (years(finding.before) + years(finding.period)),
      },
    ],
  }
}

const overExpected = ({ period }: RouteFinding, { excess }: RouteAtHub): string =>
  `${amountWords(excess.value, 'EUR')} a year (90 % interval ${amountWords(excess.low90, 'EUR')} to ${amountWords(excess.high90, 'EUR')}) above what exports to control states suggest in ${spanWords(period)}`

/** `goods under EU export sanctions went from EUR 60.4 m in … to EUR 480 m in …, EUR 379 m (…) more than exports to control states suggest: consistent with rerouting`. */
function listSentence({ list, before, period }: RouteFinding, { pre, post, excess, verdict }: RouteAtHub): string {
  const goods = list === 'chpl' ? 'goods of the Common High Priority List' : 'goods under EU export sanctions'
  const [from, to] = [amountWords(pre, 'EUR'), amountWords(post, 'EUR')]
  const when = list === 'chpl' ? `from ${from} to ${to}` : `from ${from} in ${spanWords(before)} to ${to} in ${spanWords(period)}`
  const ends = `90 % interval ${amountWords(excess.low90, 'EUR')} to ${amountWords(excess.high90, 'EUR')}`
  return verdict === 'consistent with rerouting'
    ? `${goods} went ${when}, ${amountWords(excess.value, 'EUR')} (${ends}) more than exports to control states suggest: consistent with rerouting`
    : `${goods} went ${when}, not clearly more than exports to control states suggest (${ends})`
}

const caution = (target: State): string =>
  `Exports beyond expectation are no shipments seen to go on to ${inSentence(target.name)}: the hub may buy more for itself, or what came through ${inSentence(target.name)} before.`

function itemOf(finding: RouteFinding, { iso3, growth, expected, excess, rank, of }: RouteAtHub, hub: State): Item {
  const goods = finding.list === 'chpl' ? 'goods of the Common High Priority List' : 'goods under EU export sanctions'
  return {
    kind: 'figure',
    date: finding.period.slice(11),
    text: `EU exports of ${goods} to ${inSentence(hub.name)}, ${spanWords(finding.period)}: ${significant(growth)} times those of ${spanWords(finding.before)}, expected ${significant(expected)} times; q ${significant(excess.q)}; place ${rank} of ${of} by growth of all goods. Products: visavis routes ${finding.target} --goods ${finding.list} --hubs ${iso3}`,
    source: 'comext',
    citation: 'Eurostat. EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409). Extract of 19 January 2023.',
  }
}

const namesOf = (hubs: readonly RouteAtHub[], day: string): string =>
  joinedWords(hubs.map(({ iso3 }) => inSentence(stateOf(iso3) === undefined ? iso3 : nameOn(stateOf(iso3)!, day))))

const yearsOf = (span: string): string => `${span.slice(0, 4)}/${span.slice(11, 15)}`
