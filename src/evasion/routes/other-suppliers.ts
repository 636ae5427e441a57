import { type Membership, membersOn } from '../../states/index.ts'
import { type SectorSales, saleOf, sectorSales } from '../panels/sector-sales.ts'
import type { OtherSuppliers } from './routes-answer.ts'
import { commonNameOf, type RoutesBasis } from './routes-basis.ts'

const world = 'WLD'
/** Most suppliers that are listed. */
const most = 12
/** A table in which the members' own sales to the target grew by this much more than customs count does not show the ban, and shows nothing of who goes round it. */
const tolerated = 0.2

/**
 * Returns what states outside the EU sell to the target in two groups of goods that the record has for every pair: semiconductors (one year, so a level) and
 * electronics by input-output tables (two years, so a growth). Where the tables do not show what customs show of the EU's own sales, it says so.
 */
export async function otherSuppliers(basis: RoutesBasis): Promise<OtherSuppliers> {
  const [semiconductors, electronics] = await Promise.all([semiconductorsOf(basis), electronicsOf(basis)])
  return { semiconductors, electronics }
}

async function membersOf({ snapshot, request }: RoutesBasis): Promise<ReadonlySet<string>> {
  const memberships = (await snapshot.rows("SELECT * FROM memberships WHERE bloc = 'EU'")) as unknown as Membership[]
  return new Set(membersOn(memberships, 'EU', `${request.since}-01`))
}

async function semiconductorsOf(basis: RoutesBasis): Promise<OtherSuppliers['semiconductors']> {
  const { target, since } = basis.request
  const sales = await sectorSales(basis.snapshot, 'semiconductors-flow')
  const year = sales?.years.at(-1)
  if (sales === undefined || year === undefined || year < Number(since.slice(0, 4))) return null
  const total = saleOf(sales, world, target, year)
  if (total <= 0) return null
  const members = await membersOf(basis)
  const everywhere = sellersIn(sales).reduce((sum, seller) => sum + saleOf(sales, seller, world, year), 0)
  const states = outside(sales, members, target, year).map((iso3) => {
    const value = saleOf(sales, iso3, target, year)
    return {
      ...{ iso3, name: commonNameOf(iso3), value, share: value / total },
      share_elsewhere: (saleOf(sales, iso3, world, year) - value) / (everywhere - total),
    }
  })
  return { source: sales.source, year, unit: 'USD', total, states: states.filter(({ value }) => value > 0).slice(0, most) }
}

async function electronicsOf(basis: RoutesBasis): Promise<OtherSuppliers['electronics']> {
  const { target, since } = basis.request
  const sales = await sectorSales(basis.snapshot, 'electronics-sales')
  const year = Number(since.slice(0, 4))
  // the first year that is treated in most of its months, and the one before
  const [pre, post] = since.slice(5) > '06' ? [year, year + 1] : [year - 1, year]
  if (sales === undefined || !sales.years.includes(pre) || !sales.years.includes(post)) return null
  const members = await membersOf(basis)
  const growth = (from: string, to: string): number => saleOf(sales, from, to, post) / saleOf(sales, from, to, pre)
  const states = outside(sales, members, target, post).flatMap((iso3) => {
    const [before, after] = [saleOf(sales, iso3, target, pre), saleOf(sales, iso3, target, post)]
    if (before <= 0) return []
    const elsewhere = (at: number): number => saleOf(sales, iso3, world, at) - saleOf(sales, iso3, target, at)
    const expected = elsewhere(post) / elsewhere(pre)
    const markets = [...sales.sellers.get(iso3)!.keys()].filter((buyer) => {
      const base = saleOf(sales, iso3, buyer, pre)
      return buyer !== world && buyer !== target && base >= before / 10 && base <= before * 10
    })
    const above = markets.filter((buyer) => growth(iso3, buyer) >= after / before).length
    return [
      {
        ...{ iso3, name: commonNameOf(iso3), pre: before, post: after, growth: after / before, expected_growth: expected },
        ...{ excess: after - before * expected, rank: above + 1, of: markets.length + 1 },
      },
    ]
  })
  if (states.length === 0) return null
  const sold = (at: number): number => [...members].reduce((sum, member) => sum + saleOf(sales, member, target, at), 0)
  const cells = basis.yearly.partners.get(target)
  const customs = cells === undefined ? Number.NaN : cells[basis.yearly.years.indexOf(post)]! / cells[basis.yearly.years.indexOf(pre)]!
  const membersGrowth = sold(post) / sold(pre)
  const isKnown = Number.isFinite(customs) && Number.isFinite(membersGrowth)
  return {
    ...{ source: sales.source, pre_year: pre, post_year: post, unit: 'USD', states: states.slice(0, most) },
    check: isKnown ? { members_growth: membersGrowth, customs_growth: customs, is_usable: membersGrowth - customs <= tolerated } : null,
  }
}

const sellersIn = ({ sellers }: SectorSales): string[] => [...sellers.keys()].filter((seller) => seller !== world)

/** States that are neither the target nor members of the EU, those that sell it most first. */
function outside(sales: SectorSales, members: ReadonlySet<string>, target: string, year: number): string[] {
  return sellersIn(sales)
    .filter((seller) => seller !== target && !members.has(seller))
    .sort((a, b) => saleOf(sales, b, target, year) - saleOf(sales, a, target, year) || (a < b ? -1 : 1))
}
