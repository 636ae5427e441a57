import type { CataloguedIndicator, IndicatorsAnswer } from '../../reports/answers/indicator-catalogue.ts'
import type { SourceCard } from '../../store/index.ts'
import type { Indicator } from '../../store/indicators/indicator.ts'
import type { Input, Operation } from '../request/operation.ts'

const domains =
  'diplomacy,institutions,alliance,arms,exercises,trade,energy,investment,finance,technology,sanctions,people,narrative,size'.split(',')

/** Which indicators are there, and what does each mean? */
export const indicatorsOperation: Operation = {
  name: 'indicators',
  summary: 'every series: unit, definition, limits, sources',
  description:
    'The catalogue of all series that sources can bring, with domain, unit, definition, what a higher figure means, what it does not say, and who has it; with an id, one entry whole.',
  parameters: [
    { name: 'id', kind: 'text', positional: true, help: 'one indicator: goods-exports, un-votes …' },
    { name: 'domain', kind: 'choice', choices: domains, help: 'of one domain; size: what a state is and has' },
    { name: 'source', kind: 'text', help: 'of one source, by id' },
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis indicators',
    'visavis indicators goods-exports',
    'visavis indicators --domain energy',
    'visavis indicators --source gsdb',
  ],
  quick: true,
  load: async () => {
    const [{ z }, reports] = await Promise.all([import('zod'), import('../../reports/answers/indicator-catalogue.ts')])
    const window = z.strictObject({
      from: z.string(),
      to: z.string(),
      whom: z.string(),
      absence: z.enum(['unknown', 'zero', 'none in force', 'under the threshold']),
    })
    const source = z.strictObject({
      id: z.string(),
      title: z.string(),
      coverage: z.array(window),
      licence: z.string(),
      citation: z.string(),
      quirks: z.array(z.string()),
    })
    const entry = z.strictObject({
      id: z.string(),
      title: z.string(),
      table: z.string().describe('where its rows stand in a snapshot'),
      unit: z.string(),
      relation: z.enum(['directed', 'undirected', 'state', 'none']),
      domain: z.string().nullable().describe('null for a size of a state'),
      higher: z.string().describe('what a higher figure means'),
      definition: z.string(),
      limits: z.string().describe('what the figure does not say, whoever gives it'),
      isSpell: z.literal(true).optional().describe('where a row is a spell, whose figure holds on each of its days'),
      belowZero: z.literal(true).optional().describe('where a figure below zero has a meaning'),
      sources: z.array(source),
    })
    const output = z.strictObject({ schemaVersion: z.literal(1), indicators: z.array(entry) })
    return {
      output,
      run: (input) => run(input),
      show: { table: reports.indicatorsText, csv: reports.indicatorsCsv, md: reports.indicatorsMarkdown },
    }
  },
}

async function run(input: Input): Promise<IndicatorsAnswer> {
  const all = await wholeCatalogue()
  const chosen = await requestedIndicators(input, all)
  return { schemaVersion: 1, indicators: chosen }
}

/** Returns every indicator with the sources whose cards name it. */
export async function wholeCatalogue(): Promise<CataloguedIndicator[]> {
  const [{ indicators }, { loadSourceCards }] = await Promise.all([
    import('../../store/indicators/indicators.ts'),
    import('../../sources/index.ts'),
  ])
  const cards = await loadSourceCards()
  return indicators.map((indicator) => catalogued(indicator, cards))
}

function catalogued(indicator: Indicator, cards: readonly SourceCard[]): CataloguedIndicator {
  const sources = cards.flatMap(({ id, title, coverage, licence, citation, quirks }) => {
    const windows = coverage.filter((window) => window.indicator === indicator.id)
    if (windows.length === 0) return []
    return [
      {
        id,
        title,
        coverage: windows.map(({ from, to, whom, absence }) => ({ from, to, whom, absence })),
        licence: licence.id,
        citation,
        quirks,
      },
    ]
  })
  return { ...indicator, table: indicator.table ?? 'observations', sources }
}

async function requestedIndicators(input: Input, all: readonly CataloguedIndicator[]): Promise<readonly CataloguedIndicator[]> {
  const [id, domain, source] = [input['id'], input['domain'], input['source']] as (string | undefined)[]
  const found = all.filter(
    (one) =>
      (id === undefined || one.id === id) &&
      (domain === undefined || (one.domain ?? 'size') === domain) &&
      (source === undefined || one.sources.some((has) => has.id === source)),
  )
  if (found.length > 0) return found
  const { VisavisError } = await import('../../errors.ts')
  if (source !== undefined && !all.some((one) => one.sources.some((has) => has.id === source))) {
    throw new VisavisError('UnknownSource', `there is no source "${source}"`, { hint: 'visavis sources --all' })
  }
  if (id === undefined || all.some((one) => one.id === id)) {
    throw new VisavisError('Usage', 'no indicator is all of that', { hint: 'visavis indicators' })
  }
  const near = all.filter((one) => one.id.includes(id) || one.title.toLowerCase().includes(id.toLowerCase())).map((one) => one.id)
  const meant = near.length === 0 ? '' : ` Did you mean ${near.slice(0, 8).join(', ')}?`
  throw new VisavisError('Usage', `there is no indicator "${id}".${meant}`, { hint: 'visavis indicators' })
}
