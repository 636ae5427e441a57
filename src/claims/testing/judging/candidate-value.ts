import type { HonestValue } from '../../verdict.ts'

/** What tells a balance from the flows that make it. */
export const balanceWords = ', one way less the other'

/** How far above and below a figure another may be, as shares of it: 0.5 is half as much again, or two thirds. */
export interface Margins {
  readonly above: number
  readonly below: number
}

/** How far the count of the other side may be from the one on record: a level, and a yearly growth in points. */
export interface MirrorMargins extends Margins {
  readonly growth: number
}

/** An honest value with what is weighed in judging. */
export interface CandidateValue extends HonestValue {
  readonly definition: 'same' | 'converted' | 'other'
  readonly atLeast: boolean
  readonly source: string
  readonly reporter: string | null
  /** The fuel that a quoted figure is of. */
  readonly measure?: string
  /** Of a sum over several states, which. */
  readonly among?: string
  /** Of goods: one of the two sides counted it, and it is no balance. */
  readonly isCount?: boolean
  /** Of goods that one side counted, where the other side's count may be meant: how far that may be from it. */
  readonly otherSide?: MirrorMargins
}

/** How far the other side's count may be, where all that is known was counted by one side and nothing says that it is meant. */
export function mirrorMargins(values: readonly CandidateValue[]): MirrorMargins | undefined {
  const [one] = values
  const counters = new Set(values.flatMap(({ reporter }) => reporter ?? []))
  const isOneSide = one !== undefined && counters.size < 2 && values.every(({ otherSide }) => otherSide !== undefined)
  return isOneSide ? one.otherSide : undefined
}
