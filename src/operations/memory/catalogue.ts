import type { Catalogue, Fact, Figure } from '../../memory/index.ts'
import type { CatalogueAnswer, CataloguedFact, CataloguedFigure } from '../../reports/memory/catalogue-answer.ts'
import type { Input, Operation } from '../request/operation.ts'

/**
 * Makes the question for the figures and the kinds of facts of a catalogue.
 *
 * @param own   the product's own catalogue unless given
 */
export function catalogueQuestion(own?: Catalogue): Operation {
  return {
    name: 'catalogue',
    summary: 'every figure and kind of fact of two states',
    description:
      'Lists what figures and facts print of two states: what each is, its unit, whether it is of the pair or of one towards the other, and what the absence of a row means; with an id, one whole.',
    parameters: [{ name: 'id', kind: 'text', positional: true, help: 'one figure or kind of fact: import-share, no-relations …' }],
    formats: ['table', 'json', 'csv', 'md'],
    examples: ['visavis catalogue', 'visavis catalogue import-share', 'visavis catalogue --format csv -o catalogue.csv'],
    quick: true,
    load: async () => {
      const [{ z }, reports] = await Promise.all([import('zod'), import('../../reports/memory/catalogue-answer.ts')])
      const of = z.enum(['pair', 'directed']).describe('of the two alike, or of one towards the other')
      const words = z.array(z.string())
      const figure = z.strictObject({
        id: z.string(),
        also: words.describe('earlier ids that lead here'),
        domain: z.string(),
        title: z.string(),
        definition: z.string(),
        limits: z.string(),
        unit: z.string(),
        of,
        interval: z.string().describe('what the ends of its interval are'),
        place: z.strictObject({ among: z.string(), least: z.int() }).nullable().describe('among which rows of its year it has a place'),
        absent: z.string().describe('what the absence of a row means'),
        pool: z.string().describe('how it adds up over the members of a bloc'),
        column: z.string().describe('of a panel'),
        assessed: words.describe('ids in an assessment: of A towards B, then of B towards A'),
        scale: z.array(z.number().nullable()).describe('least and greatest value, where there are such'),
        claims: words.describe('phrases by which a claim names it'),
      })
      const fact = z.strictObject({
        kind: z.string(),
        domain: z.string(),
        title: z.string(),
        definition: z.string(),
        of,
        absent: z.string(),
        tables: words,
        claims: z.strictObject({ begins: words, holds: words, ends: words }),
      })
      const output = z.strictObject({ schemaVersion: z.literal(1), figures: z.array(figure), facts: z.array(fact) })
      const show = { ...reports.cataloguePage, csv: reports.catalogueCsv }
      return { output, run: async (input) => run(input, own ?? (await import('../../memory/index.ts')).catalogue), show }
    },
  }
}

export const catalogueOperation: Operation = catalogueQuestion()

async function run(input: Input, own: Catalogue): Promise<CatalogueAnswer> {
  const { factCalled, figureCalled, figuresIn, figuresLike, similarIds } = await import('../../memory/index.ts')
  const figures = figuresIn(own)
  const id = input['id'] as string | undefined
  if (id === undefined) return { schemaVersion: 1, figures: figures.map(catalogued), facts: own.facts.map(cataloguedFact) }
  const [figure, fact] = [figureCalled(id, figures)?.figure, factCalled(id, own.facts)]
  if (figure !== undefined) return { schemaVersion: 1, figures: [catalogued(figure)], facts: [] }
  if (fact !== undefined) return { schemaVersion: 1, figures: [], facts: [cataloguedFact(fact)] }
  const { unknownEntryError } = await import('./memory-request.ts')
  const kinds = own.facts.map(({ kind }) => kind)
  const near = similarIds([...figuresLike(id, figures), ...kinds], id)
  throw unknownEntryError('figure or kind of fact', id, near, [...figures.map((one) => one.id), ...kinds])
}

function catalogued(figure: Figure): CataloguedFigure {
  const { id, also = [], domain, title, definition, limits, unit, of, interval, place, absent, pool, assessed, scale, claims } = figure
  return {
    ...{ id, also, domain, title, definition, limits, unit, of, interval, pool, assessed, scale, claims },
    place: place === undefined ? null : { among: place.among, least: place.least },
    absent: absentWords(absent),
    column: figure.column ?? id.replaceAll('-', '_'),
  }
}

function absentWords(absent: Figure['absent']): string {
  if (absent.means === 'unknown') return 'unknown'
  return `${absent.value === null ? 'not applicable' : absent.value} where the source lists every case; else unknown`
}

function cataloguedFact({ kind, domain, title, definition, of, absent, from, claims }: Fact): CataloguedFact {
  return { kind, domain, title, definition, of, absent, tables: from.tables, claims }
}
