import { badInput } from '../../errors.ts'
import type { Session } from '../../store/session.ts'
import { type Snapshot, tableSource } from '../../store/snapshot.ts'
import { rootOf } from '../../store/verify.ts'
import { coverageOf, eurostatLicence, type SourceCard } from '../cards/source-cards.ts'
import type { RowsByTable } from '../reader/edition.ts'
import type { QueriedDays, QueriesByTable, ReportQuirk } from '../reader/reader.ts'
import { type ProductFile, readProductFile } from './comext-product-file.ts'

export const card: SourceCard = {
  id: 'comext-products',
  title: 'Comext: exports of EU members by product, partner and month',
  provider: 'Eurostat',
  url: 'https://ec.europa.eu/eurostat/databrowser/view/DS-045409',
  licence: eurostatLicence(),
  citation: 'Eurostat. EU trade since 1988 by HS2-4-6 and CN8 (data set DS-045409). Luxembourg.',
  vintage: 'files as the user brought them',
  coverage: coverageOf(['goods-by-product'], 1988, 2030, 'members of the EU, partners, products and months that the user asked for'),
  quirks: [
    'A product without a row in a month is one without declared trade, or one that nobody asked for: the files do not say which.',
    'Codes of eight digits change every January: a code that begins or ends with a year is not a new or a lost trade.',
    'What a member keeps secret has a code with letters or no partner, and is left out.',
    'A month that is zero in every row of a file was not yet published when it was made, and is left out.',
  ],
}

/** Checks the files, and reports what they leave out. The rows themselves come by `comextProductQueries`, since they are too many for memory. */
export async function readComextProducts(paths: readonly string[], session: Session, reportQuirk: ReportQuirk): Promise<RowsByTable> {
  const files = await Promise.all(paths.map(readProductFile))
  await refuseTwice(files, session)
  for (const file of files) for (const quirk of quirksOf(file)) reportQuirk(quirk)
  return {}
}

function quirksOf({ name, unpublished, headings, secretProducts, otherPartners }: ProductFile): string[] {
  const amount = (value: number): string => `EUR ${(value / 1e6).toFixed(1)} m`
  return [
    ...(unpublished.length === 0
      ? []
      : [`${name}: ${unpublished.join(', ')} is zero in every row: not yet published when the file was made, so missing.`]),
    ...(headings === 0
      ? []
      : [`${name}: ${headings} headings stand beside their own eight-digit codes; sums take the codes, since both would count twice.`]),
    ...(secretProducts.rows === 0
      ? []
      : [`${name}: ${secretProducts.rows} figures (${amount(secretProducts.value)}) have a secret product, and are left out.`]),
    ...(otherPartners.rows === 0
      ? []
      : [
          `${name}: ${otherPartners.rows} figures (${amount(otherPartners.value)}) have a secret partner or one that is no state; they are left out.`,
        ]),
  ]
}

/** Refuses two figures of one product, reporter, partner and month, in one file or in two: a sum would count both. */
async function refuseTwice(files: readonly ProductFile[], session: Session): Promise<void> {
  const all = files.map(({ table }) => `SELECT product, reporter, partner, flow, month FROM (${table})`).join(' UNION ALL ')
  const [found] = await session.rows(`SELECT * FROM (${all}) GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1`)
  if (found === undefined) return
  const what = ['product', 'reporter', 'partner', 'month'].map((name) => found[name]).join(', ')
  throw badInput(
    `${files.map(({ name }) => name).join(', ')}: two figures of ${what}`,
    'remove the doubled row; where two files are of different days, give the later one only',
  )
}

/** Returns the queries that make the rows of `product_flows`: codes of eight digits under CN, shorter ones under HS. */
export async function comextProductQueries(paths: readonly string[]): Promise<QueriesByTable> {
  return { product_flows: (await Promise.all(paths.map(readProductFile))).map(queryOf) }
}

/**
 * Returns the query for the rows of earlier answers that stay: all but those of a product, member, partner and month of which the new files have a figure. So a
 * window that is resumed or widened joins what is held, and no figure stands twice.
 */
export async function keptComextProducts(paths: readonly string[], held: Snapshot): Promise<QueriesByTable> {
  const [counted] = await held.rows('SELECT count(*)::INTEGER AS count FROM product_flows WHERE source = $id', { id: card.id })
  if (counted === undefined || counted['count'] === 0) return {}
  const files = await Promise.all(paths.map(readProductFile))
  const brought = files.map((file) => `SELECT product, from_id, to_id, start_date FROM (${queryOf(file)})`).join(' UNION ALL ')
  const before = tableSource(rootOf(held.directory), 'product_flows', held.manifest)
  return {
    product_flows: [
      `SELECT before.* FROM (${before}) AS before ANTI JOIN (${brought}) AS brought USING (product, from_id, to_id, start_date) WHERE before.source = '${card.id}'`,
    ],
  }
}

/** Returns the first and last day of the published months of the files. */
export const comextProductDays: QueriedDays = async (paths) => {
  const months = (await Promise.all(paths.map(readProductFile))).flatMap((file) => file.months).sort()
  const [first, last] = [months[0], months.at(-1)]
  return first === undefined || last === undefined ? undefined : { from: `${first}-01`, to: lastDayOf(last) }
}

const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

function queryOf({ name, table, parties, unpublished }: ProductFile): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
  const known = [...parties].flatMap(([label, id]) => (id === null ? [] : [`(${quoted(label)}, '${id}')`]))
  const published = unpublished.length === 0 ? '' : ` AND month NOT IN (${unpublished.map(quoted).join(', ')})`
  return `
    WITH parties(label, id) AS (VALUES ${known.join(', ')})
    SELECT CASE WHEN length(product) > 6 THEN 'CN' ELSE 'HS' END AS nomenclature, product, 'exports' AS flow, r.id AS from_id, p.id AS to_id, r.id AS reporter,
      month || '-01' AS start_date, CAST(last_day(CAST(month || '-01' AS DATE)) AS VARCHAR) AS end_date, CAST(value AS DOUBLE) AS value, 'EUR' AS unit,
      CAST(weight AS DOUBLE) / 10 AS tonnes, 'FOB' AS valuation, 'observed' AS status, '${card.id}' AS source, ${quoted(card.vintage)} AS vintage,
      ${quoted(name)} AS locator
    FROM (${table}) JOIN parties r ON r.label = reporter JOIN parties p ON p.label = partner
    WHERE value IS NOT NULL AND value NOT IN ('', ':') AND regexp_full_match(product, '[0-9]+') AND r.id <> p.id${published}`
}
