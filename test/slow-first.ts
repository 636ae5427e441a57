import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The slowest tests: whole folders, or the beginning of a file name. */
const slow = [
  'test/app/',
  'test/reference/ideal-points',
  'test/reference/speech-similarity',
  'test/assessments/pairs/every-dyad',
  'test/assessments/domains/narrative',
  'test/assessments/record/figure-rows',
  'test/server/openapi',
  'test/journeys/',
  'test/mcp/',
]

/** Starts with the slowest tests, so that no worker is left with one of them at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const place = ({ moduleId }: TestSpecification): number => {
      const path = relative(this.ctx.config.root, moduleId)
      const found = slow.findIndex((beginning) => path.startsWith(beginning))
      return found === -1 ? slow.length : found
    }
    return usual.sort((one, other) => place(one) - place(other))
  }
}
