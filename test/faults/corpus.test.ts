import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readers } from '../../src/sources/index.ts'
import { openSession } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { writeFiles } from './sample.ts'
import { samples } from './samples.ts'
import { verdictOn } from './verdict.ts'

const session = await openSession({ threads: 1 })
afterAll(() => session.close())

const corpus = join(import.meta.dirname, 'corpus')
const kept = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(corpus, name)).map((file) => [name, file] as const))

test('there are files in the corpus, each small', () => {
  expect(kept.length).toBeGreaterThan(10)
  for (const [reader, file] of kept) expect(readFileSync(join(corpus, reader, file)).length).toBeLessThan(20_000)
})

test.each(kept)('%s/%s is answered or refused', async (reader, file) => {
  const name = file.slice(0, file.lastIndexOf('--'))
  const sample = samples.find((one) => one.reader === reader && one.files.some((own) => own.name === name))!
  const loaded = await readers.find(({ id }) => id === reader)!.load()
  const paths = writeFiles(freshRoot(), sample.files, new Map([[name, readFileSync(join(corpus, reader, file))]]))
  expect((await verdictOn(loaded, paths, session)).fault).toBeNull()
})
