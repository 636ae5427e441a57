import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { UserConfig } from 'vite'

const at = (path: string): string => join(import.meta.dirname, path)
const { bin, exports } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<'bin' | 'exports', Record<string, string>>
/** What the package says that it has, by the source that makes it: `./dist/store/index.js` of `src/store/index.ts`. */
const named = [...Object.values(bin), ...Object.values(exports)].flatMap((path) => /dist\/(.+)\.js$/.exec(path)?.[1] ?? [])
/** What runs in a thread of its own: src/numeric/threads.ts looks for it in `chunks`. */
const workers = readdirSync(at('src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('-worker.ts'))

/**
 * Dependencies of every command that are hundreds of files each: one file of them is loaded in a third of the time. All others stay where they are, and so do the
 * native parts of DuckDB.
 */
const joined = ['zod', '@duckdb/node-api']

/** Puts the licences of the joined dependencies beside their code, as they ask. */
const licences = {
  name: 'licences-of-joined-dependencies',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown }): void {
    const texts = joined.map((name) => `${name}\n\n${readFileSync(at(`node_modules/${name}/LICENSE`), 'utf8')}`)
    this.emitFile({ type: 'asset', fileName: 'chunks/LICENSES.txt', source: texts.join('\n\n') })
  },
}

/** The entries of the yearly ledgers, packed: in the package they are there only so (`data/outlook/ledger/*.csv` are left out of it). */
const ledgers = {
  name: 'packed-ledgers',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }): void {
    for (const file of readdirSync(at('data/outlook/ledger')).filter((name) => name.endsWith('.csv')))
      this.emitFile({
        type: 'asset',
        fileName: `ledger/${file}.br`,
        source: brotliCompressSync(readFileSync(at(`data/outlook/ledger/${file}`))),
      })
  },
}

/** The package's own code in few files: a command is ready a tenth of a second sooner than from six hundred. */
const config: UserConfig = {
  publicDir: false,
  ssr: { noExternal: joined },
  plugins: [licences, ledgers],
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      // on a busy machine it would warn of how long it took
      checks: { bundlerTimings: false },
      input: {
        ...Object.fromEntries(named.map((name) => [name, `src/${name}.ts`])),
        ...Object.fromEntries(workers.map((path) => [`chunks/${basename(path, '.ts')}`, `src/${path}`])),
      },
      // docstrings are in the types beside it
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js', comments: { jsdoc: false } },
    },
  },
}

export default config
