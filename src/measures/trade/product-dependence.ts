import type { Session } from '../../store/session.ts'

/** The numbers of the two published definitions. */
export const dependenceThresholds = {
  /** Herfindahl-Hirschman index of an importer's suppliers, and of the world's exporters, 0 to 1 (European Commission 2021; Lefebvre and Wibaux 2024). */
  concentration: 0.4,
  /** Percent of imports from one supplier (Rogers et al. 2020). */
  importShare: 50,
  /** Percent of the world's exports (Rogers et al. 2020). */
  worldShare: 30,
} as const

/** What is asked of one year of trade. */
export interface DependenceQuestion {
  readonly year: number
  /** Percent of the importer's imports of a product from one supplier above which a product is counted or listed. */
  readonly share: number
  /** A row for each product above the share, or one for each pair. */
  readonly by: 'product' | 'pair'
  /** Only this importer, as in the table `economies`. */
  readonly importer: string | null
  /** Only this exporter. */
  readonly exporter: string | null
}

/** Columns of a row for a pair and year, in order. */
export const dependencePairColumns: readonly string[] = [
  ...['year', 'importer', 'exporter', 'products', 'imports_usd', 'import_share', 'export_share'],
  ...[
    'above_products',
    'above_import_share',
    'dependent_products',
    'dependent_import_share',
    'strategic_products',
    'strategic_import_share',
  ],
  ...['exporter_report_products', 'exporter_report_usd', 'both_report_products'],
]

/** Columns of a row for a pair, year and product, in order. */
export const dependenceProductColumns: readonly string[] = [
  ...['year', 'importer', 'exporter', 'product', 'imports_usd', 'import_share', 'import_share_low', 'import_share_high'],
  ...[
    'importer_imports_usd',
    'suppliers',
    'supplier_hhi',
    'importer_exports_usd',
    'export_share',
    'world_share',
    'world_hhi',
    'exporter_report_usd',
  ],
  ...['dependent', 'strategic'],
]

/**
 * Computes how far importers depend on single exporters, product by product, within one year, and writes the rows as CSV without a header, in the order of importer,
 * exporter and product.
 *
 * The session has the tables `economies` (code, id, label) and `flows` (importer and exporter as such ids, product, imports and exports in thousandths of a dollar, by
 * the importer and by the exporter). Sums are of whole numbers, so the rows depend neither on threads nor on the order of the flows.
 *
 * - `import_share`: percent of the importer's imports of the product that come from the exporter; `export_share`: percent of the exporter's exports of it that go to the importer
 * - `supplier_hhi` = Σ s² over the importer's suppliers of the product; `world_hhi` = Σ s² over the world's exporters of it
 * - `dependent`: supplier_hhi > 0.4, world_hhi > 0.4, imports of the product > exports of it, and no other supplier is larger: the criteria of CEPII's GeoDep within one
 *   year, which follow those of the European Commission; only the largest supplier counts
 * - `strategic`: import_share > 50 %, imports > exports, and the exporter has more than 30 % of the world's exports of the product (Rogers et al.)
 *
 * @param isReconciled   whether each flow has one figure, so that a missing flow is none and the world's exports are known; where reporters differ, what needs a report
 * that is missing is blank
 * @param file   path of the CSV file
 * @see Lefebvre and Wibaux 2024, CEPII Policy Brief 47 (GeoDep); European Commission 2021, SWD(2021) 352; Rogers, Foxall, Henderson and Armstrong 2020, Breaking the China
 * Supply Chain, Henry Jackson Society
 */
export async function measureProductDependence(
  session: Session,
  question: DependenceQuestion,
  isReconciled: boolean,
  file: string,
): Promise<void> {
  for (const sql of [...totals, candidates(question, isReconciled)]) await session.run(sql)
  const select = question.by === 'pair' ? pairRows(question, isReconciled) : productRows(question, isReconciled)
  await session.run(`COPY (${select}) TO '${file.replaceAll("'", "''")}' (FORMAT csv, HEADER false)`)
}

const totals = [
  `CREATE OR REPLACE TEMP TABLE bought AS
   SELECT importer, product, sum(imports)::BIGINT AS total, sum(imports::HUGEINT * imports)::DOUBLE AS squares, max(imports) AS most, count(*) AS suppliers
   FROM flows WHERE imports IS NOT NULL GROUP BY ALL`,
  'CREATE OR REPLACE TEMP TABLE sold AS SELECT exporter, product, sum(exports)::BIGINT AS total FROM flows WHERE exports IS NOT NULL GROUP BY ALL',
  'CREATE OR REPLACE TEMP TABLE importing AS SELECT importer, sum(total)::BIGINT AS total FROM bought GROUP BY ALL',
  'CREATE OR REPLACE TEMP TABLE exporting AS SELECT exporter, sum(total)::BIGINT AS total FROM sold GROUP BY ALL',
]

/** Makes the table of the flows that may be counted: a leading supplier among suppliers above the index has a larger share than the index. */
function candidates({ share, importer, exporter }: DependenceQuestion, isReconciled: boolean): string {
  const { importShare, concentration, worldShare } = dependenceThresholds
  // without exports of its own an importer has none, unless it does not report them
  const own = isReconciled ? 'coalesce(o.total, 0)' : 'CASE WHEN e.total IS NOT NULL THEN coalesce(o.total, 0) END'
  // the world's exports are not the sum of the reports that happen to be there
  const world = isReconciled ? ['w.total', hhi('w.squares', 'w.total')] : ['NULL::BIGINT', 'NULL::DOUBLE']
  const dependent = `hhi > ${concentration} AND world_hhi > ${concentration} AND bought > own AND imports = most`
  const strategic = `100 * imports > ${importShare} * bought AND bought > own AND 100 * sold > ${worldShare} * world`
  return `
    CREATE OR REPLACE TEMP TABLE candidates AS
    SELECT *, ${isReconciled ? dependent : 'NULL::BOOLEAN'} AS dependent, ${isReconciled ? strategic : 'NULL::BOOLEAN'} AS strategic
    FROM (
      SELECT f.*, b.total AS bought, b.suppliers, b.most, ${hhi('b.squares', 'b.total')} AS hhi, s.total AS sold, ${own} AS own, ${world[0]} AS world, ${world[1]} AS world_hhi
      FROM flows f JOIN bought b USING (importer, product)
        LEFT JOIN sold s ON s.exporter = f.exporter AND s.product = f.product
        LEFT JOIN sold o ON o.exporter = f.importer AND o.product = f.product
        LEFT JOIN exporting e ON e.exporter = f.importer
        LEFT JOIN (SELECT product, sum(total)::BIGINT AS total, sum(total::HUGEINT * total)::DOUBLE AS squares FROM sold GROUP BY ALL) w ON w.product = f.product
      WHERE 100 * f.imports > ${Math.min(share, 100 * concentration, importShare)} * b.total ${only('f.importer', importer)} ${only('f.exporter', exporter)})`
}

const hhi = (squares: string, total: string): string => `${squares} / (${total}::DOUBLE * ${total}::DOUBLE)`

function productRows({ year, share }: DependenceQuestion, isReconciled: boolean): string {
  const own = percent('imports', 'bought')
  // the same share with the exporter's report of this flow in place of the importer's
  const other = percent('exports', 'bought - imports + exports')
  const ofBoth = (which: string): string => `CASE WHEN exports IS NOT NULL THEN ${which}(${own}, ${other}) END`
  const rival = isReconciled ? ['NULL', 'NULL', 'NULL'] : [ofBoth('least'), ofBoth('greatest'), dollars('exports')]
  return `
    SELECT ${year}, i.label, e.label, product, ${dollars('imports')}, ${own}, ${rival[0]}, ${rival[1]}, ${dollars('bought')}, suppliers, round(hhi, 6),
      ${dollars('own')}, ${percent('exports', 'sold')}, ${percent('sold', 'world')}, round(world_hhi, 6), ${rival[2]}, dependent, strategic
    FROM candidates JOIN ${named('i', 'importer')} JOIN ${named('e', 'exporter')}
    WHERE 100 * imports > ${share} * bought ORDER BY i.label, e.label, product`
}

function pairRows({ year, share, importer, exporter }: DependenceQuestion, isReconciled: boolean): string {
  // number of products and percent of all imports; blank where the importer does not report
  const counted = (which: string): string => {
    const part = percent(`coalesce(d.${which}_imports, 0)`, 'm.total')
    return `CASE WHEN p.imports IS NOT NULL THEN coalesce(d.${which}, 0) END, CASE WHEN p.imports IS NOT NULL THEN ${part} END`
  }
  const sums = [
    ['above', `100 * imports > ${share} * bought`],
    ['dependent', 'dependent'],
    ['strategic', 'strategic'],
  ].map(([name, is]) => `count(*) FILTER (${is}) AS ${name}, sum(imports) FILTER (${is}) AS ${name}_imports`)
  return `
    SELECT ${year}, i.label, e.label, nullif(p.products, 0), ${dollars('p.imports')}, ${percent('p.imports', 'm.total')}, ${percent('p.exports', 'x.total')},
      ${counted('above')}, ${isReconciled ? `${counted('dependent')}, ${counted('strategic')}` : 'NULL, NULL, NULL, NULL'},
      ${isReconciled ? 'NULL, NULL, NULL' : `nullif(p.reported, 0), ${dollars('p.exports')}, p.both_reported`}
    FROM (
      SELECT importer, exporter, count(imports) AS products, sum(imports) AS imports, count(exports) AS reported, sum(exports) AS exports,
        count(imports + exports) AS both_reported
      FROM flows WHERE true ${only('importer', importer)} ${only('exporter', exporter)} GROUP BY ALL) p
      LEFT JOIN importing m USING (importer) LEFT JOIN exporting x USING (exporter)
      LEFT JOIN (SELECT importer, exporter, ${sums.join(', ')} FROM candidates GROUP BY ALL) d USING (importer, exporter)
      JOIN ${named('i', 'p.importer')} JOIN ${named('e', 'p.exporter')}
    ORDER BY i.label, e.label`
}

const named = (as: string, id: string): string => `(SELECT DISTINCT id, label FROM economies) ${as} ON ${as}.id = ${id}`

/** Whole dollars. */
const dollars = (value: string): string => `(${value} + 500) // 1000`

const percent = (part: string, whole: string): string => `round(100 * (${part})::DOUBLE / (${whole})::DOUBLE, 4)`

function only(column: string, label: string | null): string {
  return label === null ? '' : `AND ${column} = (SELECT any_value(id) FROM economies WHERE label = '${label}')`
}
