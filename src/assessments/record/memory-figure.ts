import type { Figure, FigureRow, Names } from '../../memory/index.ts'
import type { Evidence, Interval, Known } from '../../store/index.ts'
import type { Dyad } from '../forms/assessment.ts'
import { inSentence, possessive } from '../forms/wording.ts'

/** Whose figure it is: of a towards b, of b towards a. */
export type Side = 'a' | 'b'

/** Returns the names of the two as a declaration uses them, the party first whose figure it is. */
export function namesOf({ a, b }: Pick<Dyad, 'a' | 'b'>, side: Side = 'a'): Names {
  const [one, other] = (side === 'a' ? [a, b] : [b, a]) as [Dyad['a'], Dyad['a']]
  return { a: inSentence(one.name), b: inSentence(other.name), whoseA: possessive(one.name), whoseB: possessive(other.name) }
}

/** The id that a figure has on a page, for the side whose it is. */
export function idOnPage({ id, assessed }: Figure, side: Side): string {
  return assessed[side === 'a' ? 0 : 1] ?? id
}

/**
 * Makes the figure of a page from a row of the memory, in the words of its declaration.
 *
 * @param evidence   the rows of the record behind it
 */
export function knownFigure(figure: Figure, row: FigureRow, dyad: Pick<Dyad, 'a' | 'b'>, side: Side, evidence: readonly Evidence[]): Known {
  return {
    state: row.status,
    id: idOnPage(figure, side),
    label: figure.words.title(namesOf(dyad, side)),
    unit: row.unit,
    period: String(row.year),
    value: row.value,
    interval: intervalOf(figure, row),
    method: figure.words.method(row),
    evidence,
    ...(row.certainty === null ? {} : { certainty: row.certainty }),
  }
}

/** Returns the interval of a row: of rival reports or specifications without a level, else of 90 %. */
export function intervalOf({ interval: kind }: Pick<Figure, 'interval'>, { low, high }: Pick<FigureRow, 'low' | 'high'>): Interval {
  if (kind === 'exact' || low === null || high === null) return 'exact'
  return kind === 'reports' || kind === 'specifications' ? { low, high, kind } : { level: 0.9, low, high, kind }
}
