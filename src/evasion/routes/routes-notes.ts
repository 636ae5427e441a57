import { joinedWords } from '../../assessments/forms/wording.ts'
import { hubsUnderMeasures } from './ban-onset.ts'
import { commonNameOf, type RoutesBasis } from './routes-basis.ts'

/** Returns what limits the answer, in sentences. */
export async function routesNotes(basis: RoutesBasis): Promise<string[]> {
  return [
    ...dataNotes(basis),
    ...(await hubNotes(basis)),
    ...methodNotes(basis),
    'Firm-level checks are out of reach of these data: no shipment, company or end user is seen.',
  ]
}

function dataNotes({ request, window, holdings, hubs, products, yearly }: RoutesBasis): string[] {
  if (window === undefined) {
    const ask =
      request.goods.id === 'all' ? '' : ` The list ${request.goods.id} is not applied, since the record has no exports by product.`
    return [`Exports of the EU to every partner, all goods, by calendar year (${yearly.years[0]} to ${yearly.years.at(-1)}).${ask}`]
  }
  const without = hubs.filter((hub) => !holdings!.partners.includes(hub))
  const keptOut = products.filter((product) => product.keptOut !== null).length
  const asked = request.goods.codes?.length
  const members = holdings!.reporters.includes(request.target) ? [`${request.target} reports too; its own exports are in no sum.`] : []
  return [
    ...request.goods.notes,
    ...(asked === undefined || asked === products.length ? [] : [`${products.length} of the ${asked} codes of the list are in the data.`]),
    ...(window.leftOut.length === 0 ? [] : [`${window.leftOut.join(', ')}: left out, since the data have no month to compare with.`]),
    ...(without.length === 0 ? [] : [`The data by product have nothing of ${without.join(', ')}: unknown, not zero.`]),
    ...(keptOut === 0
      ? []
      : [
          `${keptOut} codes that began, ended or changed with a nomenclature are in the plain sums and in nothing that is net of controls.`,
        ]),
    ...(holdings!.headings === 0 ? [] : [`${holdings!.headings} headings that stand beside their own codes are in no sum.`]),
    ...members,
  ]
}

async function hubNotes({ snapshot, hubs, window, years }: RoutesBasis): Promise<string[]> {
  const months = window?.post ?? years.post.flatMap((year) => [`${year}-01`, `${year}-12`])
  const under = (await hubsUnderMeasures(snapshot, hubs, `${months[0]}-01`, `${months.at(-1)}-28`)).map(commonNameOf)
  if (under.length === 0 || under.length > 5) return []
  return [
    `${joinedWords(under)} ${under.length === 1 ? 'was itself' : 'were themselves'} under measures of the EU on trade or technology in these years: a fall there is no sign against rerouting, and growth elsewhere is no fair yardstick.`,
  ]
}

/** With fewer years before the date than this, growth since then says little. */
const fewYears = 3

function methodNotes({ window, tests, background, donors, controls, years }: RoutesBasis): string[] {
  return [
    `Expected growth is that of exports of all goods to ${controls.join(', ')}: x${background.growth.toFixed(2)}. The interval of a hub comes from the growth of other states of similar size, of ${donors.length} in all.`,
    ...(window === undefined && years.pre.length < fewYears
      ? [`Only ${years.pre.join(' and ')} lies before the date in the record: what grew since then may have been unusually low in it.`]
      : []),
    ...(tests === undefined
      ? []
      : [
          'Products are looked at where the hub as a whole is found; single products are candidates. One is found in nine of ten cases only if what is rerouted is many times what the hub bought of it before (docs/routes.md).',
        ]),
    ...(window !== undefined && tests === undefined
      ? ['No product is tested: the data reach neither a year further back nor to three control states.']
      : []),
    'One treated state makes the clustered error of difference in differences meaningless: it rests on the controls alone. Read the permutation and the rank among placebos instead.',
  ]
}
