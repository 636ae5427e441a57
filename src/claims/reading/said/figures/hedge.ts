import type { HedgeMeaning, HedgeSaid } from '../../../said/hedge-said.ts'
import { hedgeNextToNumber } from '../../../text/hedges.ts'
import { memoized } from '../../../text/memo.ts'
import { definedFields } from '../defined-fields.ts'

const exceedingWords = /^(?:to )?(?:pass|cross|top|exceed|surpass|overtake|reach beyond)(?:es|s|ing)?\b/i
const wordNumber = /\b(?:half|halved|third|quarter|fifth|sixth|tenth|dozen|double|doubled|triple|tripled|fold|most|one in|out of|in ten)/i
const onlyWords = /^(?:only|just|merely|barely|hardly)/i

/**
 * Returns the bound that a hedge puts on a number, read from the words in front of the number; the remaining words may be the number itself (`nearly a third`).
 */
function boundOf(qualifier: string): HedgeMeaning {
  if (exceedingWords.test(qualifier)) return 'more'
  const words = qualifier.split(/\s+/)
  for (let count = words.length; count > 0; count--) {
    const hedge = hedgeNextToNumber(`${words.slice(0, count).join(' ')} `, '')
    if (hedge !== undefined && hedge.bound !== 'stated') return hedge.bound
  }
  return hedgeNextToNumber('', ` ${qualifier}`)?.bound ?? 'stated'
}

/**
 * Returns what the hedge on a number says; undefined for a number alone.
 *
 * @example hedgeSaid('nearly a third').bound   // 'almost'
 * @example hedgeSaid('record').bound   // 'stated'
 */
export const hedgeSaid: (qualifier: string | null) => HedgeSaid | undefined = memoized(
  (qualifier: string | null): HedgeSaid | undefined =>
    qualifier === null
      ? undefined
      : definedFields<HedgeSaid>({
          bound: boundOf(qualifier),
          isOnly: onlyWords.test(qualifier),
          isInWords: wordNumber.test(qualifier),
          isNot: /\bnot\b/i.test(qualifier),
        }),
  (qualifier) => qualifier ?? '',
)
