/**
 * What the value beside a flag is worth. The number of a flag is its code in Stata files. It extends the four states of a value in an assessment (observed,
 * estimated, unknown, not applicable) by what a missing row of a list means.
 */
export const panelFlags = [
  { code: 1, name: 'observed', hasValue: true, meaning: 'a source states the figure, or it is counted from a complete list; it may be 0' },
  { code: 2, name: 'estimated', hasValue: true, meaning: 'the source or a model of ours estimated the figure' },
  { code: 3, name: 'zero', hasValue: true, meaning: '0, because a complete list that covers the pair and the year has no row' },
  {
    code: 4,
    name: 'none-found',
    hasValue: true,
    meaning:
      'no row in our own lists, which are not complete; the value is what holds without one. For treaties and sanctions only where the list misses few by a measured recall',
  },
  { code: 5, name: 'at-least', hasValue: true, meaning: 'a count from a list of ours that is not complete: a lower bound' },
  {
    code: 6,
    name: 'under-threshold',
    hasValue: false,
    meaning: 'no row in a list that has everything from a threshold on: at least 0 and below the threshold',
  },
  {
    code: 7,
    name: 'unknown',
    hasValue: false,
    meaning: 'a source covers both states and the year, but has no figure of the pair: not zero',
  },
  { code: 8, name: 'not-covered', hasValue: false, meaning: 'no source of the record covers the pair in that year' },
  {
    code: 9,
    name: 'not-applicable',
    hasValue: false,
    meaning:
      'the figure has no meaning: one of the two was no member of the UN, for votes; or the two never fought, for their last conflict',
  },
  { code: 10, name: 'at-most', hasValue: true, meaning: 'an upper bound: the whole of which the figure is a share lacks partners' },
] as const

export type PanelFlag = (typeof panelFlags)[number]['name']

/**
 * The code of a flag.
 *
 * @example flagCode('not-covered')   // 8
 */
export function flagCode(name: PanelFlag): number {
  return panelFlags.find((one) => one.name === name)!.code
}
