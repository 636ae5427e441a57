import { leadingGoods } from '../../assessments/economy/goods-lead.ts'
import { counted, formatFigure, formatPercentile, formatShare, inSentence, timesWords } from '../../assessments/forms/wording.ts'
import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { measuresDisagree } from '../../assessments/votes/vote-place-figures.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { lastFighting } from './last-fighting.ts'
import type { OverviewRow } from './overview-row.ts'

type Level = Pick<OverviewRow, 'level' | 'year' | 'source'>

/** The figures of a domain by id, and the two sides. */
interface Figures {
  readonly domain: DomainAssessment
  readonly assessment: Assessment
  find(id: string): Known | undefined
}

/** What a level rests on: a figure, or an item that has a source alone. */
interface Basis {
  readonly period: string
  readonly evidence: readonly { readonly source: string }[]
}

/** `year` stands for that of the basis where it has another. */
type LevelWriter = (figures: Figures) => { level: string; of: Basis; year?: string } | undefined

/** Writes the leading figure of a domain in a few words; undefined where nothing is known. */
export function domainLevel(domain: DomainAssessment, assessment: Assessment): Level | undefined {
  const byId = new Map(domain.estimates.filter(isKnown).map((one) => [one.id, one]))
  const written = writers[domain.id]({ domain, assessment, find: (id) => byId.get(id) })
  if (written === undefined) return undefined
  const { level, of, year = yearWords(of.period) } = written
  return { level, year, source: of.evidence[0]?.source ?? '' }
}

const writers: Readonly<Record<DomainAssessment['id'], LevelWriter>> = {
  diplomacy: ({ find, domain }) => {
    const broken = domain.items.find(({ relation }) => relation?.kind === 'no-relations' && relation.to === null)
    if (broken !== undefined)
      return {
        level: `no diplomatic relations since ${broken.date.slice(0, 4)}`,
        of: { period: '', evidence: [{ source: broken.source }] },
      }
    const [place, level] = [find('vote-place.percentile'), find('vote-place')]
    if (place === undefined || level === undefined) return undefined
    return { level: `votes${measuresDisagree(level, domain.estimates) ? ': measures disagree' : placeWords(place)}`, of: place }
  },
  institutions: ({ find }) => {
    const shared = find('shared-blocs')
    return (
      shared && {
        level: `${counted(shared.value, 'bloc', 'blocs')} in common${percentileWords(find('shared-blocs.percentile'))}`,
        of: shared,
      }
    )
  },
  alliance: ({ find, assessment: { a, b } }) => {
    const known = obligations.map((one) => find(`commitment-${one}`)).find((one) => one !== undefined)
    const binding = obligations.filter((one) => (find(`commitment-${one}`)?.value ?? 0) > 0).map((one) => obligationWords[one])
    const alone = [
      ...((find('commitment-defence-a')?.value ?? 0) > 0 ? [a] : []),
      ...((find('commitment-defence-b')?.value ?? 0) > 0 ? [b] : []),
    ].map(({ iso3 }) => `defence by ${iso3}`)
    const held = [...alone, ...binding]
    if (known === undefined || held.length === 0) return known && { level: 'no treaty found', of: known }
    // of blocs the figures count pairs of members
    return { level: [a, b].some(({ members }) => members !== undefined) ? 'between some members only' : held.join(', '), of: known }
  },
  conflict: ({ find, domain, assessment: { standing } }) => {
    const [years, pairs] = [find('conflict-years'), find('conflict-pairs')]
    if (pairs !== undefined)
      return { level: pairs.value > 0 ? `between ${counted(pairs.value, 'pair', 'pairs')} of members` : 'none between members', of: pairs }
    if (years === undefined) return undefined
    if (standing?.class === 'at war') return { level: `at war since ${standing.since}`, of: years }
    const last = lastFighting(domain)
    const [from, to] = years.period.split('/') as [string, string]
    const level = last === undefined ? `none since ${from}` : `last in ${last}`
    return { level, of: years, year: `to ${Math.max(Number(to), last ?? 0)}` }
  },
  arms: ({ find, assessment }) => {
    const sent = flowsLevel('arms', find, assessment)
    if (sent !== undefined) return { ...sent, level: sent.level.replaceAll('million', 'm') }
    const most = [find('arms-import-share-at-most-a'), find('arms-import-share-at-most-b')].filter((one) => one !== undefined)
    const of = most.sort((x, y) => y.value - x.value)[0]
    return (
      of && {
        level: `at most ${formatShare(of.value)} of imports of ${most.length === 2 ? 'either' : of.id.endsWith('-a') ? assessment.a.iso3 : assessment.b.iso3}`,
        of,
      }
    )
  },
  exercises: ({ find }) => {
    const held = find('exercises-recorded')
    return held && { level: `at least ${held.value} in five years`, of: held }
  },
  trade: ({ find, assessment: { to }, domain }) => {
    if (!domain.estimates.some(({ id }) => id.startsWith('goods-'))) return firstFigure(domain)
    const goods = leadingGoods(domain.estimates, to)[0]
    const ratio = find('gravity-ratio')
    const beside = ratio === undefined || ratio.period !== goods?.period ? '' : `, ${timesWords(ratio.value)} gravity’s`
    return goods && { level: `goods ${figureWords(goods)}${beside}`, of: goods }
  },
  energy: ({ find, assessment }) => {
    return flowsLevel('fossil', find, assessment, 'fuels ', '-imports') ?? flowsLevel('fuel-sales', find, assessment, 'fuels ')
  },
  investment: ({ domain, find, assessment }) => {
    const stocks =
      flowsLevel('direct-investment', find, assessment) ?? flowsLevel('direct-investment-stock', find, assessment, '', '-members')
    const none = find('direct-investment-a-to-b') ?? find('direct-investment-b-to-a')
    return stocks ?? (none === undefined ? firstFigure(domain) : { level: 'no direct investment reported', of: none })
  },
  finance: ({ domain, find, assessment: { a, b } }) => {
    const own = find('settlement-own-currencies')
    if (own !== undefined) return { level: `${formatShare(own.value)} in own currencies, as claimed`, of: own }
    const [aLent, bLent] = [find('public-debt-a-to-b'), find('public-debt-b-to-a')]
    const lent = [aLent, bLent].filter((one) => one !== undefined).sort((x, y) => y.value - x.value)[0]
    const held = find('treasury-a-to-b') ?? find('treasury-b-to-a')
    if (lent === undefined && held !== undefined) return { level: `US Treasuries ${figureWords(held)}`, of: held }
    const area = find('common-payment-networks')
    if (lent === undefined && area !== undefined)
      return { level: counted(area.value, 'common payment area', 'common payment areas'), of: area }
    if (lent === undefined) return firstFigure(domain)
    const debtor = lent === aLent ? b : a
    return { level: lent.value > 0 ? `${debtor.name} owes ${figureWords(lent)}` : noDebt(aLent, bLent, a.iso3, b.iso3), of: lent }
  },
  technology: ({ find, assessment }) => {
    return (
      flowsLevel('semiconductors', find, assessment, 'chips, solar ') ??
      flowsLevel('semiconductors-flow', find, assessment, 'chips, solar ', '-members') ??
      flowsLevel('electronics-sales', find, assessment, 'electronics ', '-members')
    )
  },
  sanctions: ({ find, assessment: { a, b } }) => {
    const [forth, back, un] = [find('regimes-a-on-b'), find('regimes-b-on-a'), find('un-regimes')]
    const known = forth ?? back
    if (known === undefined) return undefined
    const targets = [...((forth?.value ?? 0) > 0 ? [b] : []), ...((back?.value ?? 0) > 0 ? [a] : [])]
    const said = targets.length === 2 ? 'each on the other' : targets.length === 1 ? `on ${inSentence(targets[0]!.name)}` : undefined
    return { level: said ?? ((un?.value ?? 0) > 0 ? 'UN measures only' : 'none found on each other'), of: known }
  },
  people: ({ find, assessment: { a, b } }) => {
    const [there, back] = [
      find('migrants-a-in-b') ?? find('migrant-stock-a-to-b-members'),
      find('migrants-b-in-a') ?? find('migrant-stock-b-to-a-members'),
    ]
    if (there === undefined && back === undefined) return undefined
    const isThere = (there?.value ?? 0) >= (back?.value ?? 0)
    const of = (isThere ? there : back)!
    const [from, host] = isThere ? [a, b] : [b, a]
    return { level: `${formatFigure(of.value, 'persons').replace(/ persons?$/, '')} born in ${from.iso3} live in ${host.iso3}`, of }
  },
  narrative: ({ find }) => {
    const place = find('speech_similarity.percentile')
    return place && { level: `speeches${placeWords(place)}`, of: place }
  },
}

const obligations = ['defence', 'nonaggression', 'consultation', 'neutrality', 'offence'] as const

const obligationWords: Readonly<Record<(typeof obligations)[number], string>> = {
  defence: 'defence',
  nonaggression: 'non-aggression',
  consultation: 'consultation',
  neutrality: 'neutrality',
  offence: 'offence',
}

/** With more letters than this the smaller flow is left out. */
const longestFlows = 38

/** A flow in one direction or both: the larger first. */
function flowsLevel(id: string, find: Figures['find'], { a, b }: Assessment, what = '', suffix = ''): ReturnType<LevelWriter> {
  const flows = [
    { from: a, of: find(`${id}-a-to-b${suffix}`) },
    { from: b, of: find(`${id}-b-to-a${suffix}`) },
  ].filter((one): one is { from: Assessment['a']; of: Known } => one.of !== undefined && one.of.value > 0)
  if (flows.length === 0) return undefined
  flows.sort((x, y) => y.of.value - x.of.value)
  const [first, second] = flows.map(({ from, of }) => `${figureWords(of)} from ${from.iso3}`)
  const both = `${what}${first}, ${second}`
  return { level: second === undefined || both.length > longestFlows ? `${what}${first}` : both, of: flows[0]!.of }
}

function firstFigure({ estimates }: DomainAssessment): ReturnType<LevelWriter> {
  const of = estimates.find((one: Estimate): one is Known => isKnown(one) && !one.id.includes('.'))
  return of && { level: `${of.label} ${figureWords(of)}`, of }
}

function noDebt(aLent: Known | undefined, bLent: Known | undefined, a: string, b: string): string {
  if (aLent !== undefined && bLent !== undefined) return 'no public debt either way'
  return `no public debt of ${aLent === undefined ? a : b}`
}

function figureWords({ value, unit }: Known): string {
  return formatFigure(value, unit)
}

function percentileWords(percentile: Known | undefined): string {
  return percentile === undefined ? '' : ` (percentile ${formatPercentile(percentile.value)})`
}

/** Writes a place among all pairs with its interval, or that it may lie on either side of the middle. */
function placeWords({ value, interval }: Known): string {
  if (interval === 'exact') return ` closer than ${formatPercentile(value)} %`
  const range = `(${formatPercentile(interval.low)}–${formatPercentile(interval.high)})`
  return interval.low < 50 && interval.high > 50 ? `: place not clear ${range}` : ` closer than ${formatPercentile(value)} % ${range}`
}

/** Shortens a period to the years at its ends. */
function yearWords(period: string): string {
  const years = [...period.matchAll(/\d{4}(?=-|\/|$)/g)].map(([year]) => year)
  const [first, last] = [years[0], years.at(-1)]
  return first === undefined ? '' : first === last ? first : `${first}–${last!.slice(2)}`
}
