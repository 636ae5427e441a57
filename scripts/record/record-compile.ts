import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VisavisError } from '../../src/errors.ts'
import { loadSourceCards } from '../../src/sources/index.ts'
import { readLeverageTable } from '../../src/sources/reviewed-tables/leverage-table.ts'
import { type Columns, type Manifest, type TableName, writeSnapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'
import { cardsFor, checkObservations, joined, recordLimit } from './record-checks.ts'
import { readConflicts } from './record-conflicts.ts'
import { readCouncil } from './record-council.ts'
import { readFactTables } from './record-facts.ts'
import { estimatedPoints } from './record-ideal-points.ts'
import { readObservations } from './record-observations.ts'
import { readPeople } from './record-people.ts'
import { readSpeechFigures } from './record-speeches.ts'
import { tradeNorms } from './record-trade-norms.ts'
import { readVetoes } from './record-vetoes.ts'
import { readVotes } from './record-votes.ts'

const sourceCards = await loadSourceCards()

/** The date of the record. Fixed, so that the same raw data always give the same snapshot. */
export const recordDay = '2026-11-24'

const note = 'The record that comes with visavis: figures whose licence allows redistribution; see docs/record.md.'

/**
 * Compiles the record from a folder of raw data into `root`, replacing its content, and returns its manifest. It is
 * first written to a temporary place, so that a failure leaves the old record intact.
 */
export async function compileRecord(folder: string, root: string): Promise<Manifest> {
  const beside = await mkdtemp(join(tmpdir(), 'visavis-record-'))
  try {
    const content = await withTradeModels(await readContent(folder))
    const sources = new Set(Object.values(content).flatMap((columns) => (columns.source ?? []).map(String)))
    const manifest = await writeSnapshot(beside, tablesOf(content), { sources: cardsFor(sources, sourceCards), created: recordDay, note })
    const bytes = await sizeOf(beside)
    if (bytes > recordLimit) throw new VisavisError('BadInput', `the record takes ${bytes} bytes, more than the ${recordLimit} it may`)
    await rm(root, { recursive: true, force: true })
    await cp(beside, root, { recursive: true })
    return manifest
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

type Content = Partial<Record<TableName, Columns>>

function tablesOf(content: Content): Record<string, { columns: Columns }> {
  return Object.fromEntries(Object.entries(content).map(([table, columns]) => [table, { columns }]))
}

/** Adds what models of trade say of each pair. Gravity reads the flows as any reader of the record does, from a snapshot that is not kept. */
async function withTradeModels(content: Content): Promise<Content> {
  const unfinished = await mkdtemp(join(tmpdir(), 'visavis-flows-'))
  try {
    await writeSnapshot(unfinished, tablesOf(content), { sources: sourceCards, created: recordDay, note })
    return {
      ...content,
      trade_norms: await tradeNorms(unfinished),
      trade_losses: await readLeverageTable(packageFile('data/tables/leverage.csv')),
    }
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function readContent(folder: string): Promise<Content> {
  const [measured, facts, conflicts, votes, vetoes, council, speeches, people] = await Promise.all([
    readObservations(folder),
    readFactTables(),
    readConflicts(folder),
    readVotes(folder),
    readVetoes(folder),
    readCouncil(folder),
    readSpeechFigures(folder),
    readPeople(folder),
  ])
  const observations = joined([...measured, facts.observations, people.observations])
  checkObservations(observations)
  return {
    ...facts,
    ...conflicts,
    ...votes,
    ...vetoes,
    ...council,
    ...speeches,
    observations,
    events: people.events,
    estimated_points: await estimatedPoints(votes.roll_calls, votes.voters),
  }
}

/** Total bytes of all files in a folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}
