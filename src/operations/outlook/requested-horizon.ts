import type { Input } from '../request/operation.ts'

/** Returns the horizon that was asked for; undefined for all. One that was not back-tested is refused. */
export async function requestedHorizon(input: Input): Promise<number | undefined> {
  const horizon = input['horizon'] as number | undefined
  if (horizon === undefined) return undefined
  const [{ outlookHorizons }, { VisavisError }] = await Promise.all([
    import('../../outlook/targets/quantities.ts'),
    import('../../errors.ts'),
  ])
  if ((outlookHorizons as readonly number[]).includes(horizon)) return horizon
  const longest = Math.max(...outlookHorizons)
  const why =
    horizon > longest ? `the longest back-test is ${longest} years` : `the back-test is of ${outlookHorizons.join(', ')} years ahead`
  throw new VisavisError('NoCoverage', `no forecast ${horizon} years ahead: ${why}`, {
    hint: `--horizon ${horizon > longest ? longest : 5}`,
  })
}
