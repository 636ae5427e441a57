import type { Claim } from '../../../claim.ts'
import type { MatterWords, VoteMatter } from '../../../said/vote-said.ts'
import { memoized } from '../../../text/memo.ts'
import { stemsOfNames, topicStems } from '../../../text/topics/topic-stems.ts'
import { actorsNamedIn, clauseOf, sentencesBefore, symbolsIn } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import type { TextOfClaims } from '../text-of-claims.ts'
import { talliesBySentence } from './vote-tallies.ts'

/** Pairs of the words that texts use for a subject and the words that titles of resolutions use. */
const titleSynonyms: readonly (readonly [said: RegExp, titled: string])[] = [
  [/\b(?:inva(?:sion|ded)|war|attack(?:ed)?|withdraw(?:al)?)\b/i, 'aggression'],
  [/\b(?:annex(?:ation|ed|ing)?|referend(?:um|a|ums)|Crimea)\b/i, 'territorial integrity'],
  [/\b(?:reparations?|compensation)\b/i, 'remedy reparation'],
  [/\b(?:truce|cease-?fire|humanitarian pause|Gaza)\b/i, 'protection civilians humanitarian obligations'],
  [/\b(?:embassy|capital of Israel|Jerusalem)\b/i, 'Jerusalem'],
  [/\b(?:embargo|blockade)\b/i, 'embargo'],
  [/\bHuman Rights Council\b/i, 'suspension rights membership Human Rights Council'],
  [/\b(?:nuclear ban|ban(?:ning)? (?:on )?nuclear|nuclear weapons)\b/i, 'nuclear weapons'],
  [/\b(?:peace (?:plan|formula)|just peace)\b/i, 'comprehensive just lasting peace'],
  [/\b(?:Palestinian (?:state|statehood|membership)|statehood)\b/i, 'Palestine admission membership'],
]

/**
 * Reads which resolution was voted on: its symbols, else the words of the sentence and of those before.
 *
 * @param many   whether every vote on the subject is meant, which no tally identifies
 */
export function voteMatter(claim: Claim, text: TextOfClaims, many: boolean): VoteMatter {
  const { sentence, start } = claim
  const inClause = symbolsIn(clauseOf(sentence, claim).text)
  const symbols = inClause.length > 0 ? inClause : symbolsIn(sentence)
  const isAgain = /^(?:once )?(?:again|more)\b/i.test(sentence.slice(start))
  const isSymbolBeside = symbols.length > 0 && (inClause.length === 0 || isAgain)
  const isAdopted = claim.rules.includes('adopted')
  const isNamed = symbols.length > 0 && !isSymbolBeside
  const tallies = many && !isAdopted ? [] : talliesBySentence(text)[claim.sentence_index]!
  return definedFields<VoteMatter>({
    symbols: nonEmpty(symbols),
    isSymbolBeside: isSymbolBeside,
    first: /\b(?:first|earliest)\b[^,;]*\b(?:resolution|text|motion|vote)\b/i.test(sentence),
    words: isNamed ? [] : wordsWithin(claim, text),
    tallies: isNamed && !isAdopted ? undefined : nonEmpty(tallies),
  })
}

/** Returns the words of the sentence, those that the two sentences before add, and those that the four before them add. */
function wordsWithin(claim: Claim, text: TextOfClaims): MatterWords[] {
  const [plain, names] = [new Set<string>(), new Set<string>()]
  const added = (known: Set<string>, stems: Iterable<string>): string[] => [...stems].filter((stem) => !known.has(stem) && known.add(stem))
  const near = sentencesBefore(claim, text, 6)
  return [[claim.sentence], near.slice(0, 2), near.slice(2)].map((sentences) => {
    const each = sentences.map((sentence) => wordsOfSentence(sentence, text.date))
    const words = [...each.flatMap((one) => [...one.words]), ...each.flatMap((one) => [...one.titled])]
    return definedFields<MatterWords>({
      plain: nonEmpty(added(plain, words)),
      names: nonEmpty(
        added(
          names,
          each.flatMap((one) => [...one.states]),
        ),
      ),
    })
  })
}

const wordsOfSentence = memoized(
  (sentence: string, date: string) => ({
    words: topicStems(sentence),
    titled: topicStems(
      titleSynonyms
        .filter(([said]) => said.test(sentence))
        .map(([, words]) => words)
        .join(' '),
    ),
    states: stemsOfNames(actorsNamedIn(sentence, date), date),
  }),
  (sentence, date) => `${date} ${sentence}`,
)
