import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { SlowFirst } from './test/slow-first.ts'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // left to itself, vitest keeps one processor for itself: on two, it would run one file at a time. One more than there are, as pages and processes
    // are often waited for
    maxWorkers: availableParallelism() + 1,
    pool: 'forks',
    // the files of a worker share what they import, and one browser; that they leave nothing else to each other is checked after each
    isolate: false,
    setupFiles: ['test/leaves-nothing.ts'],
    unstubEnvs: true,
    unstubGlobals: true,
    sequence: { sequencer: SlowFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // a busy machine may take long over what a page shows at once
    expect: { poll: { timeout: 60_000 } },
    env: { VISAVIS_CACHE: join(tmpdir(), 'visavis-test-cache') },
    reporters: ['default', './scripts/still-running.ts', './scripts/plain-count.ts'],
  },
})

export default config
