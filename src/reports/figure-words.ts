/** How a figure and its interval are written, for what shows them outside a report. */
export { figure, intervalText, isDegenerate, signed } from '../assessments/phrases.ts'
