import { VisavisError } from '../../errors.ts'

/**
 * How the last line of a provider's files ends: `whole` with its line break; where the provider itself leaves that out, a pattern of how its last line ends,
 * which no cut of it could have; `any` where the reader has another check of the last row.
 */
export type LastLine = 'whole' | 'any' | RegExp

/**
 * Refuses a text whose last line has no line break: nobody can tell whether its last figure is whole.
 *
 * @throws BadInput with file and line
 * @example checkLastLine('a,b\n1,2\n', 'x.csv')   // undefined
 */
export function checkLastLine(text: string, file: string, lastLine: LastLine = 'whole'): void {
  if (lastLine === 'any' || text === '' || /[\r\n]$/.test(text)) return
  const from = text.lastIndexOf('\n') + 1
  if (lastLine !== 'whole' && lastLine.test(text.slice(from))) return
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) line++
  throw new VisavisError('BadInput', `${file} does not end in a line break: its last line, ${line}, may be cut off`, {
    hint: 'fetch the file again; if it is whole, end it with a line break',
  })
}
