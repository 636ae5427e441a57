import type { HonestValue } from '../../verdict.ts'

/** Ending of a balance's description, which distinguishes it from the flows it is made of. */
export const balanceWords = ', one way less the other'

/** How far a figure may lie above and below another, as shares of it: 0.5 above is half as much again, 0.5 below two thirds. */
export interface Margins {
  readonly above: number
  readonly below: number
}

/** How far the partner's count may be from the one on record: of a level, and of a yearly growth in points. */
export interface MirrorMargins extends Margins {
  readonly growth: number
}

/** An accepted value with the properties that judging depends on. */
export interface CandidateValue extends HonestValue {
  readonly definition: 'same' | 'converted' | 'other'
  readonly atLeast: boolean
  readonly source: string
  readonly reporter: string | null
  /** The fuel of a quoted figure. */
  readonly measure?: string
  /** Of a sum over several states: which states. */
  readonly among?: string
  /** Of goods: counted by one of the two sides, and not a balance. */
  readonly isCount?: boolean
  /** Of goods counted by one side: how far the partner's count may be off, where the claim may mean that one. */
  readonly otherSide?: MirrorMargins
}

/** How far the partner's count may be off, where every known value was counted by one side and nothing shows that the text means that side. */
export function mirrorMargins(values: readonly CandidateValue[]): MirrorMargins | undefined {
  const [one] = values
  const counters = new Set(values.flatMap(({ reporter }) => reporter ?? []))
  const isOneSide = one !== undefined && counters.size < 2 && values.every(({ otherSide }) => otherSide !== undefined)
  return isOneSide ? one.otherSide : undefined
}
