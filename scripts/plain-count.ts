import type { Reporter, TestModule } from 'vitest/node'

/** Ends a test run with one plain line that any reader can count: `N passed, N failed, N skipped`. */
class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0
    let failed = unhandled.length
    let skipped = 0
    for (const module of modules) {
      if (module.state() === 'failed' && module.children.size === 0) failed++
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
        else skipped++
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  }
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter file by its default export
export default PlainCount
