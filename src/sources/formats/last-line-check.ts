import { badInput } from '../../errors.ts'

/**
 * How the last line of a provider's files ends. `whole`: with a line break. A pattern, for providers that omit the line break: an ending that a line cut off
 * early cannot have. `any`: the end is not checked here, but by the reader of the source.
 */
export type LastLine = 'whole' | 'any' | RegExp

/**
 * Refuses a text that does not end as `lastLine` requires, since its last figure may be cut off.
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
  throw badInput(
    `${file} does not end in a line break: its last line, ${line}, may be cut off`,
    'fetch the file again; if it is whole, end it with a line break',
  )
}
