import type { Reporter, TestModule } from 'vitest/node'

/** Ends a test run with one plain line that any reader can count: `N passed, N failed, N skipped`. */
class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      const own = { passed: 0, failed: 0, skipped: 0, pending: 0 }
      for (const test of module.children.allTests()) own[test.result().state]++
      counts.passed += own.passed
      counts.skipped += own.skipped + own.pending
      // a file that failed before its tests could run (an import, a hook) is one failure
      counts.failed += module.state() === 'failed' ? Math.max(1, own.failed) : own.failed
    }
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter file by its default export
export default PlainCount
