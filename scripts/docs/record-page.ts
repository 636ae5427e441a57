import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Manifest, openSnapshot } from '../../src/store/index.ts'

/** The page with the row counts of the record. */
export const recordPage: string = fileURLToPath(new URL('../../docs/generated/record-counts.md', import.meta.url))

const head = `# Counts of the bundled record

Written by \`npm run record\`; a test holds it to the record. What the tables mean: [the bundled record](../record.md).`
const number = new Intl.NumberFormat('en-US')

/** Writes that page for a record. */
export async function writeCounts(root: string): Promise<void> {
  await writeFile(recordPage, await countsOf(root))
}

/** The content of that page: rows and bytes by table, and rows by source. */
export async function countsOf(root: string): Promise<string> {
  const snapshot = await openSnapshot(root)
  try {
    const sources = await snapshot.rows(
      `SELECT source, min(start_date) AS first, max(end_date) AS last, count(*) AS rows, count(*) FILTER (status = 'estimated') AS estimated
       FROM observations GROUP BY source ORDER BY source`,
    )
    const lines = sources.map(
      ({ source, first, last, rows, estimated }) =>
        `| [\`${source}\`](../sources/${source}.md) | ${String(first).slice(0, 4)} to ${String(last).slice(0, 4)} | ${number.format(Number(rows))} | ${number.format(Number(estimated))} |`,
    )
    const heading = '| source of observations | years | rows | of them estimated |\n|---|---|---|---|'
    return `${[head, tableCounts(snapshot.manifest), `${heading}\n${lines.join('\n')}`].join('\n\n')}\n`
  } finally {
    snapshot.close()
  }
}

function tableCounts(manifest: Manifest): string {
  const lines = Object.entries(manifest.tables).map(([table, parts]) => {
    const sum = (of: 'rows' | 'bytes'): string => number.format(parts.reduce((total, part) => total + part[of], 0))
    return `| \`${table}\` | ${sum('rows')} | ${sum('bytes')} |`
  })
  return `Snapshot \`${manifest.id}\` of ${manifest.created.slice(0, 10)}, ${manifest.sources.length} sources.\n\n| table | rows | bytes |\n|---|---|---|\n${lines.join('\n')}`
}
