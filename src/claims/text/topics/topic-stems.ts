import { identifyingWords } from '../../../states/names/identifying-words.ts'
import { daysOf } from '../calendar.ts'
import { memoized } from '../memo.ts'

const stopWords: ReadonlySet<string> = new Set(
  'the and for with from that this which have has had was were been its their all any one two into upon under over between against other than not are adopted resolution assembly general draft concerning including also vote votes voted voting state states united nations question america american republic time end ending year years work day report implementation necessity measures situation when where while both save once always said also after before during since only more most some such them they their would could will who whose whom how why there here still again never ever just back side first last next three four five ten dozen joined against for yet then than that those these about among each every own same may many much new old being been did does done part parts presidents president well too'.split(
    ' ',
  ),
)

/**
 * Returns the stems of the words that show what a text is about.
 *
 * @example [...topicStems('The embargoes imposed on Cuba')].join()   // 'embargo,impos,cuba'
 */
export function topicStems(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return new Set(words.filter((word) => !stopWords.has(word)).map(stem))
}

const stem = (word: string): string =>
  word.length < 5
    ? word
    : word.replace(/(?:ations?|ions?|ings?|ed|es|ies|ians?|ans?|ly|s)$/u, (ending) =>
        word.length - ending.length < 4 ? ending.replace(/s$/, '') : '',
      )

/** Returns the stems of the words that name these states on the last day of a date. */
export const stemsOfNames = (ids: Iterable<string>, date: string): ReadonlySet<string> => {
  const day = daysOf({ at: date }).to
  return new Set([...ids].flatMap((id) => [...stemsOfName(id, day)]))
}

const stemsOfName = memoized(
  (id: string, day: string) => topicStems([...identifyingWords(id, day)].join(' ')),
  (id, day) => `${id} ${day}`,
)
