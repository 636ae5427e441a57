import { badInput } from '../../errors.ts'

/**
 * Returns a guard against duplicate rows, for readers that add figures up: a row that occurs twice would otherwise be counted twice.
 *
 * @returns   a function to call for each row, with a text that identifies the row and with its place
 * @throws BadInput with both places if a row occurs again
 * @example duplicateGuard()('CHN 2020', 'x.csv:2')   // undefined
 */
export function duplicateGuard(): (of: string, at: string) => void {
  const once = onlyOnce<string>()
  const hint = 'remove the doubled row, or fetch the file again'
  return (of, at) => once(of, at, (before) => `${at} and ${before} both tell of ${of.slice(0, 120)}`, hint)
}

/**
 * Returns a function that remembers where each key occurred, and throws BadInput where one occurs again: with `fault`, which is given the earlier place, and
 * the hint if there is one.
 *
 * @example ((once) => (once('CHN', 2, String), once('RUS', 3, String)))(onlyOnce())   // undefined
 */
export function onlyOnce<Place>(): (key: string | number, place: Place, fault: (before: Place) => string, hint?: string) => void {
  const places = new Map<string | number, Place>()
  return (key, place, fault, hint) => {
    const before = places.get(key)
    if (before !== undefined) throw badInput(fault(before), hint === undefined ? {} : { hint })
    places.set(key, place)
  }
}
