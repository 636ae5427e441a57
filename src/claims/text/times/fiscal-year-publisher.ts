import { type FiscalYear, fiscalYearOf } from '../calendar.ts'

/** Who publishes figures by fiscal years, and by what names texts call him. */
const publishers: Readonly<Record<string, RegExp>> = {
  IND: /\bIndian (?:Express|customs|government|embassy|High Commission|officials?|(?:trade |commerce |finance |official |government |foreign )?(?:ministry|data|figures|statistics))\b|\bIndia['’]s (?:(?:commerce|trade|finance|foreign|external affairs|industry|and) )*(?:ministry|department|directorate|customs)\b|\b(?:Ministry|Department) of Commerce\b|\b(?:Reserve Bank|High Commission|Embassy) of India\b|\bDGCI&?S\b|\bDGFT\b/,
  PAK: /\bPakistani (?:customs|officials?|(?:trade |commerce |official )?(?:ministry|data|figures|statistics))\b|\bPakistan['’]s (?:(?:commerce|trade|finance|foreign) )?(?:ministry|customs|central bank)\b|\bState Bank of Pakistan\b|\bPakistan Bureau of Statistics\b/,
  BGD: /\bBangladesh['’]s (?:(?:commerce|trade|finance|foreign) )?(?:ministry|customs|central bank)\b|\bBangladesh Bank\b|\bExport Promotion Bureau\b|\bBangladesh Bureau of Statistics\b|\bBangladeshi (?:customs|officials?|(?:trade |official )?(?:data|figures|statistics))\b/,
  NPL: /\bNepal Rastra Bank\b|\bTrade and Export Promotion Cent|\bNepal['’]s (?:customs|Department of Customs|central bank)\b/,
}

/** Whose trade is told by India's years where nobody else is named as the source. */
const withIndianYears: ReadonlySet<string> = new Set(['NPL', 'BTN'])

/**
 * The fiscal year by which a text counts, where it says whose figures it gives; undefined where it does not, or where it names two such sources.
 *
 * @param states  those whom the text names: of others the years are not meant
 */
export function fiscalYearOfPublisher(texts: readonly string[], states: readonly string[]): FiscalYear | undefined {
  const named = Object.keys(publishers).filter((id) => states.includes(id) && texts.some((text) => publishers[id]!.test(text)))
  if (named.length === 1) return fiscalYearOf(named)
  return named.length === 0 && states.includes('IND') && states.some((id) => withIndianYears.has(id)) ? fiscalYearOf(['IND']) : undefined
}
