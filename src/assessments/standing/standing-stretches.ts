import { firstStandingYear } from '../../measures/standing/standing.ts'
import { standingClasses } from '../../measures/standing/standing-classes.ts'
import { placedOn } from '../../measures/standing/standing-rule.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { StandingStretch } from '../forms/over-time-form.ts'
import { leadingFactWords } from './fact-words.ts'
import { pairInYear } from './pair-years.ts'
import { standingFactsOf } from './standing-record.ts'

/**
 * The class of a pair in every year since 1946, in stretches of years alike; years in which the two were not both states lie between stretches.
 *
 * @param lastDay   the day after which nothing counts
 * @returns         empty if the record has no facts of relations, or the two were never states together
 */
export async function standingStretches(snapshot: Snapshot, a: State, b: State, lastDay: string): Promise<StandingStretch[]> {
  const facts = (await standingFactsOf(snapshot, a.iso3, b.iso3))?.of(a.iso3, b.iso3)
  const found: StandingStretch[] = []
  if (facts === undefined) return found
  for (let year = firstStandingYear; year <= Number(lastDay.slice(0, 4)); year++) {
    const pair = pairInYear(a, b, year, lastDay)
    if (pair === undefined) continue
    const { order, clause, because } = placedOn(facts, pair.day)
    const certainty = clause === 'nothing-known' ? 'at-least' : 'placed'
    const last = found.at(-1)
    if (last?.to === year - 1 && last.order === order)
      // a class may go on after the fact that began it has ended
      found[found.length - 1] = { ...last, to: year, certainty, because: certainty === 'placed' ? last.because : null }
    else
      found.push({
        ...{ from: year, to: year, class: standingClasses[order], order, certainty },
        because: leadingFactWords(because, pair.day) ?? null,
      })
  }
  return found
}
