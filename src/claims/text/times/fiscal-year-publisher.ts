import { type FiscalYear, fiscalYearOf } from '../calendar.ts'
import { stateGroup } from '../fact-files.ts'

/** Names, in texts, of the institutions of a state that publish figures by fiscal year. */
const publishers: Readonly<Record<string, RegExp>> = {
  IND: /\bIndian (?:Express|customs|government|embassy|High Commission|officials?|(?:trade |commerce |finance |official |government |foreign )?(?:ministry|data|figures|statistics))\b|\bIndia['’]s (?:(?:commerce|trade|finance|foreign|external affairs|industry|and) )*(?:ministry|department|directorate|customs)\b|\b(?:Ministry|Department) of Commerce\b|\b(?:Reserve Bank|High Commission|Embassy) of India\b|\bDGCI&?S\b|\bDGFT\b/,
  PAK: /\bPakistani (?:customs|officials?|(?:trade |commerce |official )?(?:ministry|data|figures|statistics))\b|\bPakistan['’]s (?:(?:commerce|trade|finance|foreign) )?(?:ministry|customs|central bank)\b|\bState Bank of Pakistan\b|\bPakistan Bureau of Statistics\b/,
  BGD: /\bBangladesh['’]s (?:(?:commerce|trade|finance|foreign) )?(?:ministry|customs|central bank)\b|\bBangladesh Bank\b|\bExport Promotion Bureau\b|\bBangladesh Bureau of Statistics\b|\bBangladeshi (?:customs|officials?|(?:trade |official )?(?:data|figures|statistics))\b/,
  NPL: /\bNepal Rastra Bank\b|\bTrade and Export Promotion Cent|\bNepal['’]s (?:customs|Department of Customs|central bank)\b/,
}

/** States whose trade with India is read by India's fiscal years if the text names no publisher. */
const withIndianYears: ReadonlySet<string> = stateGroup('Indian fiscal year in trade with India')

/**
 * Returns the fiscal year of the state whose statistical institution the texts name. If they name institutions of several states: undefined. If they name
 * none: India's fiscal year for trade between India and Nepal or Bhutan, else undefined.
 *
 * @param states  the states of the text; institutions of other states are ignored
 */
export function fiscalYearOfPublisher(texts: readonly string[], states: readonly string[]): FiscalYear | undefined {
  const named = Object.keys(publishers).filter((id) => states.includes(id) && texts.some((text) => publishers[id]!.test(text)))
  if (named.length === 1) return fiscalYearOf(named)
  return named.length === 0 && states.includes('IND') && states.some((id) => withIndianYears.has(id)) ? fiscalYearOf(['IND']) : undefined
}
