import { speechThemes } from '../../measures/speeches/speech-themes.ts'
import type { Item } from '../forms/assessment.ts'
import { inSentence } from '../forms/wording.ts'
import type { StateThemes } from './speech-reader.ts'

/** A state's themes in the latest sessions and ten years earlier. */
export interface ThemesThenAndNow {
  readonly name: string
  readonly now: StateThemes
  readonly before: StateThemes
}

/** A theme that a state mentions more or less often than before. */
interface Move {
  readonly theme: string
  readonly title: string
  /** Mentions per thousand words. */
  readonly now: number
  readonly before: number
  /**
   * Difference in standard errors, assuming independent mentions. Mentions come in runs, so this only orders the
   * changes and is not a test.
   */
  readonly z: number
}

/** Minimum size of a reported change, and maximum number reported in each direction. */
const [least, most] = [2.5, 3]

/**
 * Lists the themes that changed: first those that changed in the same direction for both states, then each state's own, largest
 * first.
 *
 * @param source   source of the figures, for the items
 */
export function themeItems(
  a: ThemesThenAndNow,
  b: ThemesThenAndNow,
  periods: { now: string; before: string; date: string },
  source: string,
): Item[] {
  const [ofA, ofB] = [movesOf(a), movesOf(b)]
  const shared = ofA.flatMap((one): (readonly [Move, Move])[] => {
    const other = ofB.find(({ theme }) => theme === one.theme)
    return other !== undefined && Math.sign(other.z) === Math.sign(one.z) ? [[one, other]] : []
  })
  const item = (text: string): Item => ({ kind: 'figure', date: periods.date, text, source })
  const span = `per 1,000 words in ${periods.now}; ${periods.before}`
  return [
    ...shared
      .slice(0, 2 * most)
      .map(([x, y]) =>
        item(
          `${x.title}: both ${x.z > 0 ? 'more' : 'less'} than ten years before: ${a.name} ${rate(x.now)} (${rate(x.before)}), ${b.name} ${rate(y.now)} (${rate(y.before)}) mentions ${span} in brackets`,
        ),
      ),
    ...[a, b].flatMap((state, i) => {
      const own = [ofA, ofB][i]!.filter(({ theme }) => !shared.some(([x]) => x.theme === theme))
      const told = [...own.filter(({ z }) => z > 0).slice(0, most), ...own.filter(({ z }) => z < 0).slice(0, most)]
      return told.map((move) =>
        item(
          `${move.title}: ${state.name} ${move.z > 0 ? 'more' : 'less'}: ${rate(move.now)} (${rate(move.before)}) mentions ${span} in brackets`,
        ),
      )
    }),
  ]
}

/**
 * Writes a sentence on the themes that both states gained or lost, or that there is none. Blank where earlier themes are not
 * available.
 */
export function themeSentence(a: ThemesThenAndNow, b: ThemesThenAndNow): string {
  const [ofA, ofB] = [movesOf(a), movesOf(b)]
  const titles = (sign: number): string[] =>
    ofA
      .filter(({ theme, z }) => Math.sign(z) === sign && ofB.some((other) => other.theme === theme && Math.sign(other.z) === sign))
      .map(({ title }) => title)
  const [more, less] = [titles(1), titles(-1)]
  if (more.length + less.length === 0)
    return ` No theme moved the same way in the speeches of ${inSentence(a.name)} and ${inSentence(b.name)}.`
  const part = (word: string, list: readonly string[]): string[] =>
    list.length === 0 ? [] : [`${word} of ${list.slice(0, most).join('; ')}`]
  return ` Both speak ${[...part('more', more), ...part('less', less)].join(', and ')} than ten years before.`
}

/** Returns a state's reportable changes, largest first. */
function movesOf({ now, before }: ThemesThenAndNow): Move[] {
  if (now.words === 0 || before.words === 0) return []
  return speechThemes
    .map(({ id, title }): Move => {
      const [m, n] = [now.mentions.get(id) ?? 0, before.mentions.get(id) ?? 0]
      const [late, early] = [m / now.words, n / before.words]
      const z = m + n === 0 ? 0 : (late - early) / Math.sqrt(m / now.words ** 2 + n / before.words ** 2)
      return { theme: id, title, now: 1000 * late, before: 1000 * early, z }
    })
    .filter(({ z }) => Math.abs(z) >= least)
    .sort((x, y) => Math.abs(y.z) - Math.abs(x.z))
}

function rate(value: number): string {
  return value.toFixed(1)
}
