import { amountWords, formatShare, inSentence, joinedWords, significant } from '../../assessments/forms/wording.ts'
import type { HubAnswer, RoutesAnswer } from '../../evasion/index.ts'
import { type CsvCell, csv } from '../text/csv.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

const width = 110
const right = (title: string): Column => ({ title, align: 'right' })
const euro = (value: number): string => amountWords(value, 'EUR')
const signedShare = (value: number): string => `${value >= 0 ? '+' : ''}${formatShare(value)}`

/** Says the answer in at most ten sentences, one a line: the finding first. */
export function routesSentences(answer: RoutesAnswer): string[] {
  return [
    ...findingSentences(answer),
    ...(answer.published.length === 0 ? [] : [publishedSentence(answer)]),
    ...(Object.keys(answer.needs).length === 0 ? [] : [needsSentence(answer)]),
  ]
}

/** The same without published figures and what is missing, which a page shows by themselves. */
export function findingSentences(answer: RoutesAnswer): string[] {
  const [finding, ...rest] = hubSentences(answer)
  return [
    finding!,
    directSentence(answer),
    ...(answer.together === null ? [] : togetherSentences(answer)),
    ...rest,
    ...notArrivedSentence(answer),
    ...productSentences(answer),
    ...placeboGoodsSentence(answer),
    ...placeboSentence(answer),
    ...supplierSentence(answer),
  ]
}

function directSentence({ target, direct, window, goods }: RoutesAnswer): string {
  const what = goods.scope === 'products' ? 'of these goods' : 'of all goods'
  const [from, to] = [windowWords(window.pre), windowWords(window.post)]
  const change = direct.pre > 0 ? ` (${signedShare(direct.post / direct.pre - 1)})` : ''
  const how = perYear(window)
  return `Exports ${what} from the EU to ${inSentence(target.name)} went from ${euro(direct.pre)}${how} in ${from} to ${euro(direct.post)}${how} in ${to}${change}.`
}

const perYear = ({ per }: RoutesAnswer['window']): string => (per === 'year' ? ' a year' : '')

function windowWords(periods: readonly string[]): string {
  const [first, last] = [periods[0]!, periods.at(-1)!]
  if (first === last) return monthWords(first)
  return first.length > 4 && first.slice(0, 4) === last.slice(0, 4)
    ? `${monthWords(first).split(' ')[0]} to ${monthWords(last)}`
    : `${monthWords(first)} to ${monthWords(last)}`
}

/** Writes `2022-03` as `March 2022`; a year stays as it is. */
function monthWords(period: string): string {
  if (period.length === 4) return period
  const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
  return `${names[Number(period.slice(5)) - 1]} ${period.slice(0, 4)}`
}

function rawWords(raw: number | null, target: string): string {
  if (raw === null) return ''
  if (raw <= 0) return `, so there is no rise to set against the fall to ${target}`
  return raw > 1 ? `, more than the whole fall to ${target}` : `, ${formatShare(raw)} of the fall to ${target}`
}

function togetherSentences({ together, target, direct, hubs, window }: RoutesAnswer): string[] {
  const { rise, raw, net, hubs: names, excess } = together!
  const whom =
    names.length <= 4
      ? joinedWords(names.map((iso3) => inSentence(hubs.find((one) => one.iso3 === iso3)!.name)))
      : `these ${names.length} states`
  const there = names.length === 1 ? 'it' : 'they'
  const how = perYear(window)
  const plain = `Exports to ${whom} ${rise < 0 ? 'fell' : 'rose'} by ${euro(Math.abs(rise))}${how}${rawWords(raw, inSentence(target.name))}: this is the raw figure.`
  if (net === null)
    return [
      plain,
      `Exports to ${inSentence(target.name)} are not below what control states would suggest, so there is nothing to go round.`,
    ]
  if (excess.value <= 0)
    return [
      plain,
      `Net of the growth of control states ${there} had ${euro(-excess.value)}${how} less than expected, so none of what is missing at ${inSentence(target.name)} is seen there.`,
    ]
  const share =
    net.value > 1
      ? `more than all of the ${euro(direct.missing)} missing at ${inSentence(target.name)} (90 % interval ${euro(excess.low90)} to ${euro(excess.high90)})`
      : `${formatShare(net.value)} of the ${euro(direct.missing)} missing at ${inSentence(target.name)} (90 % interval ${formatShare(net.low90)} to ${formatShare(net.high90)})`
  return [plain, `Net of the growth of control states ${there} had ${euro(excess.value)}${how} more than expected, ${share}.`]
}

/** More hubs than anybody names: every state was looked at. */
const mostNamed = 25

function hubSentences(answer: RoutesAnswer): string[] {
  const { hubs, placebo, target, window } = answer
  const found = hubs.filter(({ verdict }) => verdict === 'consistent with rerouting')
  const [none, unknown] = (['no finding', 'unknown'] as const).map((verdict) => hubs.filter((hub) => hub.verdict === verdict)) as [
    HubAnswer[],
    HubAnswer[],
  ]
  const nothingOf = unknown.length === 0 ? '' : `The data have nothing of ${namesOrCount(unknown)}.`
  const limits = [...detectableSentence(answer, none, found.length > 0), nothingOf].filter((sentence) => sentence !== '')
  const rest = limits.length === 0 ? [] : [limits.join(' ')]
  if (found.length === 0 && none.length === 0) return ['Unknown: the data have nothing of these hubs.']
  if (found.length === 0)
    return [
      `No finding: at ${none.length === 1 ? inSentence(none[0]!.name) : 'no hub'} ${none.length === 1 ? 'the rise is not clear' : 'is the rise clear'} at a false-discovery rate of ${formatShare(placebo.rate)}.`,
      ...rest,
    ]
  const consistent = `beyond expectation, which is consistent with rerouting to ${inSentence(target.name)}`
  const how = perYear(window)
  if (found.length === 1)
    return [`EU exports to ${inSentence(found[0]!.name)} rose by ${euro(found[0]!.excess!.value)}${how} ${consistent}.`, ...rest]
  const names = joinedWords(found.slice(0, 5).map((hub) => `${inSentence(hub.name)} (${euro(hub.excess!.value)})`))
  const more = found.length > 5 ? `, and ${found.length - 5} more` : ''
  return [`EU exports to ${names}${more} rose ${consistent}; in brackets, by how much${how}.`, ...rest]
}

/** What a reroute through hubs without a finding would have to be to show. */
function detectableSentence(
  { window, direct, target, hubs: all }: RoutesAnswer,
  none: readonly HubAnswer[],
  hasFinding: boolean,
): string[] {
  const known = none.flatMap((hub) => (hub.detectable === null ? [] : [{ ...hub, detectable: hub.detectable }]))
  if (known.length === 0) return []
  if (all.length > mostNamed) return hasFinding ? [`There is no finding at ${namesOrCount(none)}.`] : []
  const how = perYear(window)
  const names = joinedWords(known.map((hub) => `${inSentence(hub.name)} ${euro(hub.detectable)}`))
  const whole =
    direct.missing > 0 && known.every(({ detectable }) => detectable > direct.missing)
      ? ` Even all of the ${euro(direct.missing)} missing at ${inSentence(target.name)} might not show.`
      : ''
  if (!hasFinding) return [`In nine of ten cases a reroute would show only from these sums${how} on: ${names}.${whole}`]
  const listed = joinedWords(known.map((hub) => `${inSentence(hub.name)} (${euro(hub.detectable)})`))
  return [`There is no finding at ${listed}; in brackets, the least reroute${how} that would show in nine of ten cases.${whole}`]
}

/** On all goods by year, so only beside them. */
function notArrivedSentence({ together, hubs, goods }: RoutesAnswer): string[] {
  const found = together?.not_arrived
  if (found === null || found === undefined || goods.scope === 'products') return []
  const names = joinedWords(found.hubs.map((iso3) => inSentence(hubs.find((hub) => hub.iso3 === iso3)!.name)))
  return [
    `Of the additional EU exports to ${names}, ${formatShare(found.share)} are not in the hubs’ own imports from the EU, which they count by origin.`,
  ]
}

function namesOrCount(hubs: readonly HubAnswer[]): string {
  return hubs.length > 5 ? `${hubs.length} other states` : joinedWords(hubs.map(({ name }) => inSentence(name)))
}

const countOrNone = (count: number): string => (count === 0 ? 'none' : count.toLocaleString('en-US'))

/** How far the clearest product is from being a finding. */
function leastRate(products: RoutesAnswer['products']): string {
  const rates = products.flatMap(({ hubs }) => hubs.filter(({ excess }) => excess > 0).map(({ q }) => q))
  return rates.length === 0 ? '' : `: the least false-discovery rate is ${formatShare(Math.min(...rates))}`
}

function productSentences({ codes, placebo, products }: RoutesAnswer): string[] {
  if (codes === null || codes.fell === 0) return []
  const cells = placebo.cells
  const tested =
    cells === null
      ? ''
      : ` Of ${cells.tested.toLocaleString('en-US')} tests of a product at a hub, ${cells.found === 0 ? `none is a finding${leastRate(products)}` : cells.found === 1 ? 'one is a finding' : `${cells.found.toLocaleString('en-US')} are findings`}.`
  return [
    `Of ${codes.fell.toLocaleString('en-US')} products that fell, the hubs’ rise exceeds half of the fall in ${countOrNone(codes.over_half)}${codes.over_half === 0 ? '' : ` and all of it in ${countOrNone(codes.over_whole)}`}.${tested}`,
  ]
}

function placeboGoodsSentence({ placebo, hubs }: RoutesAnswer): string[] {
  const found = placebo.goods
  if (found === null) return []
  const shares = found.hubs
    .filter(({ tested }) => tested > 0)
    .map(({ iso3, tested, rose }) => `${inSentence(hubs.find((one) => one.iso3 === iso3)!.name)} ${formatShare(rose / tested)}`)
  return [
    `Of ${found.goods} civilian goods outside the lists the share that rose as clearly as one in twenty does by chance is: ${joinedWords(shares)}.`,
  ]
}

function placeboSentence({ placebo, hubs }: RoutesAnswer): string[] {
  if (placebo.space.length === 0 || hubs.length > mostNamed) return []
  const top = placebo.space.toSorted((a, b) => a.rank - b.rank).slice(0, 3)
  const [first, ...others] = top.map(({ iso3, rank }) => [inSentence(hubs.find((one) => one.iso3 === iso3)!.name), rank] as const)
  const ranks = joinedWords([`${first![0]} ranks ${first![1]}`, ...others.map(([name, rank]) => `${name} ${rank}`)])
  return [`By growth of all goods from the EU ${ranks} of ${top[0]!.of} states.`]
}

/** A share of what the target buys that is so many times the seller's share of what others buy is out of proportion. */
const outOfProportion = 5
const leastSale = 1e6
/** A state that sells more than this share of what others buy makes semiconductors itself. */
const ownIndustry = 0.01

function supplierSentence({ other_suppliers: { semiconductors: chips }, target }: RoutesAnswer): string[] {
  if (chips === null || chips.states.length === 0) return []
  const odd = chips.states.filter(
    ({ value, share, share_elsewhere: elsewhere }) => value >= leastSale && elsewhere < ownIndustry && share > outOfProportion * elsewhere,
  )
  const [largest] = chips.states
  const listed = joinedWords(
    odd.map(
      ({ name, share, share_elsewhere: elsewhere }) => `${inSentence(name)} (${formatShare(share)} against ${shareOrLess(elsewhere)})`,
    ),
  )
  const more =
    odd.length === 0
      ? ''
      : ` Out of proportion to what ${odd.length === 1 ? 'it sells elsewhere is' : 'they sell elsewhere are'} ${listed}, as re-export or a common border makes it.`
  return [
    `Of semiconductors with solar cells that ${inSentence(target.name)} bought in ${chips.year} (${amountWords(chips.total, 'USD')}), ${inSentence(largest!.name)} sold ${formatShare(largest!.share)}.${more}`,
  ]
}

const shareOrLess = (share: number): string => (share < 1e-4 ? 'under 0.01 %' : formatShare(share))

function publishedSentence({ published }: RoutesAnswer): string {
  const all = published.slice(0, 2).map(({ source, figure }) => `${figure} (${source.split(' (')[0]})`)
  return `Published figures are ${joinedWords(all)}; they differ in definition, window and counterfactual (--format json says how).`
}

function needsSentence({ needs, goods, target }: RoutesAnswer): string {
  if (goods.scope === 'all goods')
    return `Products: ${target.id === 'RUS' ? '--goods sanctioned or chpl, else ' : ''}visavis add comext-products FILE...; ghost share and echo need pulls, which --format json names.`
  return `Not known from these data: ${joinedWords(Object.keys(needs).map((name) => name.replaceAll('_', ' ')))}; --format json says what to add.`
}

/** More hubs than these are in the formats csv and json only. */
const mostHubs = 15

function hubsLeftOut({ hubs }: RoutesAnswer): string {
  return hubs.length > mostHubs ? `${mostHubs} of ${hubs.length} states are shown; the formats csv and json have all. ` : ''
}

/** The columns, without that of products where the answer has none. */
function hubColumns({ goods }: RoutesAnswer): Column[] {
  const products = goods.scope === 'products' ? ['products'] : []
  return [
    { title: 'hub' },
    ...['before', 'after', 'excess', '90 % interval', 'q', 'shows from', 'of missing', ...products, 'DiD', 'synthetic', 'place'].map(right),
    { title: 'verdict' },
  ]
}

/** A share many times what is missing says nothing of it. */
const shareOfMissing = (share: number): string => (Math.abs(share) > 10 ? 'over 10×' : formatShare(share))

function hubRows({ hubs, goods }: RoutesAnswer): string[][] {
  return hubs.slice(0, mostHubs).map((hub) => {
    const { did, synthetic_control: control } = hub.methods
    return [
      `${hub.name}${hub.near_zero_base ? '†' : ''}`,
      ...(hub.excess === null ? ['', '', ''] : [euro(hub.pre), euro(hub.post), euro(hub.excess.value)]),
      hub.excess === null ? 'unknown' : `${euro(hub.excess.low90)} to ${euro(hub.excess.high90)}`,
      hub.excess === null ? '' : significant(hub.excess.q ?? Number.NaN),
      hub.detectable === null ? '' : euro(hub.detectable),
      hub.substitution === null ? '' : shareOfMissing(hub.substitution.value),
      ...(goods.scope === 'products'
        ? [hub.products_found === null ? '' : `${hub.products_found.found} of ${hub.products_found.tested}`]
        : []),
      did === null ? '' : signedShare(did.effect),
      control === null ? '' : signedShare(control.effect),
      control === null ? '' : `${control.rank} of ${control.of}`,
      hub.verdict,
    ]
  })
}

function productRowsOf({ products }: RoutesAnswer): string[][] {
  return products.map((one) => {
    const found = one.hubs.filter(({ q, excess }) => q <= 0.1 && excess > 0).sort((a, b) => b.excess - a.excess)
    return [
      one.product,
      shortName(one.name),
      one.tier ?? '',
      euro(one.target_pre),
      euro(one.target_post),
      formatShare(one.ratio),
      one.kept_out === null
        ? found.map((hub) => `${hub.iso3}${hub.near_zero_base ? '†' : ''} ${euro(hub.excess)}`).join(', ') || 'no finding'
        : `kept out: ${one.kept_out}`,
    ]
  })
}

/** The first words of a name, which fill a column. */
function shortName(name: string | null): string {
  if (name === null) return ''
  const start = name.split(' (excl')[0]!
  return start.length <= 60 ? start : `${start.slice(0, 59).replace(/\s+\S*$/, '')} …`
}

const productColumns: readonly Column[] = [
  { title: 'product' },
  { title: 'name' },
  { title: 'tier' },
  ...['to target before', 'after', 'rise/fall'].map(right),
  { title: 'excess at hubs' },
]

function tierRows({ tiers }: RoutesAnswer): string[][] {
  return tiers.map(({ tier, codes, with_data: held, target_pre: pre, target_post: post, hubs }) => [
    tier,
    `${held} of ${codes}`,
    `${euro(pre)} → ${euro(post)}`,
    hubs.map((hub) => `${hub.iso3} ${euro(hub.pre)} → ${euro(hub.post)}`).join('; '),
  ])
}

const tierColumns: readonly Column[] = [{ title: 'tier' }, { title: 'codes' }, { title: 'to target' }, { title: 'to hubs' }]

const legend =
  'shows from: the least reroute that would show in nine of ten cases. of missing: excess over what is missing at the target. DiD and synthetic: rise of all goods by year against controls and against a weighted mean of other states. place: of the synthetic gap among placebo states. † base near zero: growth rates mean nothing.'

/** Writes the answer as text: ten sentences, then the tables. */
export function routesText(answer: RoutesAnswer): string {
  const title = `Who goes round: ${answer.target.name} (${answer.goods.title}), since ${answer.window.since}`
  return [
    title,
    routesSentences(answer)
      .map((sentence) => wrap(sentence, width))
      .join('\n'),
    textTable(hubColumns(answer), hubRows(answer)),
    wrap(hubsLeftOut(answer) + legend, width),
    ...(answer.tiers.length === 0 ? [] : [textTable(tierColumns, tierRows(answer))]),
    ...(answer.products.length === 0 ? [] : [textTable(productColumns, productRowsOf(answer))]),
    answer.notes.map((note) => wrap(`- ${note}`, width)).join('\n'),
    `Snapshot ${answer.snapshot.id}.`,
  ].join('\n\n')
}

/** Writes the answer as Markdown. */
export function routesMarkdown(answer: RoutesAnswer): string {
  return [
    `## Who goes round: ${answer.target.name}`,
    `${answer.goods.title}, since ${answer.window.since}`,
    routesSentences(answer)
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
    markdownTable(hubColumns(answer), hubRows(answer)),
    hubsLeftOut(answer) + legend,
    ...(answer.tiers.length === 0 ? [] : [markdownTable(tierColumns, tierRows(answer))]),
    ...(answer.products.length === 0 ? [] : [markdownTable(productColumns, productRowsOf(answer))]),
    answer.notes.map((note) => `- ${note}`).join('\n'),
    `Snapshot ${answer.snapshot.id}.`,
  ].join('\n\n')
}

/** Writes a row for each hub as a whole (`all`), and for each product at each hub. */
export function routesCsv(answer: RoutesAnswer): string {
  const header = ['target', 'since', 'list', 'scope', 'product', 'tier', 'hub', 'target_pre', 'target_post', 'pre', 'post', 'unit']
  const figures = ['excess', 'low90', 'high90', 'q', 'substitution', 'near_zero_base', 'kept_out', 'verdict', 'detectable']
  return csv([...header, ...figures], lines(answer))
}

function* lines({ target, window, goods, direct, hubs, products, unit }: RoutesAnswer): Generator<CsvCell[]> {
  const head = [target.id, window.since, goods.list, goods.scope]
  for (const hub of hubs) yield [...head, 'all', null, hub.iso3, direct.pre, direct.post, ...hubCells(hub, unit)]
  for (const { product, tier, target_pre: pre, target_post: post, kept_out: out, hubs: cells } of products) {
    const start = [...head, product, tier]
    if (cells.length === 0) yield [...start, null, pre, post, null, null, unit, null, null, null, null, null, null, out, null, null]
    for (const cell of cells) {
      const { iso3, excess, low90, high90, q, near_zero_base: near } = cell
      yield [...start, iso3, pre, post, cell.pre, cell.post, unit, excess, low90, high90, q, excess / (pre - post), near, out, null, null]
    }
  }
}

function hubCells({ pre, post, excess, substitution, near_zero_base: near, verdict, detectable }: HubAnswer, unit: string): CsvCell[] {
  const amounts = excess === null ? [null, null] : [pre, post]
  return [...amounts, unit, excess?.value, excess?.low90, excess?.high90, excess?.q, substitution?.value, near, null, verdict, detectable]
}
