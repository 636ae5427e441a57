import type { MethodEntry, MethodsAnswer } from '../../reports/parts/method-types.ts'
import type { Input, Operation } from '../request/operation.ts'

const domains =
  'diplomacy,institutions,alliance,arms,exercises,trade,energy,investment,finance,technology,sanctions,people,narrative,every'.split(',')

/** Which question does each measure answer, how is it computed, and which published numbers does it reproduce? */
export const methodsOperation: Operation = {
  name: 'methods',
  summary: 'every measure: formula, limits, reference, published numbers reproduced',
  description:
    'What each figure is: the question it answers, formula, unit, interval, limits, reference with DOI, where the code is; and how near it comes to what others published: ' +
    'numbers of worked examples beside ours, worked out anew for the answer, and figures over whole files as the tests hold them. With an id, one measure whole; with --figure, those that make a figure of an assessment.',
  parameters: [
    { name: 'id', kind: 'text', positional: true, help: 'one measure: kappa, ideal-points, likelihood …' },
    { name: 'domain', kind: 'choice', choices: domains, help: 'of one domain; every: what stands beside figures of all domains' },
    { name: 'figure', kind: 'text', help: 'that make this figure of an assessment: kappa_quadratic, gdp-share-a …' },
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis methods', 'visavis methods kappa', 'visavis methods --domain trade', 'visavis methods --figure ideal_point_distance'],
  quick: true,
  load: async () => {
    const [{ methodsSchema }, reports] = await Promise.all([
      import('../schemas/methods-schema.ts'),
      import('../../reports/answers/methods.ts'),
    ])
    return {
      output: methodsSchema,
      run: (input) => run(input),
      show: { table: reports.methodsText, csv: reports.methodsCsv, md: reports.methodsMarkdown },
      next: ({ methods }: MethodsAnswer) => (methods.length === 1 ? [] : [`visavis methods ${methods[0]?.id ?? 'ID'}   one measure whole`]),
    }
  },
}

async function run(input: Input): Promise<MethodsAnswer> {
  const { everyMethod } = await import('../methods/methods-catalogue.ts')
  return { schemaVersion: 1, methods: await requestedMethods(input, everyMethod()) }
}

async function requestedMethods(input: Input, all: readonly MethodEntry[]): Promise<readonly MethodEntry[]> {
  const [id, domain, figure] = [input['id'], input['domain'], input['figure']] as (string | undefined)[]
  const found = all.filter(
    (one) =>
      (id === undefined || one.id === id) &&
      (domain === undefined || (one.domain ?? 'every') === domain) &&
      (figure === undefined || producesFigure(one, figure)),
  )
  if (found.length > 0) return found
  const { VisavisError } = await import('../../errors.ts')
  if (id === undefined || all.some((one) => one.id === id)) {
    const what = figure === undefined ? 'no measure is all of that' : `no measure makes a figure "${figure}"`
    throw new VisavisError('Usage', what, { hint: 'visavis methods' })
  }
  const near = all.filter((one) => `${one.id} ${one.title}`.toLowerCase().includes(id.toLowerCase())).map((one) => one.id)
  const meant = near.length === 0 ? '' : `. Did you mean ${near.slice(0, 8).join(', ')}?`
  throw new VisavisError('Usage', `there is no measure "${id}"${meant}`, { hint: 'visavis methods' })
}

/** Whether a measure produces this figure, or the figure whose percentile, change or series this is. */
function producesFigure({ figures }: MethodEntry, figure: string): boolean {
  const level = figure.replace(/\.(change|percentile|series)$/, '')
  return figures.some((pattern) => {
    const form = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
    return form.test(figure) || form.test(level)
  })
}
