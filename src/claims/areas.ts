import type { Claim } from './claim.ts'

/**
 * Stands for every part of the world without a code of its own (Latin America, the Middle East) while claims are read: who sells to one does not sell to the
 * partner that was told of last. Claims do not show it.
 */
export const area = 'AREA'

/** A claim without the parts of the world that have no code: who is left stands alone, which way things went cannot be told. */
export function withoutAreas(claim: Claim): Claim {
  if (!claim.actors.includes(area)) return claim
  const actors = claim.actors.filter((id) => id !== area)
  const isOpen = actors.length < 2 || claim.direction.includes(area)
  const { whole, ...rest } = claim.measured ?? { whole: undefined }
  return {
    ...claim,
    actors,
    direction: isOpen ? 'n/a' : claim.direction,
    measured: claim.measured !== null && whole?.state === area ? ({ ...rest } as Claim['measured']) : claim.measured,
  }
}
