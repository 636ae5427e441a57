const span =
  /\b(?<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|twenty-five|thirty|fifty)(?: more| further)?[- ]years?\b(?! (?:ago|earlier|before|later|since))/gi
const spanWords = 'one two three four five six seven eight nine ten'.split(' ')
const tens: Readonly<Record<string, number>> = { fifteen: 15, twenty: 20, 'twenty-five': 25, thirty: 30, fifty: 50 }

/**
 * Returns the numbers of years for which something is agreed.
 *
 * @example agreedYearsIn('a ten-year agreement')   // [10]
 */
export const agreedYearsIn = (text: string): number[] =>
  [...text.matchAll(span)].map(({ groups }) => {
    const n = groups!['n']!.toLowerCase()
    return /\d/.test(n) ? Number(n) : (tens[n] ?? spanWords.indexOf(n) + 1)
  })
