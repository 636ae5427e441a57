import { parseArgs } from 'node:util'
import { describeError, VisavisError } from '../../src/errors.ts'
import { bundledRecord } from '../../src/store/find-snapshot.ts'
import { writeCounts } from '../docs/record-page.ts'
import { compileRecord, sizeOf } from './record-compile.ts'

/** `npm run record -- --from FOLDER [--to ROOT]`: compiles the bundled record from a folder of raw data. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
  if (values.from === undefined) throw new VisavisError('Usage', 'where are the raw data?', { hint: 'npm run record -- --from FOLDER' })
  const root = values.to ?? bundledRecord()
  const manifest = await compileRecord(values.from, root)
  if (values.to === undefined) await writeCounts(root)
  for (const [table, parts] of Object.entries(manifest.tables)) {
    const sum = (of: 'rows' | 'bytes'): number => parts.reduce((total, part) => total + part[of], 0)
    console.log(`${table.padEnd(14)} ${String(sum('rows')).padStart(8)} rows ${String(sum('bytes')).padStart(9)} bytes`)
  }
  console.log(`snapshot ${manifest.id}, ${manifest.sources.length} sources, ${await sizeOf(root)} bytes in ${root}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof VisavisError ? describeError(error) : error)
  process.exitCode = error instanceof VisavisError ? error.exitCode : 1
})
