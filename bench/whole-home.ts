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
  for (const [second, [source, files]] of Object.entries(rawFiles).entries()) {
    const now = new Date(Date.UTC(2027, 0, 1, 0, 0, second)).toISOString()
    try {
      await run(checkInput(operation, { source, files }), { env: { VISAVIS_HOME: home }, today: '2027-01-01', now })
      added++
    } catch (error) {
      refused.push(`${source}: ${(error as Error).message}`)
    }
  }
  return { added, refused }
}
