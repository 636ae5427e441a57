/** The tables of the record that a claim on a flow or a size is tested with. */
export type QueryFamily = 'goods' | 'fossil' | 'arms' | 'own' | 'held'

const families: Readonly<Record<QueryFamily, readonly string[]>> = {
  goods: ['goods-exports', 'goods-imports', 'goods-trade', 'deficit', 'surplus', 'gap', 'partner', 'market', 'supplier', 'services'],
  fossil: ['energy', 'crude-oil', 'oil-products', 'coal', 'gas-pipeline', 'lng', 'gas', 'uranium'],
  arms: ['arms-imports', 'arms-exports', 'arms'],
  own: ['defence-spending', 'gdp', 'population'],
  held: ['investment', 'deals', 'loans', 'currency', 'reserves', 'public-debt-official', 'migrant-stock', 'us-forces'],
}

const familyOfTopic: ReadonlyMap<string, QueryFamily> = new Map(
  (Object.keys(families) as QueryFamily[]).flatMap((family) => families[family].map((topic) => [topic, family] as const)),
)

/** Returns the family of tables that covers a topic; undefined if none does. */
export const queryFamilyOf = (topic: string): QueryFamily | undefined => familyOfTopic.get(topic)
