/** Returns a list, or undefined if it is empty: what is not said is absent. */
export const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)
