import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { badInput, type VisavisError } from '../../../errors.ts'
import { readText } from '../../formats/csv.ts'

/** A sample of votes from which published ideal points were estimated: states by their Correlates of War number, and the roll calls. */
export interface VoteSample {
  readonly cow: readonly string[]
  readonly ballots: readonly { readonly item: string; readonly session: number; readonly votes: string }[]
}

const header = 'rcid,item,session,votes'

/**
 * Reads a sample, plain or `.gz`: the columns `rcid,item,session,votes`, one roll call per line. `votes` has one character per state: 1 yes, 2 abstain, 3 no,
 * `.` none.
 *
 * The order of the states is in a second file in the same folder, one state per line. Its name is the same up to `_rollcalls`, followed by `_ccodes.txt`; if
 * there is none, it is the only file whose name ends in `ccodes.txt`.
 *
 * @throws BadInput with file, line and column
 */
export async function readVoteSample(path: string): Promise<VoteSample> {
  const text = await readText(path)
  const file = basename(path)
  const codes = await codesBeside(path)
  const cow = readCodes(await readText(codes), basename(codes))
  if (!text.endsWith('\n')) throw wrong(file, text.split('\n').length, 1, 'the last line does not end in a line break: it may be cut off')
  const [first, ...lines] = text.slice(0, -1).split(/\r?\n/)
  if (first !== header) throw wrong(file, 1, 1, `has "${shown(first ?? '')}", not the header ${header}`)
  if (lines.length === 0) throw badInput(`${file} has no roll call under its header`)
  const seen = new Map<string, number>()
  return { cow, ballots: lines.map((line, i) => ballotIn(line, { file, line: i + 2 }, cow.length, basename(codes), seen)) }
}

interface Place {
  readonly file: string
  readonly line: number
}

function ballotIn(
  text: string,
  { file, line }: Place,
  states: number,
  codes: string,
  seen: Map<string, number>,
): VoteSample['ballots'][number] {
  const cells = text.split(',')
  const starts = cells.map((_, i) => cells.slice(0, i).reduce((at, cell) => at + cell.length + 1, 1))
  if (cells.length !== 4) throw wrong(file, line, text.length + 1, `has ${cells.length} cells, not the four of ${header}`)
  const [rcid, item, session, votes] = cells as [string, string, string, string]
  if (!/^\d+$/.test(rcid)) throw wrong(file, line, 1, `rcid is "${shown(rcid)}", not a whole number`)
  const before = seen.get(rcid)
  if (before !== undefined) throw wrong(file, line, 1, `roll call ${rcid} stands on line ${before} too`)
  seen.set(rcid, line)
  if (item === '') throw wrong(file, line, starts[1]!, 'item is blank')
  if (!/^[1-9]\d{0,3}$/.test(session)) throw wrong(file, line, starts[2]!, `session is "${shown(session)}", not a number from 1 to 9999`)
  const stray = votes.search(/[^123.]/)
  if (stray >= 0) throw wrong(file, line, starts[3]! + stray, `votes has "${shown(votes[stray]!)}", which is none of 1, 2, 3 and .`)
  if (votes.length !== states)
    throw wrong(
      file,
      line,
      starts[3]! + Math.min(votes.length, states),
      `votes has ${votes.length} positions; ${codes} has ${states} states`,
    )
  return { item, session: Number(session), votes }
}

function readCodes(text: string, file: string): string[] {
  const codes = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const seen = new Map<string, number>()
  for (const [i, code] of codes.entries()) {
    if (!/^[1-9]\d{0,3}$/.test(code)) throw wrong(file, i + 1, 1, `"${shown(code)}" is not a Correlates of War number`)
    const before = seen.get(code)
    if (before !== undefined) throw wrong(file, i + 1, 1, `${code} stands on line ${before} too`)
    seen.set(code, i + 1)
  }
  return codes
}

async function codesBeside(path: string): Promise<string> {
  const folder = dirname(path)
  const names = await readdir(folder).catch(() => [] as string[])
  const named = `${basename(path).replace(/_rollcalls.*$/, '')}_ccodes.txt`
  if (names.includes(named)) return join(folder, named)
  const others = names.filter((name) => name.endsWith('ccodes.txt'))
  if (others.length === 1) return join(folder, others[0]!)
  const found = others.length === 0 ? 'there is none' : `there are ${others.length}: ${others.sort().join(', ')}`
  throw badInput(
    `${basename(path)} needs the file of its states beside it, and ${found}`,
    `name it ${named}: one Correlates of War number a line, in the order of the votes`,
  )
}

function wrong(file: string, line: number, column: number, what: string): VisavisError {
  return badInput(`${file}:${line}:${column} ${what}`, 'the form of a sample is told in docs/measures/ideal-points.md')
}

/** Makes text from a file safe and short enough to print. */
function shown(text: string): string {
  const safe = text.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
  return safe.length > 40 ? `${safe.slice(0, 40)}…` : safe
}
