import { type ZodType, z } from 'zod'

const economy = z.strictObject({ id: z.string().describe('ISO3, or letters or number of an economy that is no state'), name: z.string() })

const pair = {
  year: z.int(),
  importer: z.string().describe('ISO3, or letters or number of an economy that is no state'),
  exporter: z.string(),
  imports_usd: z
    .number()
    .nullable()
    .describe('from the exporter, whole dollars; of Comtrade as the importer reports it; null where unknown, never zero'),
  import_share: z.number().nullable().describe("percent of the importer's imports"),
  export_share: z.number().nullable().describe("percent of the exporter's exports"),
}

const count = z.int().nullable()
const percent = z.number().nullable()

const pairRow = z.strictObject({
  ...pair,
  products: count.describe('that the importer buys from the exporter'),
  above_products: count.describe('of which more than `share` percent of the imports come from the exporter'),
  above_import_share: percent.describe("these imports as a percent of all the importer's imports"),
  dependent_products: count.describe(
    'whose suppliers and world exporters are concentrated, imports exceed exports, and this supplier is the largest (GeoDep); BACI only',
  ),
  dependent_import_share: percent,
  strategic_products: count.describe(
    'of which more than half comes from this supplier, imports exceed exports, and it has more than 30 % of world exports (Rogers et al.); BACI only',
  ),
  strategic_import_share: percent,
  exporter_report_products: count.describe('Comtrade: products that the exporter reports'),
  exporter_report_usd: z.number().nullable(),
  both_report_products: count.describe('Comtrade: products that both report'),
})

const productRow = z.strictObject({
  ...pair,
  product: z.string().describe('six digits of the Harmonized System'),
  import_share_low: percent.describe(
    "Comtrade: the lower of import_share and the same with the exporter's report in place of the importer's",
  ),
  import_share_high: percent,
  importer_imports_usd: z.number().describe('of the product, from all suppliers'),
  suppliers: z.int(),
  supplier_hhi: z.number().describe('Herfindahl-Hirschman index of the suppliers, 0 to 1'),
  importer_exports_usd: z.number().nullable().describe('of the product, to all'),
  world_share: percent.describe("the exporter's percent of the world's exports; BACI only"),
  world_hhi: z.number().nullable().describe("Herfindahl-Hirschman index of the world's exporters; BACI only"),
  exporter_report_usd: z.number().nullable().describe('Comtrade: the same flow as the exporter reports it'),
  dependent: z.boolean().nullable(),
  strategic: z.boolean().nullable(),
})

/** The published form of `visavis measure product-dependence --json`. */
export const dependenceSchema: ZodType = z.strictObject({
  schemaVersion: z.literal(1),
  form: z.enum(['baci', 'comtrade']),
  edition: z.string().describe('of the product codes, and of BACI'),
  years: z.array(z.int()),
  importer: economy.nullable(),
  exporter: economy.nullable(),
  share: z.int().describe('percent'),
  by: z.enum(['pair', 'product']),
  rows: z.union([z.array(pairRow), z.array(productRow)]),
})
