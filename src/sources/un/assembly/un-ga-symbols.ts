/**
 * Returns session and document symbol of a roll call, from the `unres` column of Voeten's roll calls.
 *
 * - `R/1/66`, sessions 1 to 17: the number is the page of the Official Records of that session, not a resolution; kept as given.
 * - `SS/2/33`, `ESS/2/77A`: pages of the records of a special or emergency special session; kept as given, and the session becomes `S-2`, `ES-2`.
 * - `R/26/2758G`, sessions 18 to 30: the number is the resolution, `A/RES/2758(XXVI)`. The letter is dropped: for some resolutions it names a part, for
 *   others it only numbers the votes taken before the final one, and the file does not show which.
 * - `R/31/6J`, session 31 on: `A/RES/31/6 J`. Numbers from 401 are decisions of the Assembly, `A/DEC/32/450 B`. A Roman number after a slash is a section.
 * - A blank becomes null. Any other form is kept as given.
 *
 * @example sessionAndSymbol('R/74/38', 74)   // { session: '74', symbol: 'A/RES/74/38' }
 * @example sessionAndSymbol('R/26/2758G', 26)   // { session: '26', symbol: 'A/RES/2758(XXVI)' }
 * @example sessionAndSymbol('R/33/116A/IV', 33)   // { session: '33', symbol: 'A/RES/33/116 A, section IV' }
 * @example sessionAndSymbol('R/32/450B', 32)   // { session: '32', symbol: 'A/DEC/32/450 B' }
 * @example sessionAndSymbol('ESS/2/77A', 11)   // { session: 'ES-2', symbol: 'ESS/2/77A' }
 * @example sessionAndSymbol('R/1/66', 1)   // { session: '1', symbol: 'R/1/66' }
 */
export function sessionAndSymbol(unres: string, session: number): { session: string; symbol: string | null } {
  const special = /^(E?)SS\/(\d+)/.exec(unres) ?? /^A\/RES\/(E?)S-(\d+)/.exec(unres)
  if (special !== null) return { session: `${special[1]}S-${special[2]}`, symbol: unres }
  return { session: String(session), symbol: unres === '' ? null : regularSymbol(unres, session) }
}

// The numbers of these three belong to another session: they are misprints, and the right symbol is unknown.
const misprints = new Set(['R/29/3396', 'R/29/3397', 'R/30/3586'])

function regularSymbol(unres: string, session: number): string {
  const parts = /^(?:A\/RES|R)\/(\d+)\/(\d+)([A-Z]*)(?:\/([A-Z]+))?$/.exec(unres)
  if (parts === null || Number(parts[1]) !== session || session < 18 || misprints.has(unres.replace(/[A-Z]$/, ''))) return unres
  const number = parts[2]!
  if (session <= 30) return `A/RES/${number}(${roman(session)})`
  const series = Number(number) > 400 ? 'DEC' : 'RES'
  return `A/${series}/${session}/${number}${letters(parts[3]!)}${tail(parts[4])}`
}

/** Returns the letters of a resolution's part as a symbol has them: ` A`, or ` A-B` for 128AB, a vote on the parts A and B together; '' if there are none. */
function letters(given: string): string {
  return given === '' ? '' : ` ${given.split('').join('-')}`
}

function tail(given: string | undefined): string {
  if (given === undefined) return ''
  return /^[A-D]$/.test(given) ? ` ${given}` : `, section ${given}`
}

function roman(n: number): string {
  return 'X'.repeat(Math.floor(n / 10)) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10]!
}

/**
 * Returns the session in a UN resolution symbol; null if it has none.
 *
 * @example sessionOfResolution('A/RES/ES-11/1')   // 'ES-11'
 * @example sessionOfResolution('A/RES/75/290 A')   // '75'
 */
export function sessionOfResolution(symbol: string): string | null {
  return /^A\/RES\/((?:E?S-)?\d+)\/\d+/.exec(symbol)?.[1] ?? null
}

/**
 * Returns a stable number for a resolution: 1,000,000 + 10,000 · session + 10 · number + part (0 none, 1 A, 2 B …), with 2,000,000 in place of 1,000,000 for an
 * emergency special and 3,000,000 for a special session; null for any other symbol. Numbers below 1,000,000 are Voeten's own `rcid`.
 *
 * @example resolutionId('A/RES/75/290 A')   // 1752901
 * @example resolutionId('A/RES/ES-11/1')   // 2110010
 */
export function resolutionId(symbol: string): number | null {
  const parts = /^A\/RES\/(E?S-)?(\d+)\/(\d+)(?: ([A-I])(?:-[A-I])?)?$/.exec(symbol)
  if (parts === null) return null
  const series = parts[1] === 'ES-' ? 2_000_000 : parts[1] === 'S-' ? 3_000_000 : 1_000_000
  const part = parts[4] === undefined ? 0 : parts[4].charCodeAt(0) - 64
  return series + 10_000 * Number(parts[2]) + 10 * Number(parts[3]) + part
}
