import { relative } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

const minute = 60_000
/** Longer than any test takes on a busy machine. */
const quietMinutes = 6

/**
 * Names the running tests when none has ended for some minutes. A worker in an endless loop ignores time limits and
 * would end the run without a name.
 */
class StillRunning implements Reporter {
  private readonly files = new Set<TestModule>()
  private readonly tests = new Set<TestCase>()
  private heard = Date.now()
  private clock: NodeJS.Timeout | undefined

  onTestRunStart(): void {
    this.heard = Date.now()
    this.clock = setInterval(() => {
      if (Date.now() - this.heard >= quietMinutes * minute) this.tell()
    }, minute)
  }

  onTestModuleQueued(module: TestModule): void {
    this.files.add(module)
  }

  onTestModuleEnd(module: TestModule): void {
    this.files.delete(module)
    this.heard = Date.now()
  }

  onTestCaseReady(test: TestCase): void {
    this.tests.add(test)
  }

  onTestCaseResult(test: TestCase): void {
    this.tests.delete(test)
    this.heard = Date.now()
  }

  onTestRunEnd(): void {
    clearInterval(this.clock)
  }

  private tell(): void {
    const where = (module: TestModule): string => relative(process.cwd(), module.moduleId)
    const running = [...[...this.files].map(where), ...[...this.tests].map((test) => `${where(test.module)} > ${test.fullName}`)]
    process.stdout.write(`\nno test has ended for ${quietMinutes} minutes; running: ${running.join('; ') || 'none'}\n`)
  }
}

// biome-ignore lint/style/noDefaultExport: vitest loads a reporter file by its default export
export default StillRunning
