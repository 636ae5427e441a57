/** How figures, and what reports say of them, are written, for what shows them outside a report. Nothing here reads a record. */
export { levelNames } from '../assessments/ledger-item.ts'
export { counted, figure, inSentence, intervalText, isDegenerate, listed, percent, possessive, signed } from '../assessments/phrases.ts'
export { dueLines, outcomeWords } from './claims-due.ts'
export { stretches } from './claims-html-words.ts'
export { claimNumbers, inconsistencyLines, keptLine } from './claims-text.ts'
export {
  answerWords,
  claimLine,
  distinctRows,
  documentLines,
  honestWords,
  signs,
  slotsOf,
  summaryLines,
  toleranceWords,
  valueWords,
} from './claims-words.ts'
export { away, itemTitles, sign } from './items.ts'
export { probabilityText, wordsNote } from './judgements.ts'
export { stageSentences } from './stage.ts'
export { turningWords } from './turning-points.ts'
