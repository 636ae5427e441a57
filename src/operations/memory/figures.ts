import type { Figure, FigureRow, FoundFigure } from '../../memory/index.ts'
import type { FigureOfPair, FiguresAnswer } from '../../reports/memory/figures-answer.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Which figures of two states does the record have? */
export const figuresOperation: Operation = {
  name: 'figures',
  summary: 'every number of two states, with interval, place and source',
  description:
    'Prints each figure of two states on a day, both ways where it is directed: level, interval, place among all pairs of the year, year, source, and whether it is observed or an estimate. ' +
    'With --by year, all years. A figure that the record lacks is unknown, never zero.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state: CHN, China, Beijing …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state' },
    {
      name: 'id',
      kind: 'text',
      help: 'one figure: import-share, goods-trade …; or one side by its id in an assessment, import-share-b (visavis catalogue has all)',
    },
    { name: 'by', kind: 'choice', choices: ['day', 'year'], default: 'day', help: 'the level of the day, or a table by year' },
    { name: 'to', kind: 'day', help: 'nothing later than this day is seen (default: the day of the record)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis figures KEN TZA',
    'visavis figures CHN RUS --id import-share --by year',
    'visavis figures India Pakistan --to 1999 --format csv -o figures.csv',
  ],
  load: async () => {
    const [{ z }, { untrustedText }, reports] = await Promise.all([
      import('zod'),
      import('../schemas/untrusted-text.ts'),
      import('../../reports/memory/figures-answer.ts'),
    ])
    const party = z.strictObject({ iso3: z.string(), name: z.string() })
    const interval = z.union([z.literal('exact'), z.strictObject({ low: z.number(), high: z.number(), kind: z.string() })])
    const figure = z.strictObject({
      figure: z.string(),
      domain: z.string(),
      title: z.string(),
      of: z.enum(['pair', 'directed']),
      a: z.string().describe('the state whose figure it is, where it is directed'),
      b: z.string(),
      unit: z.string(),
      year: z.int().nullable(),
      state: z.enum(['observed', 'estimated', 'unknown', 'not-applicable']),
      value: z.number().optional().describe('missing where it is unknown or not applicable; never zero for want of data'),
      interval: interval.optional(),
      certainty: z.enum(['one report', 'at least', 'at most']).optional(),
      place: z
        .strictObject({ percentile: z.number(), among: z.int(), of: z.string() })
        .optional()
        .describe('mid-rank percentile among the rows of the year'),
      reporter: z.string().optional().describe('the state whose report it is; missing where both reports are reconciled'),
      sources: z.array(z.string()),
      vintage: untrustedText('cell').optional(),
      method: z.string().optional(),
      n: z.int().optional().describe('reports, partners or years behind it'),
      reason: z.string().optional().describe('why there is no value'),
    })
    const output = z.strictObject({
      schemaVersion: z.literal(1),
      a: party,
      b: party,
      to: z.string().describe('nothing later is seen'),
      by: z.enum(['day', 'year']),
      figures: z.array(figure),
      sources: z.array(z.strictObject({ id: z.string(), title: z.string(), provider: z.string(), vintage: untrustedText('cell') })),
    })
    const notes = (answer: FiguresAnswer, format: string): string[] => {
      const left = format === 'table' || format === 'md' ? reports.rowsLeftOut(answer) : 0
      return left === 0 ? [] : [`${left} earlier rows are not shown. For all of them: --id ID, or --format csv.`]
    }
    return { output, run, show: { ...reports.figuresPage, csv: reports.figuresCsv }, notes }
  },
}

interface Asked {
  readonly snapshot: Snapshot
  readonly a: State
  readonly b: State
  readonly to: string
  readonly by: 'day' | 'year'
}

async function run(input: Input, context: Context): Promise<FiguresAnswer> {
  const [memory, { requestedPair }, { withRecord, lastDayFor }, { shortTitle }] = await Promise.all([
    import('../../memory/index.ts'),
    import('./memory-request.ts'),
    import('../storage/record.ts'),
    import('../../store/source-card.ts'),
  ])
  return withRecord(input, context, async (snapshot) => {
    const { a, b, to } = await requestedPair(input, context, snapshot, (day) => lastDayFor(input, context, snapshot, day))
    const by = input['by'] as FiguresAnswer['by']
    const asked = { snapshot, a, b, to, by }
    const wanted = await requestedFigures(input['id'] as string | undefined, memory.figuresIn(memory.catalogueOf(snapshot)))
    const found: FigureOfPair[] = []
    for (const one of wanted) for (const way of waysOf(one, asked)) found.push(...(await cellsOf(one.figure, way, asked)))
    const named = (iso3: State): FiguresAnswer['a'] => ({ iso3: iso3.iso3, name: iso3.name })
    const sources = snapshot.manifest.sources
      .filter(({ id }) => found.some((one) => one.sources.includes(id)))
      .map(({ id, title, provider, vintage }) => ({ id, title: shortTitle(title), provider, vintage }))
    return { schemaVersion: 1, a: named(a), b: named(b), to, by, figures: found, sources }
  })
}

/** @throws VisavisError Usage, with the nearest ids */
async function requestedFigures(id: string | undefined, all: readonly Figure[]): Promise<readonly FoundFigure[]> {
  if (id === undefined) return all.map((figure) => ({ figure, way: 'both' }))
  const { figureCalled, figuresLike } = await import('../../memory/index.ts')
  const found = figureCalled(id, all)
  if (found !== undefined) return [found]
  const { unknownEntryError } = await import('./memory-request.ts')
  const ids = all.map((figure) => figure.id)
  throw unknownEntryError('figure', id, figuresLike(id, all), ids)
}

type Way = readonly [State, State]

function waysOf({ figure, way }: FoundFigure, { a, b }: Asked): readonly Way[] {
  if (figure.of === 'pair' || way === 'a') return [[a, b]]
  return way === 'b'
    ? [[b, a]]
    : [
        [a, b],
        [b, a],
      ]
}

async function cellsOf(figure: Figure, [a, b]: Way, { snapshot, to, by }: Asked): Promise<FigureOfPair[]> {
  const [{ absentYears, figureOn, figuresOf }, { inSentence, possessive }] = await Promise.all([
    import('../../memory/index.ts'),
    import('../../assessments/forms/wording.ts'),
  ])
  const names = { a: inSentence(a.name), b: inSentence(b.name), whoseA: possessive(a.name), whoseB: possessive(b.name) }
  const about = { figure: figure.id, domain: figure.domain, title: figure.words.title(names), of: figure.of, a: a.iso3, b: b.iso3 }
  const rows = by === 'year' ? (await figuresOf(snapshot, a.iso3, b.iso3)).series(figure.id, a.iso3, b.iso3, to) : []
  const absent = by === 'year' ? absentYears(snapshot, figure, [a.iso3, b.iso3], to) : []
  const years = new Set(rows.map(({ year }) => year))
  const found = [
    ...absent.filter(({ year }) => !years.has(year)),
    ...rows.map((row) => ({ state: 'row', row }) as const),
    ...(rows.length + absent.length === 0 ? [await figureOn(snapshot, figure, a.iso3, b.iso3, to)] : []),
  ]
  return found.map((one) => {
    if (one.state === 'row') return { ...about, ...cellOfRow(figure, one.row) }
    if (one.state === 'unknown') return { ...about, unit: figure.unit, year: null, state: 'unknown', sources: [], reason: one.reason }
    const { year, source, vintage } = one
    const where = { unit: figure.unit, year, sources: [source], vintage }
    return one.state === 'none'
      ? { ...about, ...where, state: 'observed', value: one.value, interval: 'exact', method: noneFound(source) }
      : { ...about, ...where, state: 'not-applicable', reason: noneFound(source) }
  })
}

const noneFound = (source: string): string => `none in ${source}, which lists every case of the year`

function cellOfRow(figure: Figure, row: FigureRow): Omit<FigureOfPair, 'figure' | 'domain' | 'title' | 'of' | 'a' | 'b'> {
  const { low, high, place, among, certainty, reporter, n, unit, year, vintage } = row
  const where = { unit, year, sources: row.source.split(' '), vintage }
  if ((row.value as number | null) === null) return { ...where, state: 'not-applicable', reason: 'no value up to this year' }
  return {
    ...where,
    state: row.status,
    value: row.value,
    interval: low === null || high === null ? 'exact' : { low, high, kind: figure.interval },
    method: figure.words.method(row),
    ...(certainty === null ? {} : { certainty }),
    ...(place === null || among === null ? {} : { place: { percentile: place, among, of: figure.place?.among ?? 'pairs' } }),
    ...(reporter === null ? {} : { reporter }),
    ...(n === null ? {} : { n }),
  }
}
