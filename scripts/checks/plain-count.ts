import { readdirSync } from 'node:fs'
import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Files left out because no browser can be opened, and why it cannot. */
interface LeftOut {
  readonly noBrowser?: string
  readonly withoutBrowser?: readonly string[]
}

/**
 * Ends a test run with one line per failure, since long logs are truncated at the beginning, a line of what this machine left out, a line of what is left to the
 * other runs, and a machine-readable count: `N passed, N failed, N skipped`.
 */
class PlainCount implements Reporter {
  private readonly needs = new Map<string, number>()
  private readonly leftOut: LeftOut

  constructor(leftOut: LeftOut = {}) {
    this.leftOut = leftOut
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      const own = { passed: 0, failed: 0, skipped: 0, pending: 0 }
      for (const test of module.children.allTests()) own[test.result().state]++
      for (const test of module.children.allTests('skipped')) this.count(neededBy(test))
      counts.passed += own.passed
      counts.skipped += own.skipped + own.pending
      for (const line of failuresOf(module)) process.stdout.write(`failed: ${line}\n`)
      // a file that failed before its tests could run (an import, a hook) is one failure
      counts.failed += module.state() === 'failed' ? Math.max(1, own.failed) : own.failed
    }
    for (const error of unhandled) process.stdout.write(`failed: outside of any test: ${firstLine(error)}\n`)
    this.sayLeftOut()
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`)
  }

  private sayLeftOut(): void {
    const isQuick = process.env['npm_lifecycle_event'] === 'test'
    const pages = (this.leftOut.withoutBrowser ?? []).filter((path) => !(isQuick && /^test\/(whole|nightly)\//.test(path))).length
    const tests = [...this.needs].map(([what, count]) => `${count} tests for want of ${what}`)
    const said = [...(pages === 0 ? [] : [`${pages} files of pages for want of ${this.leftOut.noBrowser}`]), ...tests]
    if (said.length > 0) process.stdout.write(`\nleft out: ${said.join('; ')}\n`)
    if (isQuick) process.stdout.write(`\n${otherRuns()}\n`)
  }

  private count(what: string | undefined): void {
    if (what !== undefined) this.needs.set(what, (this.needs.get(what) ?? 0) + 1)
  }
}

/** What a skipped test says that it needs: its note, otherwise the end of a title, `(needs ../shared)`. None where it was not chosen (`-t`). */
function neededBy(test: TestCase): string | undefined {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return note ?? /\(needs ([^)]+)\)/.exec(test.fullName)?.[1]
}

/** What `npm test` leaves to the other runs. */
function otherRuns(): string {
  const whole = testsIn('test/whole')
  const rooms = [...new Set(whole.map((path) => path.split('/')[0]!))].sort().map((room) => {
    return `${room} ${whole.filter((path) => path.startsWith(`${room}/`)).length}`
  })
  const nightly = testsIn('test/nightly').length
  return `${whole.length} test files are in npm run test:whole (${rooms.join(', ')}), ${nightly} in npm run nightly`
}

const testsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))

function failuresOf(module: TestModule): string[] {
  const tests = [...module.children.allTests('failed')].map((test) => `${nameOf(module, test)}: ${firstLine(test.result().errors?.[0])}`)
  return [...module.errors().map((error) => `${fileOf(module)}: ${firstLine(error)}`), ...tests]
}

const fileOf = (module: TestModule): string => relative(process.cwd(), module.moduleId)
const nameOf = (module: TestModule, test: TestCase): string => `${fileOf(module)} > ${test.fullName}`

const firstLine = (error: unknown): string => String((error as { message?: unknown } | undefined)?.message ?? error).split('\n', 1)[0]!

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter file by its default export
export default PlainCount
