/** Formatting of figures and their descriptions, for use outside reports. Nothing here reads a record. */
export { levelNames } from '../../assessments/forms/ledger-item.ts'
export {
  counted,
  figure,
  inSentence,
  intervalText,
  isDegenerate,
  listed,
  percent,
  possessive,
  signed,
} from '../../assessments/forms/phrases.ts'
export { dueLines, outcomeWords } from '../claims/claims-due.ts'
export { stretches } from '../claims/claims-html-words.ts'
export { claimNumbers, inconsistencyLines, keptLine } from '../claims/claims-text.ts'
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
} from '../claims/claims-words.ts'
export { probabilityText, wordsNote } from '../parts/judgements.ts'
export { stageSentences } from '../parts/stage.ts'
export { turningWords } from '../parts/turning-points.ts'
export { away, itemTitles, sign } from '../text/items.ts'
