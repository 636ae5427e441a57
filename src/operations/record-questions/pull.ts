import type { DuePullAnswer, PullAnswer, PullableAnswer } from '../../reports/answers/add-pull-diff.ts'
import type { FetchedFileOnDisk } from '../../sources/fetching/fetch-files.ts'
import type { PullableSource } from '../../sources/fetching/pull-parameters.ts'
import type { Context, Input, Operation } from '../request/operation.ts'

/** Downloads a source from its provider. */
export const pullOperation: Operation = {
  name: 'pull',
  summary: 'fetch a data set from its provider (uses the network)',
  description:
    'Asks the provider for what is newer than the copy kept here, and makes a new snapshot in your own store, in which it replaces what was there of this source ' +
    '(answers of comext-answers, comtrade and imf-imts, and sessions of votes, join those that are there). What breaks off is kept, and the next run goes on from there; a failed read changes nothing. Without a source: what can be fetched, and what may be asked. ' +
    'Beside it only assess and read with --pull use the network, and read where it is given an address.',
  parameters: [
    { name: 'source', kind: 'text', positional: true, help: 'a source by id: world-bank, comtrade …' },
    { name: 'ask', kind: 'list', positional: true, most: 4000, help: 'what is asked of it, as name=value' },
    { name: 'due', kind: 'flag', help: 'every source of the record whose next edition is due and that needs no question' },
    { name: 'accept', kind: 'flag', help: 'store what is doubted too: figures that cannot be, an edition much shorter than the one held' },
    { name: 'snapshot', kind: 'text', help: 'put it into this snapshot (default: the newest of your store, else the bundled record)' },
  ],
  writes: true,
  formats: ['table', 'json'],
  examples: [
    'visavis pull',
    'visavis pull world-bank',
    'visavis pull --due',
    'visavis pull un-resolutions session=79,80',
    'visavis pull imf-imts reporter=RUS indicator=XG_FOB_USD partner=CHN',
    'visavis pull comtrade reporter=CHN partner=RUS period=2019:2023',
  ],
  load: async () => {
    const [{ z }, { untrustedText }, { newEditionFields }, { pullText }] = await Promise.all([
      import('zod'),
      import('../schemas/untrusted-text.ts'),
      import('../storage/new-edition.ts'),
      import('../../reports/answers/add-pull-diff.ts'),
    ])
    const file = z.strictObject({
      address: untrustedText('cell'),
      name: untrustedText('cell'),
      how: z.enum(['fetched', 'resumed', 'unchanged']),
      fetched: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
    })
    const parameter = z.strictObject({
      name: z.string(),
      help: z.string(),
      example: z.string(),
      many: z.boolean(),
      default: z.string().nullable().describe('taken where none is given; null: one must be given'),
    })
    const source = z.strictObject({ source: z.string(), what: z.string(), example: z.string(), parameters: z.array(parameter) })
    const output = z.union([
      z.strictObject({ ...(await newEditionFields()), files: z.array(file) }),
      z.strictObject({ schemaVersion: z.literal(1), sources: z.array(source) }),
      z.strictObject({
        schemaVersion: z.literal(1),
        due: z.array(
          z.strictObject({
            source: z.string(),
            due: z.string().describe('day by which its next edition was due'),
            outcome: z.enum(['pulled', 'failed', 'not fetched']),
            why: z.string(),
            snapshot: z.string().nullable().describe('the new snapshot'),
          }),
        ),
      }),
    ])
    const next = (answer: PullAnswer | PullableAnswer | DuePullAnswer): string[] =>
      'sources' in answer || 'due' in answer ? [] : ['visavis diff   what this edition changed', 'visavis sources']
    return { output, run, show: { table: pullText }, next }
  },
}

async function run(input: Input, context: Context): Promise<PullAnswer | PullableAnswer | DuePullAnswer> {
  if (input['due'] === true) return pullDue(input, context)
  return pullOne(input, context)
}

async function pullOne(input: Input, context: Context): Promise<PullAnswer | PullableAnswer> {
  const [{ pullableSources }, { parsePullRequest }] = await Promise.all([
    import('../../sources/fetching/pull-registry.ts'),
    import('../../sources/fetching/pull-parameters.ts'),
  ])
  const id = input['source'] as string | undefined
  if (id === undefined) return pullableList(pullableSources, context.today)
  const pullable = pullableSources.find((one) => one.source === id) ?? (await notPullableError(id, pullableSources))
  const asked = parsePullRequest(pullable, (input['ask'] ?? []) as readonly string[], context.today)
  const [{ readers }, { fetchedProvenance }, { downloadCacheFolder, withReaderNames }, { addEdition }, { interruptibly }] =
    await Promise.all([
      import('../../sources/index.ts'),
      import('../../sources/fetching/fetch-files.ts'),
      import('../../sources/fetching/cached-file-names.ts'),
      import('../storage/new-edition.ts'),
      import('../storage/interruptible-downloads.ts'),
    ])
  const loaded = await readers.find((one) => one.id === id)!.load()
  const cacheDir = downloadCacheFolder(context.env)
  const { files: fetched, notes } = await interruptibly(context, cacheDir, (how) => pullable.files(asked, how))
  const named = fetched.map(({ path, file }) => ({ path, name: file.name }))
  const edition = await withReaderNames(named, cacheDir, (paths) =>
    addEdition(
      { loaded, paths, came: fetchedProvenance(fetched), into: input['snapshot'] as string | undefined, accept: input['accept'] === true },
      context,
    ),
  )
  return { ...edition, notes: [...notes, ...edition.notes], files: fetched.map(pulledFile) }
}

/** Downloads every source of the record whose next edition is due, one after the other; a source that fails does not stop the others. */
async function pullDue(input: Input, context: Context): Promise<DuePullAnswer> {
  const [{ withRecord }, { isOverdue, releaseOf }, { pullableSources }, { VisavisError }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../store/release-calendar.ts'),
    import('../../sources/fetching/pull-registry.ts'),
    import('../../errors.ts'),
  ])
  if (input['source'] !== undefined)
    throw new VisavisError('Usage', '--due takes every source that is due: name none with it', { hint: 'visavis pull --due' })
  const cards = await withRecord(input, context, async ({ manifest }) => manifest.sources)
  const overdue = cards
    .map((card) => ({ source: card.id, release: releaseOf(card) }))
    .filter(({ release }) => isOverdue(release, context.today))
  const due: DuePullAnswer['due'][number][] = []
  for (const { source, release } of overdue) {
    const entry = { source, due: release.due!, snapshot: null }
    const pullable = pullableSources.find((one) => one.source === source)
    const question = pullable?.parameters.find(({ fallback }) => fallback === undefined)
    if (pullable === undefined) due.push({ ...entry, outcome: 'not fetched', why: `get it by hand: visavis sources ${source}` })
    else if (question !== undefined) due.push({ ...entry, outcome: 'not fetched', why: `it needs a question: ${pullable.example}` })
    else {
      // after the first, each goes into the snapshot that the one before made
      const into = due.some(({ outcome }) => outcome === 'pulled') ? undefined : input['snapshot']
      due.push(await pulledIfPossible({ ...input, due: undefined, source, snapshot: into }, context, entry))
    }
  }
  return { schemaVersion: 1, due }
}

async function pulledIfPossible(
  input: Input,
  context: Context,
  entry: Pick<DuePullAnswer['due'][number], 'source' | 'due' | 'snapshot'>,
): Promise<DuePullAnswer['due'][number]> {
  const { VisavisError } = await import('../../errors.ts')
  try {
    const answer = await pullOne(input, context)
    const snapshot = 'files' in answer ? answer.snapshot.id : null
    return { ...entry, outcome: 'pulled', why: 'fetched and stored', snapshot }
  } catch (cause) {
    if (!(cause instanceof VisavisError) || cause.code === 'Interrupted') throw cause
    return { ...entry, outcome: 'failed', why: cause.message }
  }
}

function pulledFile({ how, file }: FetchedFileOnDisk): PullAnswer['files'][number] {
  const { address, name, fetched, bytes, sha256 } = file
  return { address, name, how, fetched, bytes, sha256 }
}

function pullableList(pullables: readonly PullableSource[], today: string): PullableAnswer {
  const sources = pullables.map(({ source, what, example, parameters }) => ({
    source,
    what,
    example,
    parameters: parameters.map(({ name, help, example, many, fallback }) => ({
      name,
      help,
      example,
      many,
      default: fallback?.(today) ?? null,
    })),
  }))
  return { schemaVersion: 1, sources }
}

/** Throws the error for a source that is unknown, or that cannot be downloaded, with how to obtain it. */
async function notPullableError(id: string, pullables: readonly PullableSource[]): Promise<never> {
  const [{ loadSourceCards }, { acquisitionOf }, { VisavisError }] = await Promise.all([
    import('../../sources/index.ts'),
    import('../../sources/fetching/acquisition.ts'),
    import('../../errors.ts'),
  ])
  const card = (await loadSourceCards()).find((one) => one.id === id)
  const hand = card === undefined ? null : acquisitionOf(card).byHand
  if (hand === null) {
    const ids = pullables.map(({ source }) => source).join(', ')
    throw new VisavisError('UnknownSource', `visavis cannot fetch "${id}". It fetches ${ids}.`, { hint: 'visavis pull' })
  }
  throw new VisavisError('Usage', `${id} is not fetched: ${hand.why}. Bring ${hand.bring} from ${hand.address}`, {
    hint: `visavis add ${id} FILE...`,
  })
}
