/** A fuel of which the record has only single figures quoted from texts: the prefix of the ids of its indicators, and its name in a sentence. */
export interface QuotedFuel {
  readonly id: string
  readonly name: string
  /** What the figures of this fuel include and leave out. */
  readonly limits: string
}

/** What a text states about deliveries of a fuel; `supplier-place` and `buyer-place` are ranks among the suppliers or buyers. */
export type QuotedMeasure = 'deliveries' | 'import-share' | 'export-share' | 'supplier-place' | 'buyer-place'

const gas = 'Gas by pipeline is told by where it was produced by some and by the border that it crosses by others.'

export const quotedFuels: readonly QuotedFuel[] = [
  {
    id: 'crude-oil',
    name: 'crude oil',
    limits: 'Some count gas condensate in; customs tell origins as declared, those who follow tankers as seen.',
  },
  { id: 'oil', name: 'crude oil and oil products', limits: 'Crude oil and what is made of it are one here.' },
  { id: 'diesel', name: 'diesel and gasoil', limits: 'Much of it is sent on from where it is landed.' },
  { id: 'gas', name: 'natural gas by pipeline and liquefied', limits: gas },
  { id: 'pipeline-gas', name: 'natural gas by pipeline', limits: gas },
  { id: 'lng', name: 'liquefied natural gas', limits: 'Some count it where it is landed, others by whose it is in the end.' },
  { id: 'coal', name: 'coal', limits: 'Some count lignite in, and some coking coal apart.' },
  { id: 'uranium', name: 'natural uranium', limits: 'What utilities had delivered; where it was enriched is told apart.' },
]

/** The measures for which the record has figures, by the id of the fuel. */
export const quotedMeasuresByFuel: Readonly<Record<string, readonly QuotedMeasure[]>> = {
  'crude-oil': ['deliveries', 'import-share', 'export-share', 'supplier-place', 'buyer-place'],
  oil: ['deliveries', 'import-share', 'export-share', 'supplier-place', 'buyer-place'],
  diesel: ['deliveries', 'supplier-place', 'buyer-place'],
  gas: ['deliveries', 'import-share', 'export-share', 'supplier-place'],
  'pipeline-gas': ['deliveries', 'import-share', 'supplier-place'],
  lng: ['deliveries', 'import-share', 'export-share', 'supplier-place', 'buyer-place'],
  coal: ['deliveries', 'import-share', 'supplier-place'],
  uranium: ['import-share', 'supplier-place'],
}

/** Every combination of fuel and measure for which the record has figures, with the id of its indicator. */
export const quotedEnergyIds: readonly { readonly id: string; readonly fuel: QuotedFuel; readonly measure: QuotedMeasure }[] =
  quotedFuels.flatMap((fuel) => (quotedMeasuresByFuel[fuel.id] ?? []).map((measure) => ({ id: `${fuel.id}-${measure}`, fuel, measure })))
