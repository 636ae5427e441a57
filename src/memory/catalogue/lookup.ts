import { editDistance } from '../../states/index.ts'
import type { Fact } from './fact.ts'
import type { Figure } from './figure.ts'

/** A figure that was asked for by an id, and the way that the id means: of the party named first, of the other, or both ways. */
export interface FoundFigure {
  readonly figure: Figure
  readonly way: 'a' | 'b' | 'both'
}

/**
 * Returns the figure that an id means: its own id, one of an assessment (`import-share-b`, which means one side), or an earlier one.
 *
 * @example figureCalled('nothing', [])   // undefined
 */
export function figureCalled(asked: string, figures: readonly Figure[]): FoundFigure | undefined {
  // an assessment has the place of a figure under an id of its own
  const id = asked.replace(/\.percentile$/, '')
  const own = figures.find((figure) => figure.id === id)
  if (own !== undefined) return { figure: own, way: 'both' }
  const assessed = figures.find((figure) => (figure.assessed as readonly string[]).includes(id))
  if (assessed !== undefined) return { figure: assessed, way: assessed.of === 'pair' ? 'both' : assessed.assessed[0] === id ? 'a' : 'b' }
  const earlier = figures.find(({ also }) => also?.includes(id))
  return earlier === undefined ? undefined : { figure: earlier, way: 'both' }
}

/** Returns up to three ids of figures that are like one that is not there, the nearest first. */
export function figuresLike(asked: string, figures: readonly Figure[]): string[] {
  return similarIds([...new Set(figures.flatMap(({ id, also = [], assessed }) => [id, ...also, ...assessed]))], asked)
}

/** Returns the kind of fact with this name; undefined if there is none. */
export function factCalled(kind: string, facts: readonly Fact[]): Fact | undefined {
  return facts.find((fact) => fact.kind === kind)
}

/**
 * Returns up to three ids that contain the given one, are contained in it, share a word with it, or differ from it by at most four letters; the nearest first.
 *
 * @example similarIds(['goods-flow', 'goods-trade', 'war-years'], 'gods-trade')   // ['goods-trade']
 */
export function similarIds(ids: readonly string[], id: string): string[] {
  const asked = id.toLowerCase()
  const words = asked.split(/[^a-z]+/).filter((word) => word.length > 3)
  const distance = (one: string): number => {
    if (one.includes(asked) || asked.includes(one)) return 1
    const letters = editDistance(one, asked, 5)
    return letters < 5 ? letters : words.some((word) => one.split('-').includes(word)) ? 4.5 : 5
  }
  return ids
    .filter((one) => distance(one) < 5)
    .sort((x, y) => distance(x) - distance(y) || (x < y ? -1 : 1))
    .slice(0, 3)
}
