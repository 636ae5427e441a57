import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import type { SourceCard } from '../../store/source-card.ts'
import { type CsvRow, convertedRows, readOwnCsv } from '../formats/csv.ts'
import { goodsObservation, inSingleUnits, type Observation, observationColumns } from '../rows/observation.ts'
import { card as imfDots } from './imf-dots.ts'

const firstYear = 2010
const lastYear = 2020
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(firstYear + i))
const columns = ['indicator', 'reporter', 'partner', ...years]
const flows: Readonly<Record<string, 'exports' | 'imports'>> = { 'goods-exports': 'exports', 'goods-imports': 'imports' }

/** Reporters that count imports free on board, to which the IMF adds six per cent for every partner to make them CIF. */
const markedUpImports: ReadonlySet<string> = new Set(['AUS', 'BRA', 'CAN', 'MEX', 'ZAF'])
/** The reporter whose imports are counted at customs value, which the IMF prints as CIF without a markup. */
const customsValueImports = 'USA'
/** The reporter for which `imf-dots` has figures of a later edition. */
const heldInImfDots = 'RUS'

export const card: SourceCard = {
  id: 'imf-dots-world',
  title: 'Direction of Trade Statistics: all states but Russia by partner, 2010 to 2020',
  provider: imfDots.provider,
  url: imfDots.url,
  licence: imfDots.licence,
  citation: 'International Monetary Fund (2021). Direction of Trade Statistics. Washington, DC.',
  vintage:
    '2021 (the last with 2020 as its last year), workbooks accessed via github.com/SamLeBlanc/Direction-of-Trade-Map at a0b40a (unofficial copy), read 2026-11-27',
  coverage: ['exports to', 'imports from'].map((way) => ({
    indicator: `goods-${way.split(' ')[0]}`,
    from: `${firstYear}-01-01`,
    to: `${lastYear}-12-31`,
    whom: `${way} every partner and the world, as 190 states report them; not Russia (see imf-dots), Taiwan, or the few that stand as partners only`,
    absence: 'unknown' as const,
  })),
  quirks: [
    'Imports of Australia, Brazil, Canada, Mexico and South Africa are what their offices count free on board times 1.06, the IMF’s flat rate for freight and insurance: shares are sound, levels are six per cent too high beside the office’s own; hence status estimated. Other states that count free on board may be raised too and are not told apart.',
    'Imports of the United States are not raised: they are the customs value that its Census prints, valuation FOB.',
    'What a state did not report the IMF fills in, mostly from its partners’ reports: status estimated. Of exports that is most of ARE, IRN, IRQ, LAO, PRK, SOM, SSD and some small states. A total of a state is estimated where more than a tenth of its partners’ sum is.',
    '2020 is a first report, and later editions moved it: exports of the United States to Israel and Ireland by a tenth.',
    'Taiwan is a partner and no reporter. Hong Kong, Macao and other territories are left out, though they are in the totals: the states add up to 99 % of a total as a rule.',
    'The zeros that the workbooks print are all estimates and left out: no row is unknown, not zero.',
    'With imf-dots one compilation by one maker: a report here and a report there are two offices’ counts, but not two that checked each other.',
    'Left out since they cannot be right: Syria in 2010, imports of Kuwait from 2015 on, Kazakhstan with Russia in 2010. Slips of single pairs are left as printed.',
    'Israel’s figures differ from those of its own office by up to a fifth (diamonds, origin).',
    'Rounded to thousands of dollars; what is less than a thousand to the dollar.',
  ],
}

/**
 * Reads exports (FOB) and imports (CIF) by reporter and partner, in USD. The partner `WLD` is the IMF's own row World. The table has one row per indicator,
 * reporter and partner, and one column per year, in thousands of dollars. An `e` after a number marks an estimate of the IMF; a blank is unknown and makes no
 * row. The locator is the line.
 *
 * @param path   the table in data/tables
 * @throws BadInput with file and line for other columns, another indicator, an unknown state, Russia as reporter, a state with itself, a row twice, or a
 *   value that is not a positive number
 */
export async function readImfDotsWorld(path: string): Promise<Columns> {
  const rows = await readOwnCsv(path, columns)
  const checks = {
    faultOf: fault,
    nameOf: ({ fields: { indicator, reporter, partner } }: CsvRow) => `${indicator} of ${reporter} with ${partner}`,
  }
  return observationColumns(convertedRows(rows, checks, (row) => years.flatMap((year) => observationOf(row, year))))
}

function fault({ fields: { indicator, reporter, partner } }: CsvRow): string | undefined {
  if (!Object.hasOwn(flows, indicator ?? '')) return `is of "${indicator}", neither exports nor imports of goods`
  const stranger = [reporter, partner === 'WLD' ? reporter : partner].find((id) => stateOf(id ?? '') === undefined)
  if (stranger !== undefined) return `names "${stranger}", which is no state`
  if (reporter === heldInImfDots) return `is of reports of ${heldInImfDots}, which are in ${imfDots.id}`
  return reporter === partner ? `has trade of ${reporter} with itself` : undefined
}

/** Returns the observation of a cell; an empty list if the cell is blank. */
function observationOf({ fields, at }: CsvRow, year: string): Observation[] {
  const text = fields[year] ?? ''
  if (text === '') return []
  const [, figure, mark] = /^(\d+(?:\.\d+)?)(e?)$/.exec(text) ?? []
  const value = Number(figure)
  if (!(value > 0)) throw badInput(`${at} has "${text}" for ${year}, not a positive number with or without an e behind it`)
  const [flow, reporter] = [flows[fields['indicator']!]!, fields['reporter']!]
  const isGuess = mark === 'e' || (flow === 'imports' && markedUpImports.has(reporter))
  const row = goodsObservation(
    {
      ...{ flow, reporter, partner: fields['partner']!, year: Number(year), value: inSingleUnits(value, 3), unit: 'USD' },
      status: isGuess ? 'estimated' : 'observed',
      locator: at,
    },
    card,
  )
  return [reporter === customsValueImports ? { ...row, valuation: 'FOB' } : row]
}
