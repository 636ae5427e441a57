/** Functions of the reports that format numbers and texts. The web application uses them too, so that a number reads the same everywhere. */

export { significant } from '../assessments/forms/wording.ts'
export { percentWords } from '../outlook/events/event-words.ts'
export {
  answerWords,
  claimLine,
  claimNumbers,
  counted,
  directionSign,
  distanceWords,
  distinctRows,
  documentLines,
  dueLines,
  findingSentences,
  formatFigure,
  formatShare,
  inconsistencyLines,
  inSentence,
  intervalText,
  isDegenerate,
  itemTitles,
  joinedWords,
  levelNames,
  outcomeWords,
  possessive,
  probabilityText,
  savedForecastsLine,
  signed,
  slotWords,
  sourceValueWords,
  splitAtClaims,
  stageSentences,
  standingLines,
  summaryLines,
  toleranceWords,
  turningWords,
  valueWords,
  verdictSigns,
  wordsNote,
} from '../reports/answers/shared-wording.ts'
export { isOffGoal, trackRecordSentences } from '../reports/outlook/track-record-text.ts'
export { coalitionLead, thresholdWords } from '../reports/scenarios/coalition.ts'
export { leverageLead } from '../reports/scenarios/leverage.ts'
