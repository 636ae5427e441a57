import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, publicDomain, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, convertedRows, readOwnCsv } from '../formats/csv.ts'
import { type TableRow, tableColumns } from '../rows/table-columns.ts'

/** Card of what both sides lose if trade between them ends, which this package works out with its own models: docs/scenarios/coalitions.md. */
export const card: SourceCard = {
  id: 'visavis-leverage',
  title: 'What each side of a pair loses if all trade between them ends',
  provider: 'Vis-à-vis',
  url: 'https://doi.org/10.1016/B978-0-444-54314-1.00004-5',
  licence: publicDomain(
    'Own estimates, public domain; cite the tables that they rest on: OECD Inter-Country Input-Output tables (CC BY 4.0), BACI.',
  ),
  citation:
    'Losses computed by visavis leverage; method: Costinot, A. and A. Rodríguez-Clare. 2014. "Trade Theory with Numbers." Handbook of International Economics 4: 197-261. Data: OECD Inter-Country Input-Output tables, extended edition with 2022; for other pairs BACI HS22 V202501 with GDP of 2023.',
  vintage: 'of the bases icio-2022 and baci-2023',
  coverage: [
    ...coverageOf(['trade-cut-loss'], 2022, 2022, 'pairs of 80 economies, with services, in 28 sectors'),
    ...coverageOf(
      ['trade-cut-loss'],
      2023,
      2023,
      'other pairs of 187 states that trade goods for 100,000 dollars or more, goods as one sector',
    ),
  ],
  quirks: [
    'A model, not an observation: the long run after all prices and wages have adjusted, with deficits as they were.',
    'The model has no links from inputs to output: losses that pass through supply chains are left out, so the figures are rather too low.',
    'Of pairs outside the input-output tables goods are one sector, and services are left out.',
  ],
}

const numbers = ['a_loss', 'a_low', 'a_high', 'b_loss', 'b_low', 'b_high'] as const

const yearOf: Readonly<Record<string, number>> = { 'icio-2022': 2022, 'baci-2023': 2023 }

/**
 * Reads `data/tables/leverage.csv`, which `scripts/record/compile-leverage.ts` writes, as columns of the table `trade_losses`.
 *
 * @throws BadInput with file and line for other columns, an unknown state or base, or a figure that is no number
 */
export async function readLeverageTable(path: string): Promise<Columns> {
  const rows = await readOwnCsv(path, ['a', 'b', 'base', ...numbers, 'sets'])
  const checks = { faultOf, nameOf: ({ fields: { a, b } }: CsvRow) => `${a} and ${b}` }
  return tableColumns(
    'trade_losses',
    convertedRows(rows, checks, ({ fields }): TableRow<'trade_losses'>[] => {
      const [lossA, lowA, highA, lossB, lowB, highB] = numbers.map((name) => shareOf(fields[name]!)) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      return [
        {
          base: fields['base']!,
          year: yearOf[fields['base']!]!,
          state_a: fields['a']!,
          state_b: fields['b']!,
          ...{ loss_a: lossA, low_a: lowA, high_a: highA, loss_b: lossB, low_b: lowB, high_b: highB },
          sets: Number(fields['sets']!.split('/')[0]),
          source: card.id,
          vintage: card.vintage,
        },
      ]
    }),
  )
}

/** The table is in percent, in three digits. */
function shareOf(percent: string): number {
  return Number((Number(percent) / 100).toPrecision(3))
}

function faultOf({ fields }: CsvRow): string | undefined {
  const { a, b, base, sets } = fields
  const stranger = [a, b].find((id) => stateOf(id ?? '') === undefined)
  if (stranger !== undefined) return `names "${stranger}", which is no state`
  if (a! >= b!) return 'does not name the state first that comes first in the alphabet'
  if (yearOf[base ?? ''] === undefined) return `has "${base}", which is no base`
  const bad = numbers.find((name) => fields[name] === '' || !Number.isFinite(Number(fields[name])))
  if (bad !== undefined) return `has "${fields[bad]}" for ${bad}, which is no number`
  return /^\d+\/\d+$/.test(sets ?? '') ? undefined : `has "${sets}" for sets, not one number over another`
}
