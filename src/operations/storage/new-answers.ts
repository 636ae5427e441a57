import type { FetchedProvenance, ImportedEdition } from '../../sources/fetching/import-edition.ts'
import type { LoadedReader } from '../../sources/reader/reader.ts'
import type { Cell, Columns } from '../../store/cells.ts'
import type { SnapshotBuild, SnapshotContent } from '../../store/index.ts'
import type { Session } from '../../store/session.ts'
import type { Context } from '../request/operation.ts'

/** Answers of one source to single questions, which join what is stored of it. */
export interface SourceAnswers {
  readonly loaded: LoadedReader
  readonly paths: readonly string[]
  readonly came: FetchedProvenance
}

/** What became of the answers: the new snapshot (null if none was made), notes on what was left out, and the sources whose answers were refused. */
export interface StoredAnswers {
  readonly snapshot: string | null
  /** How many figures of each file were stored, by the name of the file; a doubtful figure is not. */
  readonly figures: ReadonlyMap<string, number>
  readonly notes: readonly string[]
  readonly refused: readonly { readonly source: string; readonly why: string }[]
}

/**
 * Stores the answers of several sources as one new snapshot, each after the checks that `visavis add` makes. Every answer joins what is stored of its source:
 * nothing held is lost. A source whose answers are refused does not keep the others from being stored.
 *
 * @param into   the snapshot to add to; undefined: the newest one
 */
export async function storeAnswers(all: readonly SourceAnswers[], into: string | undefined, context: Context): Promise<StoredAnswers> {
  if (all.length === 0) return { snapshot: null, figures: new Map(), notes: [], refused: [] }
  const { nextSnapshot } = await import('../../store/index.ts')
  const { env, now, signal } = context
  const warn = (text: string): void => context.warn?.(text, 'record')
  return nextSnapshot({ into, env, now, signal, warn }, (building) => storedOn(building, all, context))
}

async function storedOn({ parent, write }: SnapshotBuild, all: readonly SourceAnswers[], context: Context): Promise<StoredAnswers> {
  const [{ openSession }, { VisavisError }] = await Promise.all([import('../../store/index.ts'), import('../../errors.ts')])
  const session = await openSession()
  try {
    const passed: JudgedAnswers[] = []
    const refused: { source: string; why: string }[] = []
    for (const answers of all) {
      const source = answers.loaded.card.id
      try {
        const one = await judged(answers, parent, session, context.today)
        if ([...one.figures.values()].some((count) => count > 0)) passed.push(one)
        else refused.push({ source, why: one.notes.join(' ') })
      } catch (cause) {
        if (!(cause instanceof VisavisError) || cause.code !== 'BadInput') throw cause
        refused.push({ source, why: cause.message })
      }
    }
    const notes = passed.flatMap((one) => one.notes)
    const figures = new Map(passed.flatMap((one) => [...one.figures]))
    if (passed.length === 0) return { snapshot: null, figures, notes, refused }
    const note = passed.map(({ edition: { card } }) => `${card.id}: ${card.vintage}`).join('; ')
    const cards = passed.flatMap(({ edition }) => edition.cards)
    const manifest = await write({ cards, gone: [], content: joinedContent(passed.map(({ content }) => content)), note })
    return { snapshot: manifest.id, figures, notes, refused }
  } finally {
    session.close()
  }
}

interface JudgedAnswers {
  readonly edition: ImportedEdition
  readonly figures: StoredAnswers['figures']
  readonly content: Readonly<Record<string, Readonly<Record<string, readonly Cell[]>>>>
  readonly notes: readonly string[]
}

async function judged(
  { loaded, paths, came }: SourceAnswers,
  held: SnapshotBuild['parent'],
  session: Session,
  day: string,
): Promise<JudgedAnswers> {
  const [{ importEdition }, { judgeEdition }, { joinApiAnswers }] = await Promise.all([
    import('../../sources/fetching/import-edition.ts'),
    import('../../sources/editions/edition-doubts.ts'),
    import('../../sources/editions/api-answer-joining.ts'),
  ])
  // whatever the source does with a whole edition: these are answers about a few states, and the rest of what is held stays
  const edition = await importEdition({ ...loaded, join: joinApiAnswers }, paths, { held, session, day, came })
  const { card, content: read } = edition
  // a source that comes in whole editions is as old as its last whole one, whatever a few states have by now
  const earlier = held.manifest.sources.find(({ id }) => id === card.id)
  const cards = edition.cards.map((one) =>
    loaded.join === undefined && earlier !== undefined ? { ...one, coverage: earlier.coverage } : one,
  )
  const { content, notes } = await judgeEdition({
    id: card.id,
    ids: cards.map(({ id }) => id),
    content: read,
    held,
    session,
    accept: false,
    answers: true,
  })
  return { edition: { ...edition, cards }, content, notes, figures: figuresOf(content, came) }
}

/** Counts the rows that came with these files; rows of an earlier answer under the same name have another vintage. */
function figuresOf({ observations }: JudgedAnswers['content'], { vintage, files }: FetchedProvenance): Map<string, number> {
  const [vintages, locators] = ['vintage', 'locator'].map((name) => (observations?.[name] ?? []) as readonly string[])
  const own = locators!.filter((_, i) => vintages![i]!.endsWith(vintage))
  return new Map(
    files.map(({ name }) => [name, own.filter((locator) => /^[#:]/.test(locator.slice(name.length)) && locator.startsWith(name)).length]),
  )
}

/** Puts the rows of several sources together, table by table. */
function joinedContent(contents: readonly JudgedAnswers['content'][]): SnapshotContent {
  const names = [...new Set(contents.flatMap((content) => Object.keys(content)))]
  const parts = (name: string): { columns: Columns }[] =>
    contents.flatMap((content) => (content[name] === undefined ? [] : [{ columns: content[name] }]))
  return Object.fromEntries(names.map((name) => [name, parts(name)]))
}
