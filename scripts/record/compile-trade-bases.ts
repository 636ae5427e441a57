import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { VisavisError } from '../../src/errors.ts'
import { baseBytes, type TradeBase } from '../../src/scenarios/data/trade-base.ts'
import { packageFile } from '../../src/store/package-files.ts'
import { baci2023Base } from './trade-base-baci.ts'
import { icio2022Base } from './trade-base-icio.ts'
import { wiod2011Base } from './trade-base-wiod.ts'

/** `npx tsx scripts/record/compile-trade-bases.ts --from FOLDER [--to FOLDER]`: compiles the bases of the scenarios from a folder of raw data and the bundled record. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
  if (values.from === undefined)
    throw new VisavisError('Usage', 'where are the raw data?', { hint: 'npx tsx scripts/record/compile-trade-bases.ts --from FOLDER' })
  const to = values.to ?? packageFile('data/scenarios')
  mkdirSync(to, { recursive: true })
  for (const base of [await baci2023Base(values.from), icio2022Base(values.from), wiod2011Base(values.from)]) write(base, to)
}

function write(base: TradeBase, folder: string): void {
  const bytes = baseBytes(base)
  writeFileSync(join(folder, `${base.card.id}.base`), bytes)
  const total = base.flows.reduce((sum, flow) => sum + flow, 0)
  console.log(
    `${base.card.id}: ${base.economies.length} x ${base.sectors.length}, ${(total / 1e6).toFixed(3)} tn USD, ${bytes.length} bytes`,
  )
  for (const note of base.card.notes) console.log(`  ${note}`)
}

await main()
