import { closeSync, createWriteStream, openSync, readSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PanelAnswer, PanelColumn } from '../../assessments/panel/panel-answer.ts'
import { openSession, sqlLiteral } from '../../store/index.ts'
import { panelCsv } from './panel-rows.ts'

const pieceBytes = 2 ** 18

/**
 * The panel as Parquet. DuckDB makes it from a CSV file in the system's temporary directory, so that neither is ever whole in memory. Snapshot, command and
 * the meaning of flags are in the metadata of the file.
 */
export async function panelParquet(answer: PanelAnswer): Promise<Iterable<Uint8Array>> {
  return csvToParquet(answer, panelCsv(answer))
}

/** Makes the Parquet file of a panel whose rows were written before, as CSV with a header. */
export async function csvToParquet(
  about: Pick<PanelAnswer, 'columns' | 'command' | 'snapshot' | 'flagMeanings'>,
  csv: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Iterable<Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-panel-'))
  try {
    const [rows, file] = [join(folder, 'rows.csv'), join(folder, 'panel.parquet')]
    await pipeline(Readable.from(csv), createWriteStream(rows))
    await convert(about, rows, file)
    await rm(rows)
    return fileThenGone(file, folder)
  } catch (cause) {
    await rm(folder, { recursive: true, force: true })
    throw cause
  }
}

async function convert(
  { columns, command, snapshot, flagMeanings }: Parameters<typeof csvToParquet>[0],
  rows: string,
  file: string,
): Promise<void> {
  const types = columns.map((column) => `${sqlLiteral(column.name)}: ${sqlLiteral(sqlType(column))}`).join(', ')
  const about = {
    'visavis.command': command,
    'visavis.snapshot': snapshot.id,
    'visavis.flags': JSON.stringify(flagMeanings.map(({ name, meaning }) => ({ name, meaning }))),
  }
  const metadata = Object.entries(about)
    .map(([name, text]) => `${sqlLiteral(name)}: ${sqlLiteral(text)}`)
    .join(', ')
  const session = await openSession({ memoryLimit: '1GB' })
  try {
    await session.run(
      `COPY (SELECT * FROM read_csv(${sqlLiteral(rows)}, header = true, delim = ',', quote = '', escape = '', auto_detect = false, columns = {${types}}))
       TO ${sqlLiteral(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata}})`,
    )
  } finally {
    session.close()
  }
}

function sqlType({ type }: PanelColumn): string {
  return type === 'text' ? 'VARCHAR' : type === 'integer' ? 'SMALLINT' : 'DOUBLE'
}

/** Reads a file in pieces; afterwards, or when the reader stops, its folder is removed. */
function* fileThenGone(path: string, folder: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(pieceBytes)
      const length = readSync(file, piece, 0, pieceBytes, null)
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
    rmSync(folder, { recursive: true, force: true })
  }
}
