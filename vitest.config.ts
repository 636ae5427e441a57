import { readdirSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { browserMissing } from './test/browser.ts'
import { browserTests } from './test/browser-tests.ts'
import { SlowFirst } from './test/slow-first.ts'

const chunks = join(import.meta.dirname, 'dist/chunks')
const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
/** What is built runs in threads and processes where nothing has changed since: `npm test` builds first. */
const isBuilt = readdirSync('src', { recursive: true }).every(
  (path) => changed(join('src', String(path))) < changed(join(chunks, 'operation-worker.js')),
)

/** Without a browser the files that open one are left out, and the end of the run says so. */
const noBrowser = browserMissing()
const withoutBrowser = noBrowser === undefined ? [] : browserTests()

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules/**', ...withoutBrowser],
    // left to itself, vitest keeps one processor for itself: on two, it would run one file at a time. One more than there are, as pages and processes
    // are often waited for
    maxWorkers: availableParallelism() + 1,
    pool: 'forks',
    // the files of a worker share what they import, and one browser; that they leave nothing else to each other is checked after each
    isolate: false,
    setupFiles: ['test/fixed-draws.ts', 'test/leaves-nothing.ts'],
    unstubEnvs: true,
    unstubGlobals: true,
    sequence: { sequencer: SlowFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // a busy machine may take long over what a page shows at once
    expect: { poll: { timeout: 60_000 } },
    env: { VISAVIS_CACHE: join(tmpdir(), 'visavis-test-cache'), ...(isBuilt ? { VISAVIS_CHUNKS: chunks } : {}) },
    reporters: ['default', './scripts/checks/still-running.ts', ['./scripts/checks/plain-count.ts', { noBrowser, withoutBrowser }]],
  },
})

export default config
