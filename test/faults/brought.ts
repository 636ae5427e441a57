import { readers } from '../../src/sources/index.ts'
import type { RowsByTable } from '../../src/sources/reader/edition.ts'
import type { Session, SourceCard } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { type Sample, writeFiles } from './sample.ts'

/** The rows that a source's reader produces from its sample, with the card. */
export async function broughtBy(sample: Sample, session: Session): Promise<{ card: SourceCard; brought: RowsByTable }> {
  const { card, read } = await readers.find(({ id }) => id === sample.reader)!.load()
  return { card, brought: await read(writeFiles(freshRoot(), sample.files), session) }
}
