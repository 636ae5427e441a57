import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomStream } from '../../src/numeric/random.ts'
import { readTar, type TarEntry } from '../../src/sources/formats/tar.ts'

/**
 * Draws speeches from the UN General Debate corpus, reproducibly by seed: `npx tsx scripts/record/draw-speeches.ts
 * ARCHIVE.tgz... -o FOLDER`.
 *
 * The names in all archives are sorted, shuffled with the seed, and the first are taken. The order and packing of the
 * archives do not matter.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    output: { type: 'string', short: 'o' },
    count: { type: 'string', default: '458' },
    seed: { type: 'string', default: '1' },
  },
})
if (values.output === undefined || positionals.length === 0) throw new Error('give the archives and -o FOLDER')

const speeches = new Map<string, TarEntry>()
for (const archive of positionals) {
  for (const entry of await readTar(archive))
    if (/^[A-Z]+_\d+_\d{4}\.txt$/.test(basename(entry.name))) speeches.set(basename(entry.name), entry)
}
const names = [...speeches.keys()].sort()
const stream = randomStream(Number(values.seed), 'speeches')
for (let last = names.length - 1; last > 0; last--) {
  const other = stream.below(last + 1)
  const moved = names[last]!
  names[last] = names[other]!
  names[other] = moved
}
mkdirSync(values.output, { recursive: true })
const drawn = names.slice(0, Number(values.count))
for (const name of drawn) writeFileSync(join(values.output, name), speeches.get(name)!.bytes)
console.log(`${drawn.length} of ${names.length} speeches`)
