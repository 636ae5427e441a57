import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import type { Columns } from '../../../store/session.ts'
import { coverageOf, publicDomain, type SourceCard } from '../../cards/source-cards.ts'
import { readTar, type TarEntry } from '../../formats/tar.ts'
import { type TableRow, tableColumns } from '../../rows/table-columns.ts'
import { speakerCoded } from './un-general-debate-codes.ts'
import { readSpeakers } from './un-general-debate-speakers.ts'

/** Card of the speeches in the General Debate. Quirks and how they are handled: docs/sources/un-general-debate.md. */
export const card: SourceCard = {
  id: 'un-general-debate',
  title: 'United Nations General Debate Corpus',
  provider: 'Slava Jankin, Alexander Baturo and Niheer Dasandi',
  url: 'https://doi.org/10.7910/DVN/0TJX8Y',
  licence: publicDomain(
    'Public domain dedication at Harvard Dataverse. Citation is asked for. The text of speeches stays in your own snapshots.',
  ),
  citation:
    'Jankin, Slava, Alexander Baturo and Niheer Dasandi. 2025. "Words to unite nations: The complete United Nations General Debate Corpus, 1946-present." Journal of Peace Research; data: Harvard Dataverse, doi:10.7910/DVN/0TJX8Y.',
  vintage: '1946 to 2024 (November 2025)',
  coverage: coverageOf(['un-speeches', 'un-speakers'], 1946, 2024, 'all states that spoke'),
  quirks: [
    'No text means that the corpus has none: the state did not speak, or its speech is not in the file. Of 1970 neither China nor the Soviet Union has one.',
    'Texts before 1970 were read from scanned pages by machine: words are broken and misread, so counts of words are rough.',
    "China's speeches of 1946 to 1969 are those of the Republic of China and stand under TWN; those of 1971 and later under CHN.",
    'Speeches in other languages are in the English of the official records.',
    'The workbook of speakers gives eight rows the name of one state and the code of another; the person who spoke tells which is meant.',
    'A year is that of the session, session 1 is 1946.',
  ],
}

/**
 * Reads speeches from archives of `ISO_SESSION_YEAR.txt`, and their speakers from the workbook of speakers if it is among the files.
 *
 * A row has the text of a speech, without a byte order mark, and the number of words in it, that is, of character runs between white space. Files whose names
 * begin with a full stop are metadata of file systems, and are skipped.
 *
 * @param paths   `.tgz`, `.tar.gz` or `.tar`, and at most one `.xlsx`
 * @throws BadInput naming archive and file: another name, an unknown code, a session that is not of its year, an empty or undecodable text, two texts of one
 *   state in one session
 */
export async function readGeneralDebate(paths: readonly string[]): Promise<{ speeches: Columns; speakers: Columns }> {
  const workbooks = paths.filter((path) => /\.xlsx$/i.test(path))
  if (workbooks.length > 1) throw badInput(`${workbooks.map((path) => basename(path)).join(' and ')}: give one workbook of speakers`)
  const kept = new Map<string, TableRow<'speeches'>>()
  for (const path of paths.filter((path) => !workbooks.includes(path))) {
    const entries = (await readTar(path)).filter(({ name }) => /\.txt$/i.test(name) && !basename(name).startsWith('.'))
    if (entries.length === 0) throw badInput(`${basename(path)} has no text files`, `give the archive of ${card.url}`)
    for (const entry of entries) keep(speechIn(entry, basename(path)), kept)
  }
  const speeches = tableColumns('speeches', [...kept.values()].sort(bySessionAndState))
  const speakers = workbooks[0] === undefined ? [] : await readSpeakers(workbooks[0], card)
  return { speeches, speakers: tableColumns('speakers', speakers) }
}

function speechIn({ name, bytes }: TarEntry, archive: string): TableRow<'speeches'> {
  const where = `${archive}!${name}`
  const [, code, session, year] = /^([A-Z]{2,4})_(\d{2})_(\d{4})\.txt$/.exec(basename(name)) ?? []
  if (code === undefined) throw badInput(`${where} is not called ISO_SESSION_YEAR.txt`)
  if (Number(session) !== Number(year) - 1945) throw badInput(`${where} is of session ${session}, but session 1 was in 1946`)
  const state = speakerCoded(code, Number(year))
  if (state === null) throw badInput(`${where} has the code ${code}, which is no state we know`)
  const text = decoded(bytes, where)
  const words = text.match(/\S+/g)?.length ?? 0
  if (words === 0) throw badInput(`${where} is empty`)
  return { state, session: Number(session), year: Number(year), words, text, source: card.id, vintage: card.vintage, locator: where }
}

function decoded(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw badInput(`${where} is not UTF-8 text`, { cause })
  }
}

function keep(speech: TableRow<'speeches'>, kept: Map<string, TableRow<'speeches'>>): void {
  const key = `${speech.session} ${speech.state}`
  const before = kept.get(key)
  if (before === undefined) kept.set(key, speech)
  else if (before.text !== speech.text) throw badInput(`${speech.locator} and ${before.locator} are two texts of one speech`)
}

function bySessionAndState(a: TableRow<'speeches'>, b: TableRow<'speeches'>): number {
  return Number(a.session) - Number(b.session) || (String(a.state) < String(b.state) ? -1 : 1)
}
