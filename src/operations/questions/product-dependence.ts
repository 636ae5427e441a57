import type { DependenceQuestion } from '../../measures/trade/product-dependence.ts'
import type { DependenceAnswer } from '../../reports/answers/product-dependence.ts'
import type { ProductTrade, ProductYear } from '../../sources/trade/product-trade.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** For which products does an importer depend on one supplier? */
export const productDependenceOperation: Operation = {
  name: 'measure product-dependence',
  summary: 'products that a state imports mostly from one supplier, from files of BACI or Comtrade',
  description:
    'How far a state depends on one supplier, product by product (six digits), from your own files of BACI or UN Comtrade. For each pair and year: of how many products the supplier has ' +
    'more than half of the imports, and what part of all imports they are. With --products each of them, with the concentration of suppliers, own exports and the share of world exports. ' +
    'Of Comtrade both reports of a flow stand side by side.',
  parameters: [
    {
      name: 'files',
      kind: 'list',
      positional: true,
      required: true,
      file: true,
      most: 4000,
      help: 'yearly files and the list of country codes of BACI, or tables of UN Comtrade; or a folder with them',
    },
    { name: 'importer', kind: 'text', help: 'only this importer (default: every one)' },
    { name: 'exporter', kind: 'text', help: 'only this supplier (default: every one)' },
    { name: 'from', kind: 'year', help: 'first year (default: the first in the files)' },
    { name: 'to', kind: 'year', help: 'last year (default: the last in the files)' },
    {
      name: 'share',
      kind: 'integer',
      default: 50,
      most: 99,
      help: 'percent of the imports of a product from one supplier above which it is counted and listed',
    },
    { name: 'products', kind: 'flag', help: 'a row for each product above the share, instead of one for each pair' },
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis measure product-dependence BACI_HS17/ --importer Germany --exporter China --from 2022',
    'visavis measure product-dependence BACI_HS17/ --importer JPN --exporter CHN --products --format csv -o jpn-chn.csv',
    'visavis measure product-dependence BACI_HS17/ --exporter CHN --from 2022 --format csv -o on-china.csv',
  ],
  load: async () => {
    const [{ dependenceSchema }, reports, { rowsAsJson }] = await Promise.all([
      import('./product-dependence-schema.ts'),
      import('../../reports/answers/product-dependence.ts'),
      import('../../reports/text/row-pieces.ts'),
    ])
    return {
      output: dependenceSchema,
      run,
      show: { ...reports.dependencePage },
      inPieces: { csv: reports.dependenceCsv, json: rowsAsJson },
      received: (data: DependenceAnswer) => ({ ...data, rows: new reports.DependenceRows(data.by, data.rows.pieces) }),
      next: reports.nextQuestions,
    }
  },
}

async function run(input: Input, context: Context): Promise<DependenceAnswer> {
  const request = await dependenceRequest(input)
  const pieces: Uint8Array[] = []
  for (const year of request.trade.years) {
    context.signal?.throwIfAborted()
    context.onCount?.('years', pieces.length, request.trade.years.length)
    pieces.push(await dependenceOfYear(request, year, {}))
  }
  return dependenceAnswer(request, pieces)
}

/** What is asked, resolved by what the files have. */
export interface DependenceRequest extends Omit<DependenceQuestion, 'year'> {
  readonly trade: ProductTrade
}

/**
 * Finds the years in the files and the economies that are asked about.
 *
 * @throws VisavisError BadInput for files that are of no use; UnknownState, NoCoverage for an economy or years that the files do not have
 */
export async function dependenceRequest(input: Input): Promise<DependenceRequest> {
  const [{ findProductTrade }, { VisavisError }] = await Promise.all([
    import('../../sources/trade/product-trade.ts'),
    import('../../errors.ts'),
  ])
  const trade = await withLimits({}, (session) => findProductTrade(input['files'] as readonly string[], session))
  const [first, last] = [trade.years[0]!.year, trade.years.at(-1)!.year]
  const { from = first, to = last, share, products } = input as { from?: number; to?: number; share: number; products?: boolean }
  const years = trade.years.filter(({ year }) => year >= from && year <= to)
  if (years.length === 0)
    throw new VisavisError('NoCoverage', `the files have ${first} to ${last}, and no year from ${from} to ${to}`, {
      hint: 'other files, or other years with --from and --to',
    })
  const [importer, exporter] = await Promise.all(
    ['importer', 'exporter'].map((name) => economyNamed(input[name] as string | undefined, trade, years.at(-1)!.year)),
  )
  if (importer !== null && importer === exporter) throw new VisavisError('SameState', `${importer} was given twice`)
  return { trade: { ...trade, years }, share, by: products === true ? 'product' : 'pair', importer: importer!, exporter: exporter! }
}

/** Returns the name of an economy in the files: a state by any of its names, any other economy by its letters or number there. */
async function economyNamed(asked: string | undefined, { economies }: ProductTrade, year: number): Promise<string | null> {
  if (asked === undefined) return null
  const labels = new Set(economies.map(([, label]) => label))
  if (labels.has(asked.toUpperCase())) return asked.toUpperCase()
  const [{ stateNamed }, { VisavisError }] = await Promise.all([import('../request/parties.ts'), import('../../errors.ts')])
  const { iso3, name } = stateNamed(asked, `${year}-12-31`)
  if (!labels.has(iso3)) throw new VisavisError('NoCoverage', `the files have no trade of ${name} (${iso3})`)
  return iso3
}

/**
 * Computes the rows of a year, as CSV without a header. What does not fit into memory goes to the system's temporary directory.
 *
 * @throws VisavisError BadInput for a file of the year that is damaged; DiskFull, TooLarge
 */
export async function dependenceOfYear(
  { trade, ...question }: DependenceRequest,
  year: ProductYear,
  limits: SessionLimits,
): Promise<Uint8Array> {
  const [{ loadProductYear }, { measureProductDependence }, { mkdtemp, readFile, rm }, { tmpdir }, { join }] = await Promise.all([
    import('../../sources/trade/product-trade.ts'),
    import('../../measures/trade/product-dependence.ts'),
    import('node:fs/promises'),
    import('node:os'),
    import('node:path'),
  ])
  const folder = await mkdtemp(join(tmpdir(), 'visavis-dependence-'))
  try {
    return await withLimits(limits, async (session) => {
      await loadProductYear(session, trade, year)
      const file = join(folder, 'rows.csv')
      await measureProductDependence(session, { ...question, year: year.year }, trade.form === 'baci', file)
      return readFile(file)
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** How much of the machine a year may take. */
interface SessionLimits {
  readonly threads?: number
  /** Most megabytes. */
  readonly memory?: number | undefined
}

type Session = Parameters<typeof import('../../sources/trade/product-trade.ts').findProductTrade>[1]

async function withLimits<T>({ threads, memory = 2000 }: SessionLimits, use: (session: Session) => Promise<T>): Promise<T> {
  const [{ openSession }, { roomError }] = await Promise.all([import('../../store/session.ts'), import('../../store/disk.ts')])
  const session = await openSession({ ...(threads === undefined ? {} : { threads }), memoryLimit: `${memory}MB` })
  try {
    return await use(session)
  } catch (cause) {
    throw roomError(cause)
  } finally {
    session.close()
  }
}

/** Makes the answer from the rows of each year, in order. */
export async function dependenceAnswer(
  { trade, share, by, importer, exporter }: DependenceRequest,
  pieces: readonly Uint8Array[],
): Promise<DependenceAnswer> {
  const [{ DependenceRows }, { stateOf }] = await Promise.all([
    import('../../reports/answers/product-dependence.ts'),
    import('../../states/index.ts'),
  ])
  const named = (id: string | null) => (id === null ? null : { id, name: stateOf(id)?.name ?? id })
  return {
    schemaVersion: 1,
    form: trade.form,
    edition: trade.edition,
    years: trade.years.map(({ year }) => year),
    importer: named(importer),
    exporter: named(exporter),
    share,
    by,
    rows: new DependenceRows(by, pieces),
  }
}
