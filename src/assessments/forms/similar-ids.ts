import { editDistance } from '../../states/index.ts'

/**
 * Returns up to three ids that contain the given one, are contained in it, or differ from it by at most four letters, the nearest first.
 *
 * @example similarIds(['tau_b', 'agreement'], 'agrement')   // ['agreement']
 */
export function similarIds(ids: readonly string[], id: string): string[] {
  const distance = (one: string): number => (one.includes(id) || id.includes(one) ? 1 : editDistance(one, id, 5))
  return ids
    .filter((one) => distance(one) < 5)
    .sort((x, y) => distance(x) - distance(y) || (x < y ? -1 : 1))
    .slice(0, 3)
}
