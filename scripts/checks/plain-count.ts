import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Ends a test run with one line per failure and per test that passed only when it was run again, since long logs are truncated at the beginning, and a machine-readable
 * count: `N passed, N failed, N skipped`.
 */
class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      const own = { passed: 0, failed: 0, skipped: 0, pending: 0 }
      for (const test of module.children.allTests()) own[test.result().state]++
      counts.passed += own.passed
      counts.skipped += own.skipped + own.pending
      for (const test of module.children.allTests('passed'))
        if ((test.diagnostic()?.retryCount ?? 0) > 0) process.stdout.write(`passed at the second try: ${nameOf(module, test)}\n`)
      for (const line of failuresOf(module)) process.stdout.write(`failed: ${line}\n`)
      // a file that failed before its tests could run (an import, a hook) is one failure
      counts.failed += module.state() === 'failed' ? Math.max(1, own.failed) : own.failed
    }
    for (const error of unhandled) process.stdout.write(`failed: outside of any test: ${firstLine(error)}\n`)
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }
}

function failuresOf(module: TestModule): string[] {
  const tests = [...module.children.allTests('failed')].map((test) => `${nameOf(module, test)}: ${firstLine(test.result().errors?.[0])}`)
  return [...module.errors().map((error) => `${fileOf(module)}: ${firstLine(error)}`), ...tests]
}

const fileOf = (module: TestModule): string => relative(process.cwd(), module.moduleId)
const nameOf = (module: TestModule, test: TestCase): string => `${fileOf(module)} > ${test.fullName}`

const firstLine = (error: unknown): string => String((error as { message?: unknown } | undefined)?.message ?? error).split('\n', 1)[0]!

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter file by its default export
export default PlainCount
