import type { Snapshot } from '../../store/index.ts'
import { firstTreatedYear } from '../windows/month-window.ts'
import { banOnset } from './ban-onset.ts'
import { hubAnswers, togetherOf } from './hub-answers.ts'
import { methodsOfHubs } from './hub-methods.ts'
import { answerNeeds } from './needs.ts'
import { otherSuppliers } from './other-suppliers.ts'
import { placeboGoods } from './placebo-goods.ts'
import { codesOf, productRows, tiersOf } from './product-rows.ts'
import { publishedFigures } from './published-figures.ts'
import type { OtherSuppliers, PlaceboGoods, RoutesAnswer } from './routes-answer.ts'
import { basisOf, commonNameOf, controlsByProduct, findingRate, type RoutesBasis } from './routes-basis.ts'
import type { RoutesQuestion } from './routes-figures.ts'
import { routesNotes } from './routes-notes.ts'

/**
 * Answers through whom goods under a ban may reach a state: what direct exports fell, what rose at each hub beyond the growth of controls, for which products, and
 * what placebos say of it.
 *
 * @throws Usage without a date, if none follows from the record; NoCoverage if the record has no yearly exports, or none on both sides of the date; Usage if a hub or control is the target, or has no figures
 */
export async function routes(question: RoutesQuestion, snapshot: Snapshot): Promise<RoutesAnswer> {
  const { since, until, measure } =
    question.since === undefined ? await banOnset(snapshot, question.target) : { since: question.since, until: undefined, measure: null }
  const request = { ...question, since, until: question.until ?? until }
  const basis = await basisOf(request, snapshot)
  const { window, years, hubs, donors } = basis
  const from = firstTreatedYear(request.since)
  const methods = await methodsOfHubs(snapshot, hubs, { yearly: basis.yearly, donors, controls: basis.controls, from })
  const answers = await hubAnswers(basis, methods)
  const rows = productRows(basis)
  const [suppliers, goods] = await Promise.all([otherSuppliers(basis), placeboGoods(basis)])
  const scope = window === undefined ? 'all goods' : 'products'
  return {
    schemaVersion: 1,
    target: { id: request.target, name: commonNameOf(request.target) },
    goods: {
      list: request.goods.id,
      title: scope === 'products' ? request.goods.title : allGoodsTitle,
      scope,
      products: basis.products.length,
    },
    unit: 'EUR',
    window: {
      since,
      since_measure: measure,
      basis: window === undefined ? 'years' : 'months',
      post: window?.post ?? distinct(years.post),
      pre: window?.pre ?? distinct(years.pre),
      per: window === undefined ? 'year' : 'window',
    },
    ...answers,
    together: togetherOf(answers, request.hubs !== undefined),
    codes: codesOf(basis),
    products: request.limit === undefined ? rows : rows.slice(0, request.limit),
    products_total: rows.length,
    tiers: tiersOf(basis),
    other_suppliers: suppliers,
    placebo: placeboOf(basis, goods),
    published: publishedFigures(request.target),
    needs: answerNeeds(request.target, scope, controlsByProduct(basis).length >= 3, goods !== null),
    snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created },
    sources: [
      { source: basis.yearly.source, vintage: basis.yearly.vintage },
      ...(window === undefined ? [] : [{ source: basis.holdings!.source, vintage: basis.holdings!.vintage }]),
    ],
    notes: [
      ...(measure === null ? [] : [sinceNote(since, measure, question.until === undefined ? until : undefined)]),
      ...(await routesNotes(basis)),
      ...supplierNotes(suppliers),
    ],
  }
}

const allGoodsTitle = 'all goods by year'
const sinceNote = (since: string, measure: string, until: string | undefined): string =>
  `Since ${since}: the first full month of ${measure} in the record; --since names another.${until === undefined ? '' : ` These measures ended after ${until}, so later years are left out.`}`
function supplierNotes({ electronics }: OtherSuppliers): string[] {
  if (electronics?.check == null || electronics.check.is_usable) return []
  const { members_growth: own, customs_growth: customs } = electronics.check
  const share = (growth: number): string => `${growth >= 1 ? '+' : '−'}${Math.abs(100 * (growth - 1)).toFixed(0)} %`
  return [
    `Input-output tables say nothing of electronics from elsewhere: in them the EU members’ own sales went ${share(own)} in ${electronics.post_year}, while by customs all their goods went ${share(customs)}.`,
  ]
}

const distinct = (years: readonly number[]): string[] => [...new Set(years)].map(String)

function placeboOf({ background, hubs, tests, donors, request }: RoutesBasis, goods: PlaceboGoods | null): RoutesAnswer['placebo'] {
  const space = hubs.flatMap((iso3) => {
    const growth = background.growthOf(iso3)
    if (growth === undefined) return []
    const others = background.placebos.filter((one) => one.iso3 !== iso3)
    const above = others.filter((one) => one.growth >= growth).length
    return [{ iso3, rank: above + 1, of: others.length + 1, p: (above + 1) / (others.length + 1) }]
  })
  return {
    rate: findingRate,
    states: donors.length,
    space,
    cells: tests === undefined ? null : { ...tests.placebos, tested: tests.tested, found: tests.found },
    goods,
    needs: goods === null ? { goods: answerNeeds(request.target, 'products', true, false)['placebo_goods']! } : {},
  }
}
