import type { Claim } from '../../../claim.ts'
import type { ComparedYears, RecordSaid } from '../../../said/special-figures-said.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedFields } from '../defined-fields.ts'

const recordWords = /\b(?:record|highest|lowest|peak(?:ed)?|never|smallest|unprecedented|all-time|ever)\b/i
const lowWords = /\b(?:lowest|smallest|never (?:been |so )?(?:lower|smaller|little|few))\b/i

/** Returns what a claim says of a rank among the years of one flow; undefined if it is not one, as for a rank among partners. */
export function recordSaid({ kind, unit, value, indicator, qualifier, sentence, start, end }: Claim): RecordSaid | undefined {
  if (value !== 1 || (kind !== 'ranking' && unit !== 'rank')) return undefined
  const words = `${indicator ?? ''} ${qualifier ?? ''} ${sentence.slice(start, end)}`
  if (!recordWords.test(words) || /\b(?:partner|supplier|market|recipient|among)/i.test(indicator ?? '')) return undefined
  return definedFields<RecordSaid>({
    isLow: lowWords.test(words),
    isShare: /\bshare\b/.test(indicator ?? ''),
    ...yearsIn(`${qualifier ?? ''} ${indicator ?? ''}`),
  })
}

/** Returns the years of `since 2010` or `in ten years`. After `since 2010` the first is 2011, since the named year itself was higher. */
function yearsIn(words: string): ComparedYears {
  const since = /\bsince (\d{4})/.exec(words)?.[1]
  if (since !== undefined) return { since: Number(since) + 1 }
  const span = /\bin (?:(\d+|ten|five|two|three|twenty) (years|decades)|a (decade))/.exec(words)
  if (span === null) return {}
  const count = ({ two: 2, three: 3, five: 5, ten: 10, twenty: 20 } as Record<string, number>)[span[1] ?? ''] ?? Number(span[1] ?? 1)
  return spanOf(count * (span[2] === 'years' ? 1 : 10))
}

const spanOf = (years: number): ComparedYears => (years > 0 && years < 1000 ? { years } : {})

const steepest =
  /\b(?:biggest|largest|greatest|steepest|sharpest|highest|fastest)\b[^.;,]{0,40}\b(?:increases?|rises?|growth|jumps?|surges?|leaps?|upticks?)\b/i
const since = /\bsince (?:at least )?(?:the )?(?:(?<year>19\d\d|20\d\d)|(?<war>end of the Cold War))/i
const span = /\bin (?<count>\d+|ten|twenty|thirty) years\b|\bin (?<decades>a decade|two decades|three decades)\b/i
const numbers: Readonly<Record<string, number>> = {
  ten: 10,
  twenty: 20,
  thirty: 30,
  'a decade': 10,
  'two decades': 20,
  'three decades': 30,
}
/** The first whole year after the Cold War. */
const afterColdWar = 1992

/** Returns the years that a year of the steepest rise of military spending is compared with; undefined for other claims, and if no years are named. */
export function steepestRiseSaid(claim: Claim): ComparedYears | undefined {
  if (claim.kind !== 'ranking' || claim.value !== 1 || claim.measured?.topic !== 'defence-spending') return undefined
  const words = `${claim.qualifier ?? ''} ; ${wordsNear(claim, 70)}`
  if (!steepest.test(words)) return undefined
  const { year, war } = since.exec(words)?.groups ?? {}
  if (war !== undefined) return { since: afterColdWar }
  if (year !== undefined) return { since: Number(year) + 1 }
  const { count, decades } = span.exec(words)?.groups ?? {}
  const years = numbers[(count ?? decades ?? '').toLowerCase()] ?? Number(count)
  return Number.isFinite(years) ? spanOf(years) : undefined
}
