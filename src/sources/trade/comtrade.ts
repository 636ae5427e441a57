import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { comtradeLicence, coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { fuelHeadings } from '../energy/fuel-headings.ts'
import { readText } from '../formats/csv.ts'
import { inSingleUnits, type Observation, observationColumns } from '../rows/observation.ts'
import { type ProductFlow, productFlowColumns } from '../rows/product-flow.ts'
import { answerRecords, type ComtradeRecord, comtradePeriod, isTotalFlow } from './comtrade-answer.ts'
import { comtradeParty } from './comtrade-codes.ts'

const fuelIndicators = Object.values(fuelHeadings).flatMap((fuel) => [`fossil-imports-${fuel}`, `fossil-imports-${fuel}-tonnes`])

export const card: SourceCard = {
  id: 'comtrade',
  title: 'UN Comtrade: trade in goods as each reporter gives it',
  provider: 'United Nations Statistics Division',
  url: 'https://comtradeplus.un.org',
  licence: comtradeLicence('Re-dissemination is reserved to written permission; read from the answers that the user has fetched.'),
  citation: 'United Nations Statistics Division. UN Comtrade Database. New York.',
  vintage: 'answers of the API as the user brought them; it states no edition',
  coverage: coverageOf(
    ['goods-exports', 'goods-imports', 'goods-by-product', ...fuelIndicators],
    1962,
    2025,
    'reporters, partners and years that the user asked for',
  ),
  quirks: [
    'A partner without a record has no trade with the reporter, or the reporter did not tell: the record does not say which, so it is unknown.',
    'Imports are cost, insurance and freight or free on board as the reporter does it; each row says which.',
    'Codes are M49 but for a few: 842 United States, 251 France, 757 Switzerland, 579 Norway, 699 India; 490 (Other Asia, nes) is read as Taiwan.',
    'Belgium-Luxembourg (58, to 1998), the European Union (97), remainders, bunkers and territories are left out; 0 is the world.',
    'Re-exports and re-imports are part of exports and imports, and stand in records of their own that are passed over, as are parts by customs procedure, transport or second partner.',
    'The preview without a key gives 500 records at most: an answer of just so many is refused, for it may be cut off.',
  ],
}

const flows: Readonly<Record<string, 'exports' | 'imports'>> = { X: 'exports', M: 'imports' }
/**
 * Flow codes of re-imports, re-exports, domestic and foreign goods, and processing. These flows are parts of imports (M) or exports (X), and are not added to
 * them.
 */
const parts = new Set(['RM', 'RX', 'DX', 'FM', 'MIP', 'XIP', 'MOP', 'XOP'])

/** A record that is used, with its parties and direction. */
interface Flow {
  readonly record: ComtradeRecord
  readonly flow: 'exports' | 'imports'
  readonly reporter: string
  readonly partner: string
  readonly value: number
  readonly locator: string
}

/**
 * Reads answers of the API as JSON (public preview, or `data/v1/get` with a key): all goods (`TOTAL`) as observations, single products as rows of
 * `product_flows`. Imports of coal, coke, crude oil, oil products and LNG are observations too.
 *
 * @param paths     one file per answer
 * @param vintage   when the answers were fetched; the API states no edition
 */
export async function readComtrade(
  paths: readonly string[],
  vintage: string = card.vintage,
): Promise<{ observations: Columns; product_flows: Columns }> {
  const flows = summed((await Promise.all(paths.map(flowsOf))).flat())
  const [totals, products] = [flows.filter(isAllGoods), flows.filter((flow) => !isAllGoods(flow))]
  return {
    observations: observationColumns([
      ...totals.map((flow) => observationOf(flow, vintage)),
      ...products.flatMap((flow) => fuelsOf(flow, vintage)),
    ]),
    product_flows: productFlowColumns(products.map((flow) => productOf(flow, vintage))),
  }
}

const isAllGoods = ({ record }: Flow): boolean => record.cmdCode === 'TOTAL'

async function flowsOf(path: string): Promise<Flow[]> {
  const file = basename(path)
  const records = answerRecords(await readText(path), file)
  const whole = records.map((record, i) => ({ record, locator: `${file}#${i + 1}` })).filter(({ record }) => isTotalFlow(record))
  if (records.length > 0 && whole.length === 0) {
    throw badInput(`${file} holds parts of flows only (by customs procedure, transport or second partner): ask for their totals`)
  }
  return whole.flatMap(({ record, locator }) => flowOf(record, locator))
}

function flowOf(record: ComtradeRecord, locator: string): Flow[] {
  const flow = Object.hasOwn(flows, record.flowCode) ? flows[record.flowCode] : undefined
  if (flow === undefined && !parts.has(record.flowCode)) throw badInput(`${locator} has the unknown flowCode "${record.flowCode}"`)
  const reporter = partyAt(record.reporterCode, locator, 'reporterCode')
  const partner = partyAt(record.partnerCode, locator, 'partnerCode')
  const value = record.primaryValue
  if (value !== null && value < 0) throw badInput(`${locator} has the negative primaryValue ${value}`)
  if (flow === undefined || reporter === null || partner === null || value === null) return []
  return [{ record, flow, reporter, partner, value, locator }]
}

function partyAt(code: number, where: string, column: string): string | null {
  const party = comtradeParty(code)
  if (party === undefined) throw badInput(`${where} has the ${column} ${code}, which is no state, territory or remainder we know`)
  return party
}

/**
 * Adds up the records of one flow with two codes of one partner, such as Sudan before and after 2011. Throws if a record occurs twice with different values.
 */
function summed(all: readonly Flow[]): Flow[] {
  const seen = new Map<string, Flow>()
  const sums = new Map<string, Flow>()
  for (const flow of all) {
    const { record, reporter, partner } = flow
    const thing = [flow.flow, record.period, record.classificationCode, record.cmdCode]
    const key = [...thing, record.reporterCode, record.partnerCode].join('|')
    const twin = seen.get(key)
    if (twin !== undefined && twin.value !== flow.value) {
      throw badInput(
        `${flow.locator} gives ${flow.value} and ${twin.locator} gives ${twin.value} for ${reporter}, ${partner}, ${thing.join(', ')}`,
      )
    }
    if (twin !== undefined) continue
    seen.set(key, flow)
    const group = [...thing, reporter, partner].join('|')
    const before = sums.get(group)
    sums.set(group, before === undefined ? flow : { ...before, value: before.value + flow.value })
  }
  return [...sums.values()]
}

/**
 * Returns CIF or FOB, depending on which of these two values of the record equals its primary value; null if the record has neither value.
 *
 * @throws BadInput if the primary value is neither
 */
function valuationOf({ record, locator }: Flow): 'CIF' | 'FOB' | null {
  const { primaryValue, cifvalue, fobvalue, flowCode } = record
  if (cifvalue === null && fobvalue === null) return null
  const order = [
    ['CIF', cifvalue],
    ['FOB', fobvalue],
  ] as const
  const found = (flowCode === 'M' ? order : order.toReversed()).find(([, value]) => value === primaryValue)
  if (found === undefined)
    throw badInput(`${locator}: primaryValue ${primaryValue} is neither cifvalue ${cifvalue} nor fobvalue ${fobvalue}`)
  return found[0]
}

/** Returns the columns that observations and product flows share. */
function commonOf(flow: Flow, vintage: string): Omit<Observation, 'indicator'> {
  const out = flow.flow === 'exports'
  return {
    from_id: out ? flow.reporter : flow.partner,
    to_id: out ? flow.partner : flow.reporter,
    reporter: flow.reporter,
    ...comtradePeriod(flow.record, flow.locator),
    value: inSingleUnits(flow.value, 0),
    unit: 'USD',
    valuation: valuationOf(flow),
    status: 'observed',
    source: card.id,
    vintage,
    locator: flow.locator,
  }
}

function observationOf(flow: Flow, vintage: string): Observation {
  return { indicator: `goods-${flow.flow}`, ...commonOf(flow, vintage) }
}

/** Returns the imports of a fuel by value, and by weight where the record does not call it an estimate; nothing for other products, and for exports. */
function fuelsOf(flow: Flow, vintage: string): Observation[] {
  const { cmdCode, classificationCode, netWgt, isNetWgtEstimated } = flow.record
  const fuel = Object.hasOwn(fuelHeadings, cmdCode) ? fuelHeadings[cmdCode] : undefined
  if (fuel === undefined || flow.flow !== 'imports' || !classificationCode.startsWith('H')) return []
  const value: Observation = { indicator: `fossil-imports-${fuel}`, ...commonOf(flow, vintage) }
  if (netWgt === null || isNetWgtEstimated !== false) return [value]
  return [
    value,
    { ...value, indicator: `fossil-imports-${fuel}-tonnes`, value: inSingleUnits(netWgt, -3), unit: 'tonnes', valuation: null },
  ]
}

function productOf(flow: Flow, vintage: string): ProductFlow {
  const { netWgt, isNetWgtEstimated, cmdCode, classificationCode } = flow.record
  return {
    ...commonOf(flow, vintage),
    nomenclature: nomenclatures[classificationCode] ?? classificationCode,
    product: cmdCode,
    flow: flow.flow,
    tonnes: netWgt === null || isNetWgtEstimated ? null : inSingleUnits(netWgt, -3),
  }
}

const nomenclatures: Readonly<Record<string, string>> = {
  H0: 'HS92',
  H1: 'HS96',
  H2: 'HS02',
  H3: 'HS07',
  H4: 'HS12',
  H5: 'HS17',
  H6: 'HS22',
  S1: 'SITC1',
  S2: 'SITC2',
  S3: 'SITC3',
  S4: 'SITC4',
}
