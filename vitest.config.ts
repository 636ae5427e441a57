import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // a busy machine may take seconds over what a page shows at once
    expect: { poll: { timeout: 15_000 } },
    env: { VISAVIS_CACHE: join(tmpdir(), 'visavis-test-cache') },
    reporters: ['default', './scripts/plain-count.ts'],
  },
})

export default config
