import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rawFiles } from '../../bench/every-source.ts'
import { type Digest, digestsOf } from '../../src/sources/editions/edition-digest.ts'
import { knownEditions } from '../../src/sources/editions/known-editions.ts'
import { readers } from '../../src/sources/index.ts'
import { openSession } from '../../src/store/index.ts'

/**
 * Sample files of a stream, which are not an edition. Also votes, which are joined with existing data and are in every
 * record.
 */
const passedOver = new Set([
  'gdelt',
  'gdelt-gkg',
  'gdelt-normalisation',
  'icews',
  'un-votes',
  'un-resolutions',
  'un-general-debate',
  'un-sc-meetings',
])

/**
 * Writes `src/sources/editions/known-editions.ts` from the available raw files, or only the entries of the sources
 * named. Run it after a change in the rows that a reader produces.
 */
async function run(only: readonly string[]): Promise<void> {
  const entries: string[] = []
  for (const [id, files] of Object.entries(rawFiles)) {
    if (passedOver.has(id)) continue
    const known = knownEditions[id]
    const anew = (only.length === 0 || only.includes(id)) && files.every((file) => existsSync(file))
    const digests = anew ? [...(await digestsFrom(id, files))] : Object.entries(known ?? {})
    if (digests.length > 0) entries.push(`  ${named(id)}: {\n${digests.map(lineOf).join('')}  },\n`)
    if (anew) console.log(id)
  }
  writeFileSync(fileURLToPath(new URL('../../src/sources/editions/known-editions.ts', import.meta.url)), `${head}${entries.join('')}}\n`)
}

async function digestsFrom(id: string, files: readonly string[]): Promise<Map<string, Digest>> {
  const session = await openSession()
  try {
    const loaded = await readers.find((one) => one.id === id)!.load()
    return digestsOf(await loaded.read(files, session))
  } finally {
    session.close()
  }
}

const head = `import type { Digest } from './edition-digest.ts'

/** Digests of the editions that the readers were tried with, by source and indicator (or table). Written by \`npx tsx scripts/record/known-editions.ts\`. */
export const knownEditions: Readonly<Record<string, Readonly<Record<string, Digest>>>> = {
`

const named = (id: string): string => (/^[a-z]+$/.test(id) ? id : `'${id}'`)

function lineOf([name, { rows, hash, sum, from, to }]: [string, Digest]): string {
  return `    ${named(name)}: { rows: ${rows}, hash: '${hash}', sum: ${sum}, from: '${from}', to: '${to}' },\n`
}

await run(process.argv.slice(2))
