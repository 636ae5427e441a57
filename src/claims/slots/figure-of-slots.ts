import { type Figure, figures } from '../../memory/index.ts'
import { actorsIn } from '../text/names/actors.ts'

/** A figure of the memory that a claim names. */
export interface NamedFigure {
  readonly figure: Figure
  /** The name is that of the second party's side: `import-share-b`. */
  readonly isTurned: boolean
}

function namesOf(figure: Figure): readonly (readonly [string, NamedFigure])[] {
  const [own, other] = figure.assessed
  const straight = [figure.id, ...(figure.also ?? []), own].filter((id) => id !== other)
  const turned = other === undefined ? [] : [other]
  return [
    ...straight.map((id) => [id, { figure, isTurned: false }] as const),
    ...turned.map((id) => [id, { figure, isTurned: true }] as const),
  ]
}

const ids: ReadonlyMap<string, NamedFigure> = new Map(figures.flatMap(namesOf))

const phrases: ReadonlyMap<string, Figure> = new Map(
  figures.flatMap((figure) => [figure.title, ...figure.claims].map((words) => [words, figure] as const)),
)

/** Returns the figure of the memory that an indicator names by its id, by an earlier one, or by that of one side; undefined if it is none. */
export const figureById = (indicator: string): NamedFigure | undefined => ids.get(indicator.trim().toLowerCase())

/** Returns the figure that an indicator names in the words of the catalogue, with or without the states; undefined if it names none. */
export function figureByWords(indicator: string): NamedFigure | undefined {
  let words = indicator
  for (const { start, end } of [...actorsIn(indicator, '9999')].reverse()) words = `${words.slice(0, start)}${words.slice(end)}`
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/['’]s\b/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const figure = phrases.get(plain(indicator)) ?? phrases.get(plain(words))
  return figure === undefined ? undefined : { figure, isTurned: false }
}
