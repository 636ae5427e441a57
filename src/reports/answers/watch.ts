import type { WatchResult } from '../../assessments/pairs/watch.ts'
import { wrap } from '../text/table.ts'

const width = 110
const words = new Map([
  [true, 'MET'],
  [false, 'not met'],
  [null, 'cannot tell'],
])

/** Writes the conditions as text, those that are met first. */
export function watchText({ conditions }: { readonly conditions: readonly WatchResult[] }): string {
  const ordered = [...conditions.filter(({ met }) => met === true), ...conditions.filter(({ met }) => met !== true)]
  return ordered.map(({ name, a, b, met, says }) => `${words.get(met)}: ${name} (${a}, ${b})\n${wrap(says, width, '  ')}`).join('\n')
}
