import type { HedgeMeaning } from '../said/hedge-said.ts'

/** The hedges that may stand before a number, by meaning, separated by `|`. Of several that match, the longest is used. */
const before: readonly (readonly [bound: HedgeMeaning, hedges: string])[] = [
  [
    'about',
    'about|around|approximately|approx\\.?|roughly|some|circa|in the region of|in the order of|on the order of|an estimated|estimated at|estimated|or so|~|≈|broadly',
  ],
  [
    'almost',
    'almost|nearly|close to|just under|just shy of|a little under|slightly under|slightly less than|just below|approaching|just short of|not quite|virtually',
  ],
  [
    'more',
    'more than|over|above|in excess of|upwards? of|well over|well above|just over|just above|slightly over|slightly more than|a little over|a little more than|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|surpass|topped|topping|greater than|north of|passed|crossed|beyond',
  ],
  ['at-least', 'at least|no less than|not less than|no fewer than|a minimum of|as much as|as many as|fully'],
  ['less', 'less than|under|below|fewer than|well under|well below|lower than|short of'],
  ['at-most', 'at most|no more than|not more than|up to|a maximum of|only|just|merely|barely|hardly'],
]

const spelled = before
  .flatMap(([bound, hedges]) => hedges.split('|').map((hedge): [string, HedgeMeaning] => [hedge, bound]))
  .sort(([a], [b]) => b.length - a.length)

/** Hedges with their meanings, the longest first. */
const bounds = spelled.map(([hedge, bound]) => ({ pattern: new RegExp(`(?:^| )${hedge}$`), bound }))

/** All hedges, as a pattern without groups. */
const hedgePattern = spelled.map(([hedge]) => hedge).join('|')

const lead = new RegExp(
  `(?:^|[\\s(,–—-])((?:(?:a |the )?(?:record|total of|combined|whopping|staggering|mere) ?(?:of )?)?(?:${hedgePattern})(?: (?:a|the|of))?)\\s*$`,
  'i',
)
const trail = /^\s*(or so|or more|or less|plus\b|\+|at least|at most)/i

/** A hedge of a sentence, and its meaning. */
export interface Hedge {
  readonly text: string
  readonly bound: HedgeMeaning
  /** Characters from the beginning of the hedge to the number; 0 if the hedge follows the number. */
  readonly length: number
}

/**
 * Finds the hedge directly before a number, else directly after it; undefined if there is none.
 *
 * @param text   the text before the number
 * @param after  the text after the number
 * @example hedgeNextToNumber('imports rose by nearly ', '').bound   // 'almost'
 * @example hedgeNextToNumber('', ' or more').bound   // 'at-least'
 */
export function hedgeNextToNumber(text: string, after: string): Hedge | undefined {
  const found = /\b(?:handed|turned|took|taken|hand) over $/i.test(text) ? null : lead.exec(text)
  if (found !== null) {
    const hedge = found[1]!.replace(/ (?:a|the|of)$/i, '')
    return { text: hedge.toLowerCase(), bound: boundOf(hedge), length: text.length - found.index - found[0].indexOf(found[1]!) }
  }
  const behind = trail.exec(after)
  if (behind === null) return undefined
  return {
    text: behind[1]!.toLowerCase(),
    bound: /so|less/.test(behind[1]!) ? 'about' : /most/.test(behind[1]!) ? 'at-most' : 'at-least',
    length: 0,
  }
}

const boundOf = (hedge: string): HedgeMeaning => bounds.find(({ pattern }) => pattern.test(hedge.toLowerCase()))?.bound ?? 'stated'
