import type { ZodType } from 'zod'
import type { AddAnswer } from '../reports/editions.ts'
import type { Came } from '../sources/bring.ts'
import type { Loaded } from '../sources/reader.ts'
import type { Context } from './operation.ts'

/** What an edition is made from. */
export interface EditionFiles {
  readonly loaded: Loaded
  readonly paths: readonly string[]
  /** Of files that were fetched. */
  readonly came?: Came
  /** Into which snapshot they go, where one is named. */
  readonly into: string | undefined
}

/** Reads the files of a source and makes a new snapshot in which they replace what was there of it. A failed read changes nothing. */
export async function newEdition({ loaded, paths, came, into }: EditionFiles, context: Context): Promise<AddAnswer> {
  const [{ bringEdition }, store] = await Promise.all([import('../sources/bring.ts'), import('../store/index.ts')])
  const found = await store.findSnapshot({ snapshot: into, env: context.env })
  const parent = await store.openSnapshot(found.directory)
  const session = await store.openSession()
  const home = store.storeHome(context.env)
  try {
    const bringing = { held: parent, session, day: context.today, came }
    const { card, cards, gone, content, notes, rows } = await bringEdition(loaded, paths, bringing)
    const contents = Object.fromEntries(Object.entries(content).map(([table, columns]) => [table, { columns }]))
    const edition = { cards, gone, content: contents, created: context.now, note: `${card.id}: ${card.vintage}` }
    const manifest = await store.replaceSources(home, parent, edition)
    return {
      schemaVersion: 1,
      source: card.id,
      vintage: card.vintage,
      rows,
      coverage: card.coverage.map(({ indicator, from, to }) => ({ indicator, from, to })),
      notes,
      snapshot: { id: manifest.id, parent: parent.manifest.id, created: manifest.created, home },
    }
  } finally {
    session.close()
    parent.close()
  }
}

/** The form of an answer that tells of a new edition. */
export async function newEditionShape(): Promise<Record<keyof AddAnswer, ZodType>> {
  const { z } = await import('zod')
  return {
    schemaVersion: z.literal(1),
    source: z.string(),
    vintage: z.string(),
    rows: z.record(z.string(), z.number().int()),
    coverage: z.array(z.strictObject({ indicator: z.string(), from: z.string(), to: z.string() })),
    notes: z.array(z.string()).describe('what the files leave open, and how they went together with what was held'),
    snapshot: z.strictObject({ id: z.string(), parent: z.string(), created: z.string(), home: z.string() }),
  }
}
