import { blocName, universalBlocs } from '../../assessments/domains/institutions.ts'
import { doubtful } from '../../assessments/economy/input-output-sales.ts'
import type { AssessedParty } from '../../assessments/forms/assessment.ts'
import { counted, formatFigure, formatPercentile, formatShare, normWords } from '../../assessments/forms/wording.ts'
import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { measuresDisagree } from '../../assessments/votes/vote-place-figures.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { goodsShown } from './goods-shown.ts'
import { lastFighting } from './last-fighting.ts'
import type { OverviewRow } from './overview-row.ts'

type Level = Pick<OverviewRow, 'level' | 'year' | 'source' | 'nothing'>

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

/**
 * `year` stands for that of the basis where it has another. `nothing` names what was looked for where the level says no more than that there is none: such rows are
 * folded into one line.
 */
type LevelWriter = (figures: Figures) => { level: string; of: Basis; year?: string; nothing?: string } | undefined

/** Writes the leading figure of a domain in a few words; undefined where nothing is known. */
export function domainLevel(domain: DomainAssessment, assessment: Assessment): Level | undefined {
  const byId = new Map(domain.estimates.filter(isKnown).map((one) => [one.id, one]))
  const written = writers[domain.id]({ domain, assessment, find: (id) => byId.get(id) })
  if (written === undefined) return undefined
  const { level, of, year = yearWords(of.period), nothing = null } = written
  return { level, year, source: of.evidence[0]?.source ?? '', nothing }
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
    return {
      level: `votes${measuresDisagree(level, domain.estimates) ? ': result depends on the measure' : placeInBrief(place)}`,
      of: place,
    }
  },
  institutions: ({ find, domain, assessment: { standing } }) => {
    const shared = find('shared-blocs')
    if (shared === undefined) return undefined
    const names = domain.items.flatMap(({ kind, text }) => (kind === 'membership' ? (/^both in (.+?) since \d/.exec(text)?.[1] ?? []) : []))
    // organisations beside the blocs that are counted are named too; of blocs the items name members of each
    const level =
      names.length >= shared.value
        ? blocsWords(names, standing?.sentence ?? '')
        : `median pair: ${halvesWords(shared.value)} in common, UN and WTO too`
    return {
      level,
      of: shared,
      ...(level.startsWith('only the ') || level === 'none in common' ? { nothing: 'common bodies but for the UN and the WTO' } : {}),
    }
  },
  alliance: ({ find, domain, assessment: { a, b, standing } }) => {
    const known = obligations.map((one) => find(`commitment-${one}`)).find((one) => one !== undefined)
    const binding = obligations.filter((one) => (find(`commitment-${one}`)?.value ?? 0) > 0).map((one) => obligationWords[one])
    const alone = [
      ...((find('commitment-defence-a')?.value ?? 0) > 0 ? [a] : []),
      ...((find('commitment-defence-b')?.value ?? 0) > 0 ? [b] : []),
    ].map(({ iso3 }) => `defence by ${iso3}`)
    const held = [...alone, ...binding]
    if (known === undefined || held.length === 0) return known && { level: 'no treaty found', of: known, nothing: 'alliance treaties' }
    // of blocs the figures count pairs of members
    if ([a, b].some(({ members }) => members !== undefined)) return { level: pairsBound(find), of: known }
    const inForce = domain.items.filter(({ kind, text }) => kind === 'treaty' && text.endsWith('in force'))
    const isWide = inForce.length > 0 && inForce.every(({ loose }) => loose !== undefined)
    const words = `${isWide ? 'wide pacts only: ' : ''}${held.join(', ')}`
    // a pledge that two enemies once signed says nothing of them
    const isEmpty = isWide && (words.length > longestFlows || (standing !== undefined && standing.order <= 1))
    return { level: isEmpty ? 'wide pacts only' : words, of: known, ...(isWide ? { nothing: 'treaties but for wide pacts' } : {}) }
  },
  conflict: ({ find, domain, assessment: { standing, to: day } }) => {
    const [years, pairs] = [find('conflict-years'), find('conflict-pairs')]
    if (pairs !== undefined)
      return {
        level: pairs.value > 0 ? `armed conflict in ${counted(pairs.value, 'pair', 'pairs')}` : noneNow(find('conflict-pairs-ever')),
        of: pairs,
      }
    if (years === undefined) return undefined
    const war = ongoingWar(standing, day)
    if (war !== undefined) return { level: `at war since ${war}`, of: years }
    const last = lastFighting(domain)
    const [from, to = from] = years.period.split('/') as [string, string?]
    if (last === undefined)
      return {
        level: `none on record since ${from}`,
        of: years,
        year: `to ${to}`,
        nothing: `armed conflict (${from === to ? from : `${from} to ${to}`})`,
      }
    // fighting after the last year of the list of conflicts comes from the reviewed table
    const of = last > Number(to) ? { period: '', evidence: [{ source: 'interstate-relations' }] } : years
    return { level: `${isClash(domain, last) ? 'last clash' : 'last'} in ${last}`, of, year: `to ${Math.max(Number(to), last)}` }
  },
  arms: ({ find, assessment }) => {
    const sent = flowsLevel('arms', find, assessment)
    if (sent !== undefined) return { ...sent, level: sent.level.replaceAll('million', 'm') }
    const { a, b } = assessment
    const imports = [
      { buyer: a, seller: b, share: find('arms-import-share-a'), most: find('arms-import-share-at-most-a') },
      { buyer: b, seller: a, share: find('arms-import-share-b'), most: find('arms-import-share-at-most-b') },
    ]
    const [first] = imports
      .flatMap(({ buyer, share }) => (share === undefined ? [] : [{ buyer, share }]))
      .sort((x, y) => y.share.value - x.share.value)
    if (first !== undefined) return { level: `${formatShare(first.share.value)} of imports of ${first.buyer.iso3}`, of: first.share }
    // that a seller is none of the three main ones says little more than that
    const small = imports.flatMap(({ buyer, seller, most }) => (most === undefined ? [] : [{ buyer, seller, most }]))
    const [one] = small
    if (one === undefined) return undefined
    const level = small.length === 2 ? 'neither a top-3 supplier of the other' : `${one.seller.iso3} no top-3 supplier of ${one.buyer.iso3}`
    return {
      level,
      of: one.most,
      nothing: `arms (${small.length === 2 ? 'neither is' : `${one.seller.iso3} is not`} among the three main suppliers of the other)`,
    }
  },
  exercises: ({ find }) => {
    const held = find('exercises-recorded')
    return held && { level: `at least ${held.value} in five years`, of: held }
  },
  trade: ({ find, assessment: { a, b, to }, domain }) => {
    if (!domain.estimates.some(({ id }) => id.startsWith('goods-'))) return firstFigure(domain)
    const goods = goodsShown(domain.estimates, to)?.goods
    const ratio = find('gravity-ratio')
    if (goods === undefined) return undefined
    const [x, y] = [shortName(a), shortName(b)]
    const level = `goods ${smallWords(goods)}${goods.id.endsWith('a-to-b') ? ` ${x}→${y}` : goods.id.endsWith('b-to-a') ? ` ${y}→${x}` : ''}`
    const beside = ratio === undefined || ratio.period !== goods.period ? '' : `, ${normWords(ratio.value)} the norm`
    return { level: `${level}${level.length + beside.length > longestFlows ? '' : beside}`, of: goods }
  },
  energy: ({ find, assessment, domain }) => {
    const reported = flowsLevel('fossil', find, assessment, 'fuels ', '-imports')
    if (reported !== undefined) return reported
    const sold = flowsLevel('fuel-sales', find, assessment, 'fuels ')
    return sold && { ...sold, level: `${sold.level}${domain.summary.includes(doubtful) ? ', doubtful' : ''}` }
  },
  investment: ({ domain, find, assessment }) => {
    const stocks =
      flowsLevel('direct-investment', find, assessment, 'stock ') ??
      flowsLevel('direct-investment-stock', find, assessment, 'stock ', '-members')
    const none = find('direct-investment-a-to-b') ?? find('direct-investment-b-to-a')
    return (
      stocks ??
      (none === undefined ? firstFigure(domain) : { level: 'no direct investment reported', of: none, nothing: 'direct investment' })
    )
  },
  finance: ({ domain, find, assessment: { a, b } }) => {
    const own = find('settlement-own-currencies')
    if (own !== undefined) return { level: `${formatShare(own.value)} in own currencies, as claimed`, of: own }
    const [aLent, bLent] = [find('public-debt-a-to-b'), find('public-debt-b-to-a')]
    const lent = [aLent, bLent].filter((one) => one !== undefined).sort((x, y) => y.value - x.value)[0]
    const held = find('treasury-a-to-b') ?? find('treasury-b-to-a')
    if (lent === undefined && held !== undefined) return { level: `US Treasuries ${figureWords(held)}`, of: held }
    const area = find('common-payment-networks')
    const swap = find('swap-line') ?? find('swap-lines')
    if (lent === undefined && swap !== undefined)
      return {
        level: swap.id === 'swap-line' ? `swap line up to ${figureWords(swap)}` : counted(swap.value, 'swap line', 'swap lines'),
        of: swap,
      }
    if (lent === undefined && area !== undefined)
      return { level: counted(area.value, 'common payment area', 'common payment areas'), of: area }
    if (lent === undefined) return blocFinance(domain, a, b) ?? moreThanNone(firstFigure(domain))
    const [debtor, lender] = lent === aLent ? [b.iso3, a.iso3] : [a.iso3, b.iso3]
    if (lent.value > 0) return { level: `public debt of ${debtor} to ${lender} ${figureWords(lent)}`, of: lent }
    const isBoth = aLent !== undefined && bLent !== undefined
    const none = isBoth ? 'public debt to each other' : `public debt of ${debtor} to ${lender}`
    return { level: `no ${none}`, of: lent, nothing: none }
  },
  technology: ({ find, assessment }) => {
    return (
      flowsLevel('semiconductors', find, assessment, 'chips, solar cells ') ??
      flowsLevel('semiconductors-flow', find, assessment, 'chips, solar cells ', '-members') ??
      flowsLevel('electronics-sales', find, assessment, 'electronics ', '-members')
    )
  },
  sanctions: ({ find, domain, assessment: { a, b } }) => {
    const [forth, back, un] = [find('regimes-a-on-b'), find('regimes-b-on-a'), find('un-regimes')]
    const known = forth ?? back
    if (known === undefined) return undefined
    const blocs = [a, b].filter(({ members }) => members !== undefined)
    const [ownA, ownB] = [find('own-regimes-a-on-b'), find('own-regimes-b-on-a')]
    // a bloc is told as a sender only of what it has decided itself
    const by = (party: AssessedParty, itself: Known | undefined): string =>
      `${party.members === undefined || itself !== undefined ? '' : 'members of '}${shortName(party)}`
    const on = (party: AssessedParty): string => `${party.members === undefined ? '' : 'members of '}${shortName(party)}`
    const own = [
      ...((forth?.value ?? 0) > 0 ? [`${by(a, ownA)} on ${on(b)}`] : []),
      ...((back?.value ?? 0) > 0 ? [`${by(b, ownB)} on ${on(a)}`] : []),
    ]
    const said = own.length < 2 ? own[0] : blocs.length === 0 ? 'each on the other' : own.join(', ')
    // lists of persons and firms are not in the record
    const none = (un?.value ?? 0) > 0 ? `UN on ${targetsOfUn(domain, a, b)}; none of their own found` : 'no embargo or main regime found'
    return {
      level: said ?? none,
      of: known,
      ...(said === undefined && (un?.value ?? 0) === 0 ? { nothing: 'embargo or main sanctions regime' } : {}),
    }
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
    const count = of.value < fewPeople ? `fewer than ${fewPeople}` : formatFigure(of.value, 'persons').replace(/ persons?$/, '')
    return { level: `${count} born in ${statesOf(from)} live in ${statesOf(host)}`, of }
  },
  narrative: ({ find }) => {
    const place = find('speech_similarity.percentile')
    return place && { level: `speeches${placeInBrief(place)}`, of: place }
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
const longestFlows = 42

/** Below this many people the number would say no more. */
export const fewPeople = 100

/** A flow in one direction or both: the larger first. */
function flowsLevel(id: string, find: Figures['find'], { a, b }: Assessment, what = '', suffix = ''): ReturnType<LevelWriter> {
  const flows = [
    { from: a, of: find(`${id}-a-to-b${suffix}`) },
    { from: b, of: find(`${id}-b-to-a${suffix}`) },
  ].filter((one): one is { from: Assessment['a']; of: Known } => one.of !== undefined && one.of.value > 0)
  if (flows.length === 0) return undefined
  flows.sort((x, y) => y.of.value - x.of.value)
  const [first, second] = flows.map(({ from, of }) => `${smallWords(of)} from ${shortName(from)}`)
  const both = `${what}${first}, ${second}`
  if (second !== undefined && both.length <= longestFlows) return { level: both, of: flows[0]!.of }
  const one = `${what}${first}`
  const { from, of } = flows[0]!
  return { level: one.length > longestFlows && from.members !== undefined ? `${what}${smallWords(of)} from members` : one, of }
}

/** Series of blocs in a few words. */
const blocSeries: readonly (readonly [id: string, words: string])[] = [
  ['public-debt-official', 'official loans'],
  ['public-debt-banks', 'bank loans'],
  ['treasury-securities-held', 'Treasuries held'],
  ['loans-outstanding', 'loans'],
]

/** The first sum over members that is more than nothing, with its direction. */
function blocFinance({ estimates }: DomainAssessment, a: AssessedParty, b: AssessedParty): ReturnType<LevelWriter> {
  for (const [id, words] of blocSeries) {
    const of = estimates.find((one): one is Known => isKnown(one) && one.id.startsWith(id) && one.value > 0)
    if (of === undefined) continue
    const [from, to] = of.id.includes('b-to-a') ? [b, a] : [a, b]
    return { level: `${words} ${smallWords(of)} ${shortName(from)}→${shortName(to)}`, of }
  }
  return undefined
}

function firstFigure({ estimates }: DomainAssessment): ReturnType<LevelWriter> {
  const of = estimates.find((one: Estimate): one is Known => isKnown(one) && !one.id.includes('.'))
  if (of === undefined) return undefined
  const level = `${of.label} ${figureWords(of)}`
  // what is cut off must not be the figure
  return { level: level.length > longestFlows ? `${figureWords(of)}: ${of.label}` : level, of }
}

function figureWords({ value, unit }: Known): string {
  return formatFigure(value, unit)
}

/** Writes a sum, or that it is below a million, where the number would say no more. */
function smallWords({ value, unit }: Known): string {
  return value > 0 && value < 1e6 && /^[A-Z]{3}$/.test(unit) ? `under ${unit} 1 m` : formatFigure(value, unit)
}

/** The code of a state, or the states of a bloc. */
function statesOf(party: AssessedParty): string {
  return party.members === undefined ? party.iso3 : `${shortName(party)} states`
}

/** A count of pairs with a half, as a median may be: `4 or 5`. */
function halvesWords(value: number): string {
  return Number.isInteger(value) ? String(value) : `${Math.floor(value)} or ${Math.ceil(value)}`
}

/** To what how many pairs of members are bound by a treaty. */
function pairsBound(find: Figures['find']): string {
  const bound = obligations.flatMap((one) => {
    const pairs = find(`commitment-${one}`)?.value ?? 0
    return pairs > 0 ? [`${obligationWords[one]} in ${counted(pairs, 'pair', 'pairs')}`] : []
  })
  return bound.slice(0, 2).join(', ')
}

/** Says that no pair of members fought in the year, and how many did in earlier ones; the list of conflicts knows nothing of later years. */
function noneNow(ever: Known | undefined): string {
  if (ever === undefined) return 'none'
  const [from, to = from] = ever.period.split('/')
  return ever.value === 0
    ? `none on record ${from === to ? `in ${from}` : `from ${from} to ${to}`}`
    : `none in ${to}; ${counted(ever.value, 'pair', 'pairs')} before, since ${from}`
}

/** Whether the last fighting was a clash of the reviewed table alone, below what the list of conflicts counts. */
function isClash({ estimates, items }: DomainAssessment, last: number): boolean {
  const listed = estimates.some((one) => one.id === 'last-conflict-year' && isKnown(one) && one.value === last)
  const fights = items.filter(
    ({ date, relation }) => relation?.kind === 'hostilities' && Number((relation.to ?? date).slice(0, 4)) === last,
  )
  return !listed && fights.length > 0 && fights.every(({ text }) => text.includes('fighting (clash)'))
}

/** The sides that UN sanctions are on. */
function targetsOfUn({ items }: DomainAssessment, ...parties: readonly AssessedParty[]): string {
  const of = (party: AssessedParty): boolean =>
    (party.members ?? [party.iso3]).some((iso3) => items.some(({ kind, text }) => kind === 'regime' && text.startsWith(`UN on ${iso3}:`)))
  const named = parties.filter(of).map((party) => (party.members === undefined ? party.iso3 : `members of ${shortName(party)}`))
  return named.length === 0 ? 'either' : named.join(' and ')
}

/** A figure of nothing does not stand for a domain. */
function moreThanNone(found: ReturnType<LevelWriter>): ReturnType<LevelWriter> {
  return found !== undefined && 'value' in found.of && found.of.value === 0 ? undefined : found
}

/** The code of a state, or the name of a bloc; its id where the name is long. */
function shortName({ iso3, members }: AssessedParty): string {
  if (members === undefined) return iso3
  const name = withoutArticle(blocName(iso3)).replace(/ Movement$/, '')
  return name.length > longestName ? iso3 : name
}

/** A longer name would crowd out what is said of the bloc. */
const longestName = 13

function withoutArticle(name: string): string {
  return name.replace(/^the /, '')
}

/** The year in which the war began that the two fight on the day; undefined where they do not. */
function ongoingWar(standing: Assessment['standing'], day: string): string | undefined {
  if (standing?.class !== 'at war') return undefined
  return standing.facts
    .filter(({ to }) => to === null || to > day)
    .map(({ from }) => from.slice(0, 4))
    .sort()[0]
}

/** Ids of blocs that are no abbreviation in use. */
const noAbbreviation = /^(?:[A-Z]+-[A-Z]+|EUROZONE|QUAD)$/

/** Names of organisations may take two lines: how many more there are says little. */
const longestNames = 64

/** Names common blocs by their short names: first what the sentence on standing names, last those of nearly all states. */
function blocsWords(names: readonly string[], sentence: string): string {
  const words = new Set(sentence.split(/[^\p{L}+-]+/u))
  const short = names
    .map((name) => ({ full: withoutArticle(name), of: /\(([^()]+)\)$/.exec(name)?.[1] ?? name }))
    .map(({ full, of }) => ({
      of: withoutArticle(noAbbreviation.test(of) ? blocName(of) : of),
      isNamed: sentence.includes(full) || words.has(of),
    }))
    .sort((x, y) => Number(y.isNamed) - Number(x.isNamed) || x.of.length - y.of.length)
    .map(({ of }) => of)
  const [own, wide] = [short.filter((name) => !universalBlocs.has(name)), short.filter((name) => universalBlocs.has(name))]
  if (own.length === 0) return wide.length === 0 ? 'none in common' : `only the ${wide.join(' and the ')}`
  let shown = own.length
  const list = (): string => `${own.slice(0, shown).join(', ')}${shown === own.length ? '' : `, ${own.length - shown} more`}`
  while (shown > 1 && list().length > longestNames) shown -= 1
  return list()
}

/** Writes a place among all pairs with its interval: from its side of the middle, as “closer than 4 %” would be read as very close. */
function placeInBrief({ value, interval }: Known): string {
  const side = (place: number): number => (value < 50 ? 100 - place : place)
  const way = value < 50 ? ' further apart than' : ' closer than'
  if (interval === 'exact') return `${way} ${placeText(side(value))} %`
  const [low, high] = [side(interval.low), side(interval.high)].sort((x, y) => x - y) as [number, number]
  // two ends with a decimal would not fit
  const range = `(${low > 99 ? '99' : placeText(low)}–${placeText(high)})`
  if (low >= 50) return `${way} ${placeText(side(value))} % ${range}`
  const asTold = `(${placeText(interval.low)}–${placeText(interval.high)})`
  if (interval.low >= 50 - nearMiddle && interval.high <= 50 + nearMiddle) return ` near the middle ${asTold}`
  if (interval.low < 1 && interval.high > 99) return ': cannot be ranked'
  return ` closer than ${Math.floor(interval.low)} to ${Math.ceil(interval.high)} %`
}

/** Percentiles from the middle within which both ends of an interval are near it. */
const nearMiddle = 15

/** A percentile without one that rounds to all pairs. */
function placeText(value: number): string {
  return value > 99.9 ? '99.9' : formatPercentile(value)
}

/** Shortens a period to the years at its ends. */
function yearWords(period: string): string {
  const years = [...period.matchAll(/\d{4}(?=-|\/|$)/g)].map(([year]) => year)
  const [first, last] = [years[0], years.at(-1)]
  return first === undefined ? '' : first === last ? first : `${first}–${last!.slice(2)}`
}
