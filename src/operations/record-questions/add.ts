import type { VisavisError } from '../../errors.ts'
import type { AddAnswer } from '../../reports/answers/add-pull-diff.ts'
import type { Reader } from '../../sources/reader/reader.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** Adds the user's own copy of a data set to the record. */
export const addOperation: Operation = {
  name: 'add',
  summary: 'bring a data set that you have as files',
  description:
    "Reads a source's files in the form its provider serves and makes a new snapshot in your own store, in which they replace what was there of this source (answers of comext-answers, comtrade and imf-imts, " +
    'and votes, join those that are there). ' +
    'A failed read changes nothing. Without files: what the source takes and where to get it.',
  parameters: [
    { name: 'source', kind: 'text', positional: true, required: true, help: 'a source by id: baci, world-bank …' },
    { name: 'files', kind: 'list', positional: true, file: true, help: 'its files' },
    {
      name: 'accept',
      kind: 'flag',
      help: "store what is doubted too: figures that cannot be, files cut short (compare them with the provider's first)",
    },
    { name: 'snapshot', kind: 'text', help: 'add to this snapshot (default: the newest of your store, else the bundled record)' },
  ],
  writes: true,
  formats: ['table', 'json'],
  examples: ['visavis add world-bank gdp.csv population.csv', 'visavis add baci'],
  load: async () => {
    const [{ z }, { newEditionFields }, { addText }] = await Promise.all([
      import('zod'),
      import('../storage/new-edition.ts'),
      import('../../reports/answers/add-pull-diff.ts'),
    ])
    const output = z.strictObject(await newEditionFields())
    return { output, run, show: { table: addText }, next: () => ['visavis diff   what this edition changed', 'visavis sources'] }
  },
}

async function run(input: Input, context: Context): Promise<AddAnswer> {
  const [{ readers }, { addEdition }, { VisavisError }] = await Promise.all([
    import('../../sources/index.ts'),
    import('../storage/new-edition.ts'),
    import('../../errors.ts'),
  ])
  const id = input['source'] as string
  const paths = (input['files'] ?? []) as readonly string[]
  const reader = readers.find((one) => one.id === id)
  if (reader === undefined) throw await unknownSourceError(id, readers)
  const loaded = await reader.load()
  if (paths.length === 0) {
    const { pullableSources } = await import('../../sources/fetching/pull-registry.ts')
    const { provider, url, licence } = loaded.card
    const fetched = pullableSources.some(({ source }) => source === id) ? ` It can be fetched too: visavis pull ${id}.` : ''
    throw new VisavisError('Usage', `${id} takes ${reader.takes}. Provider: ${provider}, ${url}. Licence: ${licence.terms}${fetched}`, {
      hint: `visavis add ${id} FILE...`,
    })
  }
  return addEdition({ loaded, paths, into: input['snapshot'] as string | undefined, accept: input['accept'] === true }, context)
}

/** Makes the error for a source that cannot be added, with similar ids. */
async function unknownSourceError(id: string, readers: readonly Reader[]): Promise<VisavisError> {
  const [{ editDistance }, { VisavisError }] = await Promise.all([import('../../states/index.ts'), import('../../errors.ts')])
  const ids = readers.map((one) => one.id).sort()
  const near = ids.filter((one) => editDistance(one, id, 2) <= 2)
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  return new VisavisError('UnknownSource', `visavis cannot add "${id}".${meant} It takes ${ids.join(', ')}.`, {
    hint: near.length > 0 ? `visavis add ${near[0]} FILE...` : 'visavis sources --all',
  })
}
