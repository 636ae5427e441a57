import { slots } from './passages.ts'
import { scoresOf } from './reading-scores.ts'

/** Compares the claims read from annotated passages with their annotations: `score-claims FOLDER... [--show]`. */
const folders = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const scores = scoresOf(folders)
const three = (rate: number): string => (Number.isNaN(rate) ? '-' : rate.toFixed(3))
const row = (name: string, { f1, precision, recall }: { f1: number; precision: number; recall: number }): string =>
  `${name.padEnd(10)} F1 ${three(f1)}  precision ${three(precision)}  recall ${three(recall)}`

if (process.argv.includes('--show')) for (const line of scores.differences) console.log(line)
console.log(`${scores.passages} passages, ${scores.sentences.all} sentences`)
console.log(row('sentences', scores.sentences))
console.log(`${row('claims', scores.claims)}  (${scores.claims.gold})`)
for (const slot of slots) console.log(`${slot.padEnd(10)} ${three(scores.slots[slot])}`)
console.log(`kind of unchecked sentences ${three(scores.unchecked)}`)
