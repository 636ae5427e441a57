import { stateOf } from '../../states/index.ts'
import { excess, isNearZeroBase, substitutionRatio } from '../methods/excess.ts'
import { falseDiscoveryRates } from '../methods/false-discovery.ts'
import { ghostShare, type ShareWithInterval } from '../methods/ghost-share.ts'
import { reExportEcho } from '../methods/re-export-echo.ts'
import { unitValuePremium } from '../methods/unit-value-premium.ts'
import { reportsByYear } from '../panels/reports-by-year.ts'
import { hubReports, unitValues } from '../panels/reports-of-both.ts'
import { firstTreatedYear } from '../windows/month-window.ts'
import { type PartnerSums, partnerSums } from './hub-sums.ts'
import { hubNeeds } from './needs.ts'
import type { HubAnswer, HubMethods, IntervalWithRate, RoutesAnswer } from './routes-answer.ts'
import { controlsByProduct, findingRate, type RoutesBasis } from './routes-basis.ts'

/** Months after arrival within which goods may leave again. */
const echoLag = 3

type Sums = Pick<RoutesAnswer, 'direct' | 'hubs'>

/** Returns exports to the target, and the answer on each hub, the largest excess first. */
export async function hubAnswers(basis: RoutesBasis, methods: ReadonlyMap<string, HubMethods>): Promise<Sums> {
  const { request, hubs, hubTests } = basis
  const target = partnerSums(basis, request.target)
  const missing = target === undefined ? 0 : target.comparable.expected - target.comparable.post
  const known = [...hubTests].map(([hub, found]) => ({ hub, ...found }))
  const q = falseDiscoveryRates(Float64Array.from(known, ({ test }) => test.p))
  const answers = await Promise.all(
    hubs.map((hub) => {
      const place = known.findIndex((one) => one.hub === hub)
      const found = known[place]
      const finding = found === undefined ? null : findingOf(found.sums, found.test, q[place]!)
      const detectable = found === undefined ? null : found.test.reach * found.sums.comparable.expected
      return hubAnswer(basis, { hub, sums: partnerSums(basis, hub), finding, detectable, missing, target, methods: methods.get(hub)! })
    }),
  )
  return {
    direct: { pre: target?.pre ?? 0, post: target?.post ?? 0, fall: (target?.pre ?? 0) - (target?.post ?? 0), missing },
    hubs: answers.sort(hubs.length > mostNamed ? byRate : byExcess),
  }
}

/** With more hubs than anybody names, every state is looked at: then the clearest come first, since the largest trade always has the largest excess. */
const mostNamed = 25

function byExcess(a: HubAnswer, b: HubAnswer): number {
  const of = (one: HubAnswer): number => one.excess?.value ?? Number.NEGATIVE_INFINITY
  return of(a) === of(b) ? (a.iso3 < b.iso3 ? -1 : 1) : of(b) - of(a)
}

function byRate(a: HubAnswer, b: HubAnswer): number {
  return (a.excess?.q ?? 1) - (b.excess?.q ?? 1) || byExcess(a, b)
}

/** The excess with the interval that placebo states' growth gives it. */
function findingOf(
  { comparable: { post, expected } }: PartnerSums,
  { low, high }: { readonly low: number; readonly high: number },
  q: number,
): IntervalWithRate {
  const value = excess({ pre: expected, post }, 1)
  const ends = [post - expected * high, post - expected * low]
  return { value, low90: Math.min(value, ...ends), high90: Math.max(value, ...ends), q }
}

interface HubParts {
  readonly hub: string
  readonly sums: PartnerSums | undefined
  readonly finding: IntervalWithRate | null
  readonly detectable: number | null
  readonly missing: number
  readonly target: PartnerSums | undefined
  readonly methods: HubMethods
}

async function hubAnswer(basis: RoutesBasis, { hub, sums, finding, detectable, missing, target, methods }: HubParts): Promise<HubAnswer> {
  const { request, background } = basis
  const { ghost, echo, premium } = await reportsOf(basis, hub)
  const reports = await reportsByYear(basis.snapshot, basis.yearly, hub, request.target, firstTreatedYear(request.since))
  const found = productsFound(basis, hub)
  const needs = hubNeeds({ target: request.target, hub, list: request.goods, since: request.since })
  const lacking = { ghost_share: ghost, echo, unit_value: premium, mirror_residual: null }
  const isFound = finding !== null && finding.q! <= findingRate && finding.low90 > 0 && missing > 0
  return {
    ...{ iso3: hub, name: stateOf(hub)?.name ?? hub, pre: sums?.pre ?? 0, post: sums?.post ?? 0 },
    near_zero_base: sums !== undefined && isNearZeroBase(sums),
    growth: sums === undefined || sums.comparable.pre <= 0 ? null : sums.comparable.post / sums.comparable.pre,
    expected_growth: sums === undefined || sums.comparable.pre <= 0 ? background.growth : sums.comparable.expected / sums.comparable.pre,
    excess: finding,
    detectable,
    substitution: finding === null ? null : substitutionOf(finding, missing, sums!, target!),
    ...{ ghost_share: withoutQ(ghost), echo: withoutQ(echo), unit_value: withoutQ(premium), products_found: found, methods, reports },
    verdict: finding === null ? 'unknown' : isFound ? 'consistent with rerouting' : 'no finding',
    needs: {
      ...(finding === null ? { excess: `exports to ${hub} by product and month: visavis add comext-products FILE...` } : {}),
      ...Object.fromEntries(Object.entries(needs).filter(([name]) => lacking[name as keyof typeof lacking] === null)),
    },
  }
}

function withoutQ(share: ShareWithInterval | null): IntervalWithRate | null {
  return share === null ? null : { value: share.value, low90: share.low90, high90: share.high90, q: null }
}

/** The share of the missing exports that the excess would make up; null if exports to the target are not missing. */
function substitutionOf(finding: IntervalWithRate, missing: number, hub: PartnerSums, target: PartnerSums): HubAnswer['substitution'] {
  const shares = [finding.value, finding.low90, finding.high90].map((amount) => substitutionRatio(amount, missing))
  const [value, low90, high90] = shares
  if (value === undefined || low90 === undefined || high90 === undefined) return null
  return { value, low90, high90, q: finding.q, raw: substitutionRatio(hub.post - hub.pre, target.pre - target.post) ?? null }
}

async function reportsOf(
  basis: RoutesBasis,
  hub: string,
): Promise<{ ghost: ShareWithInterval | null; echo: ShareWithInterval | null; premium: ShareWithInterval | null }> {
  const { snapshot, request, window } = basis
  const { flows, through, treated } = await hubReports(snapshot, hub, request.target, request.goods, request.since)
  const months = through[0]?.arriving.length ?? 0
  const controls = controlsByProduct(basis)
  const values =
    window === undefined || controls.length === 0 ? [] : await unitValues(snapshot, { hub, controls, list: request.goods, window })
  return {
    ghost: ghostShare(flows) ?? null,
    echo: treated >= 1 && months > treated + echoLag ? (reExportEcho(through, treated, echoLag) ?? null) : null,
    premium: unitValuePremium(values) ?? null,
  }
}

function productsFound({ tests, holdings }: RoutesBasis, hub: string): HubAnswer['products_found'] {
  if (tests === undefined || holdings?.partners.includes(hub) !== true) return null
  const cells = [...tests.at.values()].flat().filter(({ iso3 }) => iso3 === hub)
  const found = cells.filter(({ q, excess: amount }) => q <= findingRate && amount > 0)
  return {
    found: found.length,
    tested: cells.length,
    excess: found.reduce((sum, cell) => sum + cell.excess, 0),
    trend: Math.exp(tests.trends.get(hub)!) - 1,
  }
}

/**
 * The hubs together: their rise over the target's fall, raw and net of controls. These are the hubs that were asked for; else those with a finding, or all where
 * none has one. The interval adds the hubs' ends, as if all erred the same way.
 */
export function togetherOf({ hubs, direct }: Sums, areAsked: boolean): RoutesAnswer['together'] {
  const held = hubs.filter((hub) => hub.excess !== null)
  const found = held.filter(({ verdict }) => verdict === 'consistent with rerouting')
  const known = areAsked || found.length === 0 ? held : found
  // a sum over the whole world is no statement on hubs
  if (known.length === 0 || known.length > mostNamed) return null
  const total = (of: (hub: HubAnswer) => number): number => known.reduce((sum, hub) => sum + of(hub), 0)
  const rise = total((hub) => hub.post - hub.pre)
  const all: IntervalWithRate = {
    value: total((hub) => hub.excess!.value),
    low90: total((hub) => hub.excess!.low90),
    high90: total((hub) => hub.excess!.high90),
    q: null,
  }
  const share = (amount: number): number => amount / direct.missing
  return {
    hubs: known.map(({ iso3 }) => iso3).sort(),
    ...{ rise, excess: all, raw: substitutionRatio(rise, direct.fall) ?? null },
    not_arrived: notArrivedOf(hubs),
    net: direct.missing > 0 ? { value: share(all.value), low90: share(all.low90), high90: share(all.high90), q: null } : null,
  }
}

/** What hubs with a finding do not report of the EU's additional exports, added up over those that report both sides of the date. */
function notArrivedOf(hubs: readonly HubAnswer[]): NonNullable<RoutesAnswer['together']>['not_arrived'] {
  const known = hubs.flatMap(({ iso3, verdict, reports }) =>
    verdict === 'consistent with rerouting' && reports?.not_arrived ? [{ iso3, ...reports.not_arrived }] : [],
  )
  const [exported, arrived] = [known.reduce((sum, one) => sum + one.exported, 0), known.reduce((sum, one) => sum + one.arrived, 0)]
  return known.length === 0 ? null : { hubs: known.map(({ iso3 }) => iso3).sort(), share: 1 - arrived / exported }
}
