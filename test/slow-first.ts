import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The rooms of test/ whose files take longest, of those that a run holds. */
const slow = ['app/', 'work/', 'reference/', 'operations/', 'faults/', 'journeys/', 'mcp/', 'server/']

/** Starts with the slowest tests, so that no worker is left with one of them at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const place = ({ moduleId }: TestSpecification): number => {
      const path = relative(this.ctx.config.root, moduleId).replace(/^test\/(whole\/|nightly\/)?/, '')
      const found = slow.findIndex((beginning) => path.startsWith(beginning))
      return found === -1 ? slow.length : found
    }
    return usual.sort((one, other) => place(one) - place(other))
  }
}
