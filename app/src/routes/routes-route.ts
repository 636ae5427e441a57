import type { Answers } from '../../../src/server/answer-types.ts'
import { route } from '../route.ts'

export type RoutesOf = Answers['routes']
export type Hub = RoutesOf['hubs'][number]

/** The question in the URL: `/routes?target=RUS&goods=chpl&hub=KGZ&hubs=KAZ,KGZ&since=2022-03`. */
export interface RoutesQuery {
  readonly target: string
  readonly goods: string
  /** Hubs that are compared; undefined: those that studies name. */
  readonly hubs: string | undefined
  readonly since: string | undefined
  /** The hub whose flow is drawn. */
  readonly hub: string | undefined
}

/** Goods by product and month are bundled for this target alone. */
const withProducts = 'RUS'

export function routesQuery(): RoutesQuery {
  const { target = withProducts, goods, hubs, since, hub } = route.value.query
  return { target, goods: goods ?? (target === withProducts ? 'sanctioned' : 'all'), hubs, since, hub }
}

export const isFound = ({ verdict }: Hub): boolean => verdict === 'consistent with rerouting'

/** The sources that an answer rests on and further ones, as listed in downloaded files. */
export function downloadSources({ sources, cited_sources: cited }: RoutesOf, others: readonly string[] = []) {
  const listed = new Set([...sources.map(({ source }) => source), ...others])
  return cited.filter(({ id }) => listed.has(id))
}

/** The name of a downloaded file: `routes-rus-chpl-hubs`. */
export const fileName = ({ target, goods }: RoutesOf, what: string): string =>
  `routes-${target.id}-${goods.list}-${what}`.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')

export const perWords = ({ window }: RoutesOf): string => (window.per === 'year' ? ' a year' : '')
