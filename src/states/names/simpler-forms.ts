/**
 * Matches remarks after a name, which are removed: `France (incl. …)`, `Euro area (AT-01/1999, …`, `European Union - 27 countries (AT, …`, `Extra-EU27 (from
 * 2020)`.
 */
const remarks: readonly RegExp[] = [
  /(?<!\s)\s*\((?:incl|excl|ex|formerly|former|from|since|until|depuis|à partir)\b.*$/iu,
  /(?<!\s)\s*\((?:US|UK|брит|сша|н\.зел)\.?\)\s*$/iu,
  /(?<!\s)\s*(?:-\s*\d+\s+(?:countries|pays)\s*)?\((?:[A-Z]{2}(?:-\d|,)|= ').*$/u,
  /(?<!\s)\s+\d{1,2}$/u,
]

/** Moves the part after a comma or in parentheses to the front: `Korea, Republic of` and `Korea (Republic of)` become `Republic of Korea`. */
function inverted(spelling: string): string[] {
  const match = /^(.+?)(?:,\s+(\S.*)|(?<!\s)\s*\(([^()]+)\))$/u.exec(spelling)
  return match?.[1] === undefined ? [] : [`${match[2] ?? match[3]} ${match[1]}`]
}

/**
 * Returns simpler forms of a spelling that is not in the tables, to be tried in this order: first without the remark after it, then with the part after a
 * comma or in parentheses moved to the front.
 *
 * @example simplerForms('Sudan (incl. South Sudan to 2012)')[0]   // 'Sudan'
 * @example simplerForms('Armenia, Rep. of')   // ['Rep. of Armenia']
 */
export function simplerForms(spelling: string): string[] {
  const bare = remarks.map((remark) => spelling.replace(remark, '')).filter((form) => form !== spelling && form !== '')
  return [...bare, ...inverted(spelling)]
}

/**
 * Returns the two names in a spelling that gives an alternative: `Belarus (Belorussia)`, `Samoa/Western Samoa`; undefined for any other spelling.
 *
 * @example twoNames('Irlande (Eire)')   // ['Irlande', 'Eire']
 */
export function twoNames(spelling: string): [string, string] | undefined {
  const match = /^(.{2,}?)(?<!\s)\s*\(([^()]{2,})\)$/u.exec(spelling) ?? /^([^/]{2,})\/([^/]{2,})$/u.exec(spelling)
  return match?.[1] === undefined || match[2] === undefined ? undefined : [match[1].trim(), match[2].trim()]
}
