/** Formats figures and describes them in words, for use outside reports. Nothing here reads a record. */
export { levelNames } from '../../assessments/forms/ledger-item.ts'
export {
  counted,
  formatFigure,
  formatShare,
  inSentence,
  intervalText,
  isDegenerate,
  joinedWords,
  possessive,
  signed,
  significant,
} from '../../assessments/forms/wording.ts'
export { indicatorPhrases } from '../../claims/slots/indicator-phrases.ts'
export { standingLabels } from '../../measures/standing/standing-classes.ts'
export { percentWords } from '../../outlook/events/event-words.ts'
export { dueLines, outcomeWords } from '../claims/claims-due.ts'
export { splitAtClaims } from '../claims/claims-html-sentence.ts'
export { claimNumbers, inconsistencyLines, savedForecastsLine } from '../claims/claims-text.ts'
export {
  answerWords,
  bearingHead,
  claimLine,
  distinctRows,
  documentLines,
  periodWords,
  quotedLine,
  reporterWords,
  slotWords,
  sourceValueCells,
  sourceValueWords,
  summaryLines,
  toleranceWords,
  valueWords,
  verdictSigns,
} from '../claims/claims-words.ts'
export { probabilityText, wordsNote } from '../parts/judgements.ts'
export { stageSentences } from '../parts/stage.ts'
export { standingLines } from '../parts/standing.ts'
export { turningWords } from '../parts/turning-points.ts'
export { findingSentences } from '../routes/routes.ts'
export { directionSign, distanceWords, itemTitles } from '../text/items.ts'
