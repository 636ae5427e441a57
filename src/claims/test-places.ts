import { grouped } from '../assessments/grouped.ts'
import type { Claim } from './claim.ts'
import { doubtOfReading, namesTime } from './doubts.ts'
import { capitalised, finding, wouldBe } from './findings.ts'
import { evidenceOf, type Row, rowsOfPartners } from './honest-rows.ts'
import type { Days } from './honest-series.ts'
import { ofNamed } from './named-sources.ts'
import { sayActor, sayThing } from './query-flows.ts'
import { type Question, sayDays, sayFigure } from './question.ts'
import { settles } from './settles.ts'
import type { ClaimBench } from './testers.ts'
import type { Finding } from './verdict.ts'

/** Fewer partners than this are a selection, in which nobody's place is known. */
const fewestPartners = 50
/** Two that are as near as this may change places with the next revision. */
const tie = 0.03
/** A place is called wrong only where it would be so with every figure this much off. */
const margin = 0.1

/** Whose place among whose partners, and which way the flow goes. */
interface Place {
  readonly ranked: string
  readonly host: string
  readonly ways: readonly ('to host' | 'from host')[]
}

/** A list of all partners by one source, the largest first. */
interface Order {
  readonly source: string
  readonly year: Days
  readonly partners: readonly { readonly id: string; readonly value: number; readonly rows: readonly Row[] }[]
  readonly unit: string
}

const goods = ['goods-exports', 'goods-imports', 'goods-imports-cow', 'goods-services-exports', 'goods-services-imports']

/** A place among the partners of a state: its largest supplier, its third market, its first partner. */
export async function testPlace(claim: Claim, question: Question, bench: ClaimBench): Promise<Finding | undefined> {
  const place = placeOf(claim, question)
  if (place === undefined || claim.value === null || /\bnot\b/i.test(claim.qualifier ?? '')) return undefined
  const years = question.subject.family === 'arms' ? [question.days] : yearsOf(question.days)
  const orders = (await Promise.all(years.map((year) => ordersOf(place, question, year, bench)))).flat()
  const isOwn = ofNamed(claim.source_named)
  const own = isOwn === undefined ? orders : orders.filter(({ source }) => isOwn({ source, reporter: place.host }))
  const used = (own.length > 0 ? own : orders).filter(({ partners }) => partners.some(({ id }) => id === place.ranked))
  const covered = new Set(used.map(({ year }) => year.from)).size
  if (used.length === 0 || covered < years.length) return unknownPlace(place, question, bench)
  return judgePlace(claim, question, bench, place, used)
}

function placeOf({ actors, direction }: Claim, { subject }: Question): Place | undefined {
  const [ranked, host] = actors
  if (ranked === undefined || host === undefined || actors.length !== 2 || subject.mode === 'one' || subject.mode === 'balance')
    return undefined
  if (!['goods', 'arms'].includes(subject.family) || [ranked, host].some((id) => id === 'EUU' || id === 'WLD')) return undefined
  if (direction === 'total') return { ranked, host, ways: subject.family === 'arms' ? ['to host'] : ['to host', 'from host'] }
  return { ranked, host, ways: [direction.startsWith(`${ranked}->`) ? 'to host' : 'from host'] }
}

function yearsOf({ from, to }: Days): Days[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (first === last) return [{ from, to }]
  return Array.from({ length: last - first + 1 }, (_, i) => ({ from: `${first + i}-01-01`, to: `${first + i}-12-31` }))
}

/** The complete lists of partners that the record has for a span. */
async function ordersOf({ host, ways }: Place, { subject }: Question, year: Days, bench: ClaimBench): Promise<Order[]> {
  const ids = subject.family === 'arms' ? ['arms-deliveries-tiv'] : goods
  const rows = await rowsOfPartners(bench.snapshot, host, ids, year.from, year.to)
  const own = rows.filter((row) => (row.reporter === null || row.reporter === host) && isAsked(row, host, ways))
  const lists = grouped(own, ({ source, unit }) => `${source} ${unit}`)
  return [...lists.values()].flatMap((list) => orderOf(list, host, ways, year, subject.family === 'arms'))
}

function isAsked({ from, to, indicator }: Row, host: string, ways: Place['ways']): boolean {
  const isReverse = /imports/.test(indicator)
    ? from === host && indicator !== 'goods-imports-cow'
    : /exports/.test(indicator) && to === host
  return !isReverse && ((to === host && ways.includes('to host')) || (from === host && ways.includes('from host')))
}

function orderOf(rows: readonly Row[], host: string, ways: Place['ways'], year: Days, isArms: boolean): Order[] {
  const whole = rows.filter(({ start, end }) => isArms || (start === year.from && end === year.to))
  const byPartner = grouped(whole, ({ from, to }) => (from === host ? to : from))
  const partners = [...byPartner]
    .filter(([id]) => id.length === 3 && id !== 'WLD' && id !== 'EUU')
    .filter(([, own]) => isArms || ways.every((way) => own.some(({ to }) => (to === host) === (way === 'to host'))) || ways.length === 2)
    .map(([id, own]) => ({ id, value: own.reduce((sum, { value }) => sum + value, 0), rows: own }))
    .sort((x, y) => y.value - x.value)
  const [some] = whole
  return some !== undefined && (isArms || partners.length >= fewestPartners)
    ? [{ source: some.source, year, partners, unit: some.unit }]
    : []
}

/** Best and worst place that a state may have when all figures may be off by a share. */
function placesIn({ partners }: Order, id: string, off: number): readonly [best: number, worst: number] {
  const own = partners.find((one) => one.id === id)!.value
  const above = (factor: number): number => partners.filter((one) => one.id !== id && one.value > own * factor).length
  return [1 + above(1 + off), 1 + above(1 - off)]
}

function judgePlace(claim: Claim, question: Question, bench: ClaimBench, place: Place, orders: readonly Order[]): Finding {
  const fits = (order: Order, off: number): boolean => {
    const [best, worst] = placesIn(order, place.ranked, off)
    return best <= claim.value! && claim.value! <= worst
  }
  const years = grouped(orders, ({ year }) => year.from)
  const right = [...years.values()].filter((own) => own.some((order) => fits(order, tie))).length
  const wrong = [...years.values()].filter((own) => own.every((order) => !fits(order, margin))).length
  const said = `${sayOrder(orders.at(-1)!, place, question)} The claim says ${ordinal(claim.value!)}`
  const evidence = orders.slice(-3).flatMap(({ partners }) => evidenceOf(partners.slice(0, 3).flatMap(({ rows }) => rows)))
  if (right === years.size)
    return finding('supported', `${said}: it agrees${years.size > 1 ? ` in all ${years.size} years` : ''}.`, { evidence })
  const doubt = doubtOfReading(claim, question) ?? (namesTime(claim, question.days) ? undefined : 'the sentence names no year')
  if (wrong === years.size && doubt === undefined)
    return finding('contradicted', `${said}: by every complete list it is not.`, {
      evidence,
      wouldBeTrue: trueOrder(orders.at(-1)!, place, question),
    })
  if (years.size > 1 && wrong > 0 && right > 0)
    return finding('partly', `${said}: so it was in ${right} of ${years.size} years.`, { evidence })
  return finding('unverifiable', `${said}: ${doubt ?? 'the lists do not agree, or two are too close'}.`, {
    evidence,
    wouldSettle: settles(question, bench),
  })
}

function sayOrder(order: Order, place: Place, question: Question): string {
  const [first] = order.partners
  const [best] = placesIn(order, place.ranked, 0)
  const own = order.partners.find(({ id }) => id === place.ranked)!
  const what = `${sayThing(question.subject)} ${place.ways.length === 2 ? 'both ways' : place.ways[0] === 'to host' ? 'received' : 'sent'}`
  return `${capitalised(sayActor(place.ranked))} was ${ordinal(best)} among the partners of ${sayActor(place.host)} by ${what} in ${sayDays(order.year)} (${figure(own.value, order.unit)}, ${order.source})${first!.id === place.ranked ? '' : `; first was ${sayActor(first!.id)} with ${figure(first!.value, order.unit)}`}.`
}

const figure = (value: number, unit: string): string => (unit.length === 3 ? sayFigure(value / 1e9, `${unit} bn`) : sayFigure(value, unit))

function trueOrder(order: Order, place: Place, question: Question): Finding['wouldBeTrue'] {
  const [best] = placesIn(order, place.ranked, 0)
  const row = order.partners.find(({ id }) => id === place.ranked)!
  const text = `${capitalised(sayActor(place.ranked))} was ${ordinal(best)} in ${sayDays(order.year)}, by ${sayThing(question.subject)} with ${sayActor(place.host)} (${order.source}).`
  return { ...wouldBe('order', text, evidenceOf(row.rows)), value: best, unit: 'rank' }
}

function ordinal(place: number): string {
  const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
  return words[place - 1] ?? `number ${place}`
}

function unknownPlace(place: Place, question: Question, bench: ClaimBench): Finding {
  return finding(
    'unverifiable',
    `The record has no complete list of the partners of ${sayActor(place.host)} in ${sayDays(question.days)}.`,
    {
      wouldSettle: settles(question, bench),
    },
  )
}
