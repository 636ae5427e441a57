import type { Indicator } from './indicator.ts'
import { type QuotedFuel, type QuotedMeasure, quotedEnergyIds } from './quoted-fuels.ts'

const told: Readonly<Record<QuotedMeasure, (name: string) => Pick<Indicator, 'title' | 'unit' | 'higher' | 'definition' | 'limits'>>> = {
  deliveries: (name) => ({
    title: `Deliveries of ${name}, as texts print them`,
    unit: 'mixed',
    higher: 'more of it went from the first to the second',
    definition: `Amount of ${name} that went from the first to the second in the time, in tonnes, cubic metres or barrels a day as the text tells it; from = where it comes from.`,
    limits: 'Tonnes, cubic metres and barrels a day are never turned into one another here.',
  }),
  'import-share': (name) => ({
    title: `Supplier's share in the buyer's imports of ${name}`,
    unit: 'share',
    higher: 'more of what the buyer imports comes from this supplier',
    definition: `Share of the first in all ${name} that the second imports in the time, as a text prints it; from = supplier.`,
    limits: 'By amount, or by value where the note of the row says so; of imports, not of what is used.',
  }),
  'export-share': (name) => ({
    title: `Buyer's share in the supplier's exports of ${name}`,
    unit: 'share',
    higher: 'more of what the supplier exports goes to this buyer',
    definition: `Share of the second in all ${name} that the first exports in the time, as a text prints it; from = supplier.`,
    limits: 'By amount, or by value where the note of the row says so.',
  }),
  'supplier-place': (name) => ({
    title: `Supplier's place among the buyer's suppliers of ${name}`,
    unit: 'place',
    higher: 'others supply the buyer with more',
    definition: `Place of the first among those who supply the second with ${name} in the time, as a text tells it: 1 is the largest; from = supplier.`,
    limits: 'By amount, or by value where the note of the row says so; who is on the list is not told.',
  }),
  'buyer-place': (name) => ({
    title: `Buyer's place among the supplier's buyers of ${name}`,
    unit: 'place',
    higher: 'others buy more from the supplier',
    definition: `Place of the second among those who buy ${name} from the first in the time, as a text tells it: 1 is the largest; from = supplier.`,
    limits: 'By amount, or by value where the note of the row says so; who is on the list is not told.',
  }),
}

const indicatorOf = (id: string, { name, limits }: QuotedFuel, measure: QuotedMeasure): Indicator => {
  const one = told[measure](name)
  return { ...one, id, relation: 'directed', domain: 'energy', limits: `${one.limits} ${limits}` }
}

/** Indicators of fuels for which the record has only single figures quoted from texts: amounts, shares and ranks. */
export const quotedEnergyIndicators: readonly Indicator[] = quotedEnergyIds.map(({ id, fuel, measure }) => indicatorOf(id, fuel, measure))
