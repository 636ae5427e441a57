/** How figures are written, for the pages: the words of the reports, so that a number reads the same everywhere. */
export { figure, intervalText, isDegenerate, signed } from '../reports/figure-words.ts'
