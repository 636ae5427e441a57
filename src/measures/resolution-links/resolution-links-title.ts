import { editDistance } from '../../states/finding/nearest.ts'
import { whyNotLinked } from './resolution-links-changing-titles.ts'
import { knownHeadings } from './resolution-links-headings.ts'

const small = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'with'])

/** One resolution under two titles, in normal form; the later one first. */
const renamed: ReadonlyMap<string, string> = new Map([
  [
    'special information programme question palestine department global communications secretariat',
    'special information programme question palestine department public information secretariat',
  ],
  [
    'follow up nuclear disarmament obligations agreed 1995 2000 2010 review conferences parties treaty non proliferation nuclear weapons',
    'follow up nuclear disarmament obligations agreed 1995 2000 review conferences parties treaty non proliferation nuclear weapons',
  ],
])

/**
 * Returns a title without typographic and cataloguing variation: capitals, marks, small words, "resolution / adopted by the
 * General Assembly" at the end.
 *
 * Years, ordinals and numbers stay, since a "fourth session" and a "biennium 2004-2005" are different from the fifth
 * and 2006-2007.
 *
 * @example normalTitle('The Syrian Golan: resolution / adopted by the General Assembly')   // 'syrian golan'
 * @example normalTitle('Palestine refugees’ properties and their revenues')   // 'palestine refugees properties their revenues'
 */
export function normalTitle(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<!\s)(?:\s*: *|\s*)resolution *\/.*$/, '')
    .replace(/['’`]|\p{M}/gu, '')
    .replace(/\b73 ?e(?=of\b|\b)/g, '73 e ')
    .replace(/\bun\b/g, 'united nations')
    .match(/[a-z0-9]+/g)
  const normal = (words ?? []).filter((word) => !small.has(word)).join(' ')
  return renamed.get(normal) ?? normal
}

/**
 * Returns the resolution that a title stands for in a session, and the rule that establishes it. Undefined where it is
 * ambiguous, so that nothing links by it.
 *
 * @example titleSeries('NUCLEAR DANGER', 56)   // { series: 'reducing nuclear danger', rule: 'known-heading' }
 * @example titleSeries('NUCLEAR DANGER', 40)   // undefined
 * @example titleSeries('The situation in Afghanistan', 75)   // undefined
 */
export function titleSeries(title: string, session: number): { series: string; rule: 'same-title' | 'known-heading' } | undefined {
  const normal = normalTitle(title)
  if (/[a-z]/.test(title))
    return normal === '' || whyNotLinked(normal, session) !== undefined ? undefined : { series: normal, rule: 'same-title' }
  const known = headings.get(normal)?.find(({ from, to }) => session >= from && session <= to)
  return known === undefined ? undefined : { series: normalTitle(known.series), rule: 'known-heading' }
}

/**
 * Finds titles that are misspellings of another title, each with the corrected spelling.
 *
 * Only titles of four words or more that differ in one or two words, each of six letters or more without a figure, by a
 * typing error: "poliferation" for "proliferation", "territories" for "territory"; never "2009" for "2010".
 *
 * @param titles   in normal form
 * @example typoCorrections(['risk nuclear proliferation middle east', 'risk nuclear poliferation middle east']).size   // 1
 */
export function typoCorrections(titles: Iterable<string>): Map<string, string> {
  const seen = new Map<number, string[][]>()
  const found = new Map<string, string>()
  for (const title of new Set(titles)) {
    const words = title.split(' ')
    if (words.length < 4) continue
    const others = seen.get(words.length) ?? []
    const other = others.find((one) => differsBySlips(words, one))?.join(' ')
    if (other === undefined) seen.set(words.length, [...others, words])
    else found.set(title, other)
  }
  return found
}

function differsBySlips(a: readonly string[], b: readonly string[]): boolean {
  let slips = 0
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue
    slips++
    if (slips > 2 || !isSlip(a[i]!, b[i]!)) return false
  }
  return true
}

const headings = groupHeadings()

function groupHeadings(): Map<string, (typeof knownHeadings)[number][]> {
  const grouped = new Map<string, (typeof knownHeadings)[number][]>()
  for (const known of knownHeadings) {
    const key = normalTitle(known.heading)
    grouped.set(key, [...(grouped.get(key) ?? []), known])
  }
  return grouped
}

function isSlip(a: string, b: string): boolean {
  if (a.length < 6 || b.length < 6 || a[0] !== b[0] || /\d/.test(a + b)) return false
  const most = a.length >= 9 && b.length >= 9 ? 3 : 2
  return editDistance(a, b, most + 1) <= most
}
