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

const sourceTitles: Readonly<Record<string, readonly [title: string, citation: string]>> = {
  comext: ['Eurostat Comext', 'Eurostat. EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409). Luxembourg. CC BY 4.0.'],
  'comext-products': [
    'Eurostat Comext, by product',
    'Eurostat. EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409). Luxembourg. CC BY 4.0.',
  ],
  'kazakhstan-customs': [
    'Bureau of National Statistics of Kazakhstan',
    'Bureau of National Statistics of Kazakhstan. Foreign trade by country.',
  ],
  'kyrgyzstan-customs': [
    'National Statistical Committee of Kyrgyzstan',
    'National Statistical Committee of the Kyrgyz Republic. Foreign trade by country.',
  ],
  'imf-dots': [
    'IMF, Direction of Trade Statistics',
    'International Monetary Fund (2024). Direction of Trade Statistics (since 2025: International Trade in Goods by Partner Country). Washington, DC.',
  ],
  'imf-imts-2025': [
    'IMF, International Trade in Goods by Partner Country',
    'International Monetary Fund (2026). International Trade in Goods (by partner country), IMF.STA:IMTS, 24 April 2026. Washington, DC.',
  ],
  'imf-dots-world': [
    'IMF, Direction of Trade Statistics',
    'International Monetary Fund (2021). Direction of Trade Statistics. Washington, DC.',
  ],
  'uzbekistan-customs': [
    'National Statistics Committee of Uzbekistan',
    'National Statistics Committee of the Republic of Uzbekistan (2024). Data sets 1105 and 1176. Tashkent.',
  ],
  'russian-customs': [
    'Federal Customs Service of Russia',
    'Federal Customs Service of Russia (2006-2024). Foreign trade of the Russian Federation with main countries. Moscow.',
  ],
  'armenia-customs': ['Statistical Committee of Armenia', 'Statistical Committee of the Republic of Armenia. External trade by country.'],
}

/** The sources of an answer and of further reports, as listed in downloaded files. */
export function downloadSources({ sources }: RoutesOf, others: readonly string[] = []) {
  const held = new Map(sources.map(({ source, vintage }) => [source, vintage]))
  return [...new Set([...held.keys(), ...others])].map((id) => {
    const [title, citation] = sourceTitles[id] ?? [id, id]
    return { id, title, citation, vintage: held.get(id) ?? 'as in the record' }
  })
}

/** The name of a downloaded file: `routes-rus-chpl-hubs`. */
export const fileName = ({ target, goods }: RoutesOf, what: string): string =>
  `routes-${target.id}-${goods.list}-${what}`.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')

export const perWords = ({ window }: RoutesOf): string => (window.per === 'year' ? ' a year' : '')
