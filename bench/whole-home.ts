import { checkInput, operations } from '../src/operations/index.ts'
import { rawFiles } from './every-source.ts'

/**
 * Adds every source at hand to the store at `home`, as `visavis add` does: a record of all that there is, some twenty million rows.
 *
 * @returns   how many sources were taken, and what refused ones said
 */
export async function fillHome(home: string): Promise<{ added: number; refused: string[] }> {
  const operation = operations.find((one) => one.name === 'add')!
  const { run } = await operation.load()
  let added = 0
  const refused: string[] = []
  for (const [source, files] of Object.entries(rawFiles)) {
    const now = new Date().toISOString()
    try {
      await run(checkInput(operation, { source, files }), { env: { VISAVIS_HOME: home }, today: now.slice(0, 10), now })
      added++
    } catch (error) {
      refused.push(`${source}: ${(error as Error).message}`)
    }
  }
  return { added, refused }
}
