import { expect } from 'vitest'
import { reproductions } from '../../src/measures/reproductions/reproductions.ts'

/**
 * The found values are those in `visavis methods`, to ten significant digits, and as near to the published ones as promised; every number whose id begins with
 * `group` is among them.
 *
 * @param found       by id without the group
 * @param published   by id, as read from the published file; left out where the number is only printed
 */
export function expectReproductions(
  group: string,
  found: Readonly<Record<string, number>>,
  published: Readonly<Record<string, number>> = {},
): void {
  const kept = reproductions.filter(({ id }) => id.startsWith(`${group}-`) && id.slice(group.length + 1) in found)
  expect(kept.map(({ id }) => id).sort()).toEqual(
    Object.keys(found)
      .map((id) => `${group}-${id}`)
      .sort(),
  )
  const round = (value: number): number => Number(value.toPrecision(9))
  const key = ({ id }: { readonly id: string }): string => id.slice(group.length + 1)
  expect(kept.map((one) => [one.id, round(one.ours as number)])).toEqual(kept.map((one) => [one.id, round(found[key(one)]!)]))
  expect(kept.map((one) => [one.id, one.published])).toEqual(kept.map((one) => [one.id, published[key(one)] ?? one.published]))
  for (const { id, tolerance, published: theirs, ours } of kept)
    if (tolerance !== null) expect(Math.abs((ours as number) - theirs), id).toBeLessThanOrEqual(tolerance)
}
