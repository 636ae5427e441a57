import type { RouteFinding, RouteFindings } from '../../assessments/economy/route-findings.ts'
import type { Snapshot } from '../../store/index.ts'
import { allGoods, type GoodsList, highPriorityList } from '../goods/goods-list.ts'
import { restrictedGoodsList } from '../panels/restricted-goods.ts'
import { routes } from './routes.ts'
import type { RoutesAnswer } from './routes-answer.ts'

/** First month of the EU's measures on Russia over its war on Ukraine that shows in trade. */
const since = '2022-03'

/** Answers, in short, what assessments and claims use: routes to Russia of all goods, of goods under sanctions, and of the high-priority list. */
export async function routeFindings(snapshot: Snapshot): Promise<RouteFindings> {
  const findings: RouteFinding[] = []
  for (const goods of [allGoods, restrictedGoodsList(), highPriorityList]) findings.push(await findingOn('RUS', goods, snapshot))
  const card = snapshot.manifest.sources.find(({ id }) => id === 'comext')
  return { schema: 'visavis-route-findings/1', comext: card?.vintage ?? 'unknown', findings }
}

async function findingOn(target: string, goods: GoodsList, snapshot: Snapshot): Promise<RouteFinding> {
  const answer = await routes({ target, goods, since }, snapshot)
  return {
    ...{ target, since, list: goods.id, per: answer.window.per, before: spanOf(answer.window.pre), period: spanOf(answer.window.post) },
    ...{
      states: answer.placebo.states,
      pre: rounded(answer.direct.pre),
      post: rounded(answer.direct.post),
      missing: rounded(answer.direct.missing),
    },
    hubs: answer.hubs.flatMap((hub) => hubOf(hub, answer)),
  }
}

function hubOf(hub: RoutesAnswer['hubs'][number], { placebo }: RoutesAnswer): RouteFinding['hubs'] {
  const { iso3, pre, post, excess, growth, expected_growth: expected, verdict } = hub
  const place = placebo.space.find((one) => one.iso3 === iso3)
  if (excess === null || growth === null || verdict === 'unknown' || place === undefined) return []
  return [
    {
      ...{ iso3, verdict, pre: rounded(pre), post: rounded(post), growth: rounded(growth), expected: rounded(expected) },
      excess: { value: rounded(excess.value), low90: rounded(excess.low90), high90: rounded(excess.high90), q: rounded(excess.q!) },
      ...{ rank: place.rank, of: place.of },
    },
  ]
}

const rounded = (value: number): number => Number(value.toPrecision(6))

/** From the first day to the last: `2021-03-01/2021-11-30`. */
function spanOf(periods: readonly string[]): string {
  const sorted = periods.toSorted()
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const end =
    last.length === 4 ? `${last}-12-31` : new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).toISOString().slice(0, 10)
  return `${first.length === 4 ? `${first}-01-01` : `${first}-01`}/${end}`
}
