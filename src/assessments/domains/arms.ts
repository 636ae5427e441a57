import type { State } from '../../states/index.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence, possessive } from '../forms/wording.ts'
import { type LedgerDomain, ledgerDomain } from '../record/ledger-domain.ts'
import { figureItems, pairRows, periodOf, rankWords } from '../record/pair-observations.ts'
import { type QuotedSeries, quotedFigures } from '../record/quoted-figures.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { PairRow } from '../rows/observation-row.ts'
import { type ArmsDirection, armsFigures } from './arms-figures.ts'
import { type Transfers, transfersOf } from './arms-transfers.ts'
import { limitSentence, type MainSuppliers, mainSuppliersOf, type SupplierLimit, supplierLimit } from './main-suppliers.ts'
import { supportFigures } from './support-figures.ts'

const about: LedgerDomain = {
  id: 'arms',
  title: 'Arms',
  kinds: ['arms-transfer'],
  on: 'arms',
  lead: { label: 'deliveries of major arms', unit: 'million TIV' },
  reason: 'the record holds no arms transfers of the pair; SIPRI does not allow its register to be passed on.',
  wouldFill:
    "SIPRI's trade register (armstransfers.sipri.org, export all suppliers and recipients to CSV), then visavis add sipri-register FILE: deliveries by pair and year, 1950 on.",
}

/** Figures quoted from SIPRI, used where the user has not added its register. */
const quoted: readonly QuotedSeries[] = [
  {
    indicator: 'arms-deliveries-five-years',
    id: (way) => `arms-${way}`,
    label: (from, to) => `major arms from ${inSentence(from)} to ${inSentence(to)}`,
  },
  {
    indicator: 'arms-import-share',
    id: (way) => `arms-import-share-${way === 'a-to-b' ? 'b' : 'a'}`,
    label: (from, to) => `${possessive(from)} share in ${possessive(to)} imports of major arms`,
  },
  {
    indicator: 'arms-export-share',
    id: (way) => `arms-export-share-${way === 'a-to-b' ? 'a' : 'b'}`,
    label: (from, to) => `${possessive(to)} share in ${possessive(from)} exports of major arms`,
  },
]

const ways: readonly ArmsDirection[] = [
  { id: 'a-to-b', supplier: 'a', recipient: 'b' },
  { id: 'b-to-a', supplier: 'b', recipient: 'a' },
]

/** Assesses deliveries of major arms in both directions, their share of each side's imports and exports, and the orders and deliveries in the ledger. */
export async function assessArms(bench: DomainInputs): Promise<DomainAssessment> {
  const { a, b } = bench.dyad
  const [aToB, bToA, support, orders, rows] = await Promise.all([
    transfersOf(bench, a, b),
    transfersOf(bench, b, a),
    supportFigures(bench, ['military']),
    armsOrders(bench),
    pairRows(
      bench,
      quoted.map(({ indicator }) => indicator),
    ),
  ])
  const brought = [aToB, bToA]
  const figures = await Promise.all(ways.map((way, i) => (brought[i] === undefined ? [] : armsFigures(bench, way, brought[i]))))
  // a direction that the user's own export covers is not repeated from quoted figures
  const left = rows.filter((row) => brought[row.from === a.iso3 ? 0 : 1] === undefined)
  const told = [...figures.flat(), ...quoted.flatMap((of) => quotedFigures(bench, left, of))]
  const [mains, limits] = await Promise.all([
    Promise.all(ways.map((way) => mainSuppliersOf(bench, bench.dyad[way.recipient]))),
    limitsOf(bench, brought, told),
  ])
  const estimates = [...told, ...limits.map(({ figure }) => figure), ...support.estimates]
  return ledgerDomain(bench, about, {
    estimates,
    sentences: [
      ...byShare(told).flatMap((way) => waySentences(bench, way, estimates, mains[ways.indexOf(way)])),
      // a figure of the pair's own says more than who the main suppliers are
      ...(told.some(isKnown) ? [] : limitSentence(limits)),
      ...support.sentences,
    ],
    items: [...figureItems(yearsOf(brought)), ...figureItems(left), ...orders],
    notes: [...notesOn(brought, estimates), ...limitNotes(limits)],
  })
}

/** Returns the limits for the ways for which the user added no register and no share of imports is known. */
async function limitsOf(
  bench: DomainInputs,
  brought: readonly (Transfers | undefined)[],
  told: readonly Estimate[],
): Promise<SupplierLimit[]> {
  const open = ways.filter(
    ({ recipient }, i) => brought[i] === undefined && !told.some((one) => isKnown(one) && one.id === `arms-import-share-${recipient}`),
  )
  const found = await Promise.all(
    open.map(({ supplier, recipient }) => supplierLimit(bench, bench.dyad[supplier], bench.dyad[recipient], recipient)),
  )
  // what the first of the pair imported comes first
  return found.flat().reverse()
}

/** Returns the deliveries of the last ten years, by year. */
function yearsOf(brought: readonly (Transfers | undefined)[]): PairRow[] {
  const rows = brought.flatMap((one) => (one === undefined ? [] : one.rows.filter((row) => Number(row.start.slice(0, 4)) > one.last - 10)))
  return rows.sort((x, y) => (x.start < y.start ? -1 : x.start > y.start ? 1 : 0))
}

/** Returns the two ways, that with the larger share of what the other side imported first. */
function byShare(told: readonly Estimate[]): ArmsDirection[] {
  const share = ({ recipient }: ArmsDirection): number =>
    told.filter(isKnown).find(({ id }) => id === `arms-import-share-${recipient}`)?.value ?? -1
  return [...ways].sort((x, y) => share(y) - share(x))
}

function waySentences(bench: DomainInputs, way: ArmsDirection, estimates: readonly Estimate[], main: MainSuppliers | undefined): string[] {
  const known = (id: string): Known | undefined => estimates.filter(isKnown).find((one) => one.id === id)
  const [supplier, recipient] = [bench.dyad[way.supplier], bench.dyad[way.recipient]]
  const level = known(`arms-${way.id}`)
  const [imports, exports] = [known(`arms-import-share-${way.recipient}`), known(`arms-export-share-${way.supplier}`)]
  const volume =
    level === undefined ? [] : [levelSentence(level, supplier, recipient, rankWords(estimates, level.id), known(`${level.id}.change`))]
  if (level !== undefined && level.value === 0) return volume
  const supplied =
    imports === undefined
      ? []
      : [suppliedSentence(supplier, recipient, imports, known(`${imports.id}.change`), isLargest(supplier, imports, main))]
  return [...supplied, ...(exports === undefined ? [] : [takenSentence(supplier, recipient, exports, imports === undefined)]), ...volume]
}

/** Whether no other state supplied as much: it supplied more than half, or it leads the suppliers on record in the same five years. */
function isLargest({ iso3 }: State, imports: Known, main: MainSuppliers | undefined): boolean {
  if (imports.value > 0.5) return true
  if (main === undefined || imports.period !== periodOf(main.start, main.end)) return false
  return main.shares[0]!.id === iso3
}

function levelSentence(level: Known, supplier: State, recipient: State, rank: string, change: Known | undefined): string {
  const span = level.period.replace('/', ' to ')
  const [from, to] = [inSentence(supplier.name), inSentence(recipient.name)]
  const before = change === undefined ? undefined : level.value - change.value
  const past = before === undefined ? '' : `, against ${before === 0 ? 'nothing' : formatFigure(before, level.unit)} ten years before`
  if (level.value === 0)
    return `From ${span} SIPRI names no delivery of major arms from ${from} to ${to}${before === 0 ? ', nor ten years before' : past}.`
  return `From ${span} ${from} delivered major arms of ${formatFigure(level.value, level.unit)} to ${to}${rank}${past}.`
}

function suppliedSentence(supplier: State, recipient: State, imports: Known, change: Known | undefined, isLargest: boolean): string {
  const most = isLargest ? ', more than any other' : ''
  const before = change === undefined ? '' : `; ten years before it was ${formatShare(imports.value - change.value)}`
  return `${inSentence(supplier.name)} supplied ${formatShare(imports.value)} of the major arms that ${inSentence(recipient.name)} imported from ${imports.period.replace('/', ' to ')} (SIPRI, trend-indicator values)${most}${before}.`
}

function takenSentence(supplier: State, recipient: State, exports: Known, namesSource: boolean): string {
  const by = namesSource ? ' (SIPRI, trend-indicator values)' : ''
  return `${inSentence(recipient.name)} took ${formatShare(exports.value)} of the major arms that ${inSentence(supplier.name)} exported from ${exports.period.replace('/', ' to ')}${by}.`
}

function limitNotes(limits: readonly SupplierLimit[]): string[] {
  return limits.length === 0
    ? []
    : [
        'On record are the main suppliers of each of the forty states that imported most: three, or four where the fourth has the share of the third. What any other supplied is known only to be no more. With SIPRI’s register every pair has its own figure.',
      ]
}

function notesOn(brought: readonly (Transfers | undefined)[], estimates: readonly Estimate[]): string[] {
  if (!estimates.some((one) => one.unit === 'million TIV' || one.id.startsWith('arms-'))) return []
  const spread = brought.some((one) => one?.source === 'sipri-register')
  const absent = brought.some((one) => one !== undefined && one.rows.length === 0)
  return [
    'TIV is a volume of capability by SIPRI, not money: it cannot be set against trade. Small arms, ammunition and most components are not in it.',
    ...(spread
      ? [
          'The register gives the years of a deal and not the number of each: each deal is spread over its years in equal parts, so yearly figures are estimated.',
        ]
      : []),
    ...(absent ? ['A pair without a row inside an export of all suppliers counts as no delivery that SIPRI identified.'] : []),
  ]
}

/**
 * Lists the deals of the trade register between the two, latest order first. For an earlier day, deals with deliveries after that day are left out, because the
 * register's entry was not known then.
 */
async function armsOrders(bench: DomainInputs): Promise<Item[]> {
  const { a, b } = bench.dyad
  const rows = (await loadedRows(bench)).orders(a.iso3, b.iso3)
  return rows.map((row) => ({
    kind: 'order',
    date: String(row['date']).slice(0, 4),
    text: `${row['from_id']} to ${row['to_id']}, ${row['code']} (${row['source']})`,
    source: String(row['source']),
    citation: String(row['locator']),
  }))
}
