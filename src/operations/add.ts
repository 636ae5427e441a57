import type { AddAnswer } from '../reports/editions.ts'
import type { Context, Input, Operation } from './operation.ts'

/** Brings a data set that the user has. */
export const addOperation: Operation = {
  name: 'add',
  summary: 'bring a data set that you have as files',
  description:
    "Reads a source's files in the form its provider serves and makes a new snapshot in your own store, in which they replace what was there of this source (answers of comtrade and imf-imts, " +
    'and votes, join those that are there). ' +
    'A failed read changes nothing. Without files: what the source takes and where to get it.',
  parameters: [
    { name: 'source', kind: 'text', positional: true, required: true, help: 'a source by id: baci, world-bank …' },
    { name: 'files', kind: 'list', positional: true, help: 'its files' },
    { name: 'snapshot', kind: 'text', help: 'add to this snapshot (default: the newest of your store, else the bundled record)' },
  ],
  formats: ['table', 'json'],
  examples: ['visavis add world-bank gdp.csv population.csv', 'visavis add baci'],
  load: async () => {
    const [{ z }, { newEditionShape }, { addText }] = await Promise.all([
      import('zod'),
      import('./new-edition.ts'),
      import('../reports/editions.ts'),
    ])
    const output = z.strictObject(await newEditionShape())
    return { output, run, show: { table: addText }, next: () => ['visavis diff   what this edition changed', 'visavis sources'] }
  },
}

async function run(input: Input, context: Context): Promise<AddAnswer> {
  const [{ readers }, { newEdition }, { VisavisError }] = await Promise.all([
    import('../sources/readers.ts'),
    import('./new-edition.ts'),
    import('../errors.ts'),
  ])
  const id = input['source'] as string
  const paths = (input['files'] ?? []) as readonly string[]
  const reader = readers.find((one) => one.id === id)
  if (reader === undefined) {
    throw new VisavisError('UnknownSource', `visavis cannot add "${id}". It takes ${readers.map((one) => one.id).join(', ')}.`, {
      hint: 'visavis sources',
    })
  }
  const loaded = await reader.load()
  if (paths.length === 0) {
    const { provider, url, licence } = loaded.card
    throw new VisavisError('Usage', `${id} takes ${reader.takes}. Provider: ${provider}, ${url}. Licence: ${licence.terms}`, {
      hint: `visavis add ${id} FILE...`,
    })
  }
  return newEdition({ loaded, paths, into: input['snapshot'] as string | undefined }, context)
}
