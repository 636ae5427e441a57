import { storedMemberships } from '../../assessments/record/memberships.ts'
import { type GoodsReport, pairGoods } from '../../assessments/record/pair-goods.ts'
import { membersOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { HeldFigures } from './missing-series.ts'
import type { SeriesNeed } from './series-needs.ts'

/** Reads what a snapshot holds of the needs. */
export async function heldFigures(snapshot: Snapshot, needs: readonly SeriesNeed[]): Promise<HeldFigures> {
  const goods = await eachOnce(
    needs,
    ofKind('goods'),
    ({ a, b }) => `${a} ${b}`,
    ({ a, b }) => goodsBetween(snapshot, a, b),
  )
  const gdp = await eachOnce(
    needs,
    ofKind('gdp'),
    ({ state }) => state,
    ({ state }) => gdpYears(snapshot, state),
  )
  const fuels = await eachOnce(
    needs,
    ofKind('fuels'),
    ({ seller, buyer }) => `${seller} ${buyer}`,
    ({ seller, buyer }) => fuelYears(snapshot, seller, buyer),
  )
  const { all } = await storedMemberships(snapshot)
  return {
    goods: (a, b) => goods.get(`${a} ${b}`) ?? [],
    gdpYears: (state) => gdp.get(state) ?? new Set(),
    fuelYears: (seller, buyer) => fuels.get(`${seller} ${buyer}`) ?? new Set(),
    isInUnion: (state, year) => membersOn(all, 'EU', `${year}-12-31`).includes(state),
  }
}

type NeedOf<K extends SeriesNeed['kind']> = Extract<SeriesNeed, { kind: K }>

function ofKind<K extends SeriesNeed['kind']>(kind: K): (need: SeriesNeed) => need is NeedOf<K> {
  return (need): need is NeedOf<K> => need.kind === kind
}

/** Reads something for each need of a kind, once for each key. */
async function eachOnce<N extends SeriesNeed, T>(
  needs: readonly SeriesNeed[],
  isOne: (need: SeriesNeed) => need is N,
  key: (need: N) => string,
  read: (need: N) => Promise<T>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (const need of needs) if (isOne(need) && !found.has(key(need))) found.set(key(need), await read(need))
  return found
}

async function goodsBetween(snapshot: Snapshot, a: string, b: string): Promise<readonly GoodsReport[]> {
  return (await pairGoods(snapshot, a, b, '9999-12-31')).reports
}

async function gdpYears(snapshot: Snapshot, state: string): Promise<ReadonlySet<number>> {
  return yearsIn(
    await snapshot.rows(
      `SELECT DISTINCT substr(start_date, 1, 4) AS year FROM observations WHERE indicator = 'gdp' AND source = 'world-bank' AND from_id = $state`,
      { state },
    ),
  )
}

async function fuelYears(snapshot: Snapshot, seller: string, buyer: string): Promise<ReadonlySet<number>> {
  return yearsIn(
    await snapshot.rows(
      `SELECT DISTINCT substr(start_date, 1, 4) AS year FROM observations
       WHERE starts_with(indicator, 'fossil-imports') AND from_id = $seller AND to_id = $buyer AND end_date = substr(start_date, 1, 4) || '-12-31'`,
      { seller, buyer },
    ),
  )
}

function yearsIn(rows: readonly Readonly<Record<string, unknown>>[]): ReadonlySet<number> {
  return new Set(rows.map(({ year }) => Number(year)))
}
