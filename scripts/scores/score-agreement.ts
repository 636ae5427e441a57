import { wilson } from '../../src/measures/similarity/wilson.ts'
import { type Gold, matched, type Passage, passagesIn, sameSlot, slots } from './passages.ts'

/**
 * Agreement between two annotators of the same texts, by the measures used to score reading: `score-agreement FOLDER...
 * --second FOLDER`. Where they disagree, no reader can be right except by chance. Texts missing from the second folder
 * are skipped.
 */
const words = process.argv.slice(2)
const place = words.indexOf('--second')
const second = new Map(passagesIn(place === -1 ? [] : [words[place + 1]!]).map((passage) => [passage.id, passage]))
const first = passagesIn(place === -1 ? words : words.toSpliced(place, 2)).filter(({ id }) => second.has(id))

const checkableIn = ({ claims }: Passage, sentence: number): Gold[] =>
  claims.filter((claim) => claim.sentence_index === sentence && claim.checkable)
const lines = first.flatMap((passage) =>
  passage.text.split('\n').map((_, i) => {
    const [one, other] = [checkableIn(passage, i), checkableIn(second.get(passage.id)!, i)]
    return { one, other, pairs: matched(one, other, (claim) => claim) }
  }),
)
const sum = (of: (line: (typeof lines)[number]) => number): number => lines.reduce((total, line) => total + of(line), 0)
const f1 = (both: number, one: number, other: number): string =>
  `F1 ${((2 * both) / (one + other)).toFixed(3)} (${both}; ${one} and ${other})`
const pairs = lines.flatMap((line) => [...line.pairs])

console.log(`${first.length} passages, ${lines.length} sentences`)
const has = (claims: readonly Gold[]): number => Number(claims.length > 0)
console.log(
  `sentences  ${f1(
    sum(({ one, other }) => has(one) * has(other)),
    sum(({ one }) => has(one)),
    sum(({ other }) => has(other)),
  )}`,
)
console.log(
  `claims     ${f1(
    pairs.length,
    sum(({ one }) => one.length),
    sum(({ other }) => other.length),
  )}`,
)
for (const slot of slots) {
  const alike = pairs.filter(([one, other]) => sameSlot[slot](one, other)).length
  const { low, high } = wilson(alike / pairs.length, pairs.length)
  console.log(
    `${slot.padEnd(10)} ${(alike / pairs.length).toFixed(3)} (${alike} of ${pairs.length}; ${low.toFixed(2)} to ${high.toFixed(2)})`,
  )
}
