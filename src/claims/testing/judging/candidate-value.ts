import type { AcceptedValue } from '../../verdict.ts'

/** Ending of the description of a balance, which distinguishes it from the flows that it is computed from. */
export const balanceWords = ', one way less the other'

/**
 * How far a figure may lie above and below another. 0.5 above: up to half as much again. 0.5 below: down to two thirds, which the other figure exceeds by half.
 */
export interface Margins {
  readonly above: number
  readonly below: number
}

/** How far the partner's count may be from the count on record: for a level as shares, for a yearly growth in percentage points. */
export interface MirrorMargins extends Margins {
  readonly growth: number
}

/** An accepted value with the properties that judging depends on. */
export interface CandidateValue extends AcceptedValue {
  readonly definition: 'same' | 'converted' | 'other'
  readonly atLeast: boolean
  readonly source: string
  readonly reporter: string | null
  /** For a quoted figure of a fuel: which fuel. */
  readonly measure?: string
  /** For a sum over several states: which states. */
  readonly among?: string
  /** For goods: true if one of the two sides counted them and the value is not a balance. */
  readonly isCount?: boolean
  /** For goods counted by one side, if the claim may mean the partner's count: how far the partner's count may be off. */
  readonly otherSide?: MirrorMargins
}

/**
 * Returns how far the partner's count may be off, if one and the same side counted every value and nothing shows that the text means that side. Undefined
 * otherwise.
 */
export function mirrorMargins(values: readonly CandidateValue[]): MirrorMargins | undefined {
  const [one] = values
  const counters = new Set(values.flatMap(({ reporter }) => reporter ?? []))
  const isOneSide = one !== undefined && counters.size < 2 && values.every(({ otherSide }) => otherSide !== undefined)
  return isOneSide ? one.otherSide : undefined
}
