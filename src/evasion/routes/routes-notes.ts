import type { RoutesBasis } from './routes-basis.ts'

/** Returns what limits the answer, in sentences. */
export function routesNotes(basis: RoutesBasis): string[] {
  return [
    ...dataNotes(basis),
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

function methodNotes({ window, tests, background, donors, controls }: RoutesBasis): string[] {
  const limit = window === undefined ? '' : ' Where the listed goods grow otherwise than all goods, that interval does not know it.'
  return [
    `Expected growth is that of exports of all goods to ${controls.join(', ')}: x${background.growth.toFixed(2)}. The interval of a hub comes from the growth of other states of similar size, of ${donors.length} in all.${limit}`,
    ...(window !== undefined && tests === undefined
      ? ['No product is tested: the data reach neither a year further back nor to three control states.']
      : []),
    'One treated state makes the clustered error of difference in differences meaningless: it rests on the controls alone. Read the permutation and the rank among placebos instead.',
  ]
}
