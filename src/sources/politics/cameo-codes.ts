import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { eachLine } from '../formats/compressed-file-lines.ts'

/** A table of CAMEO codes as GDELT serves them. */
export interface CodeTable {
  readonly kind: CodeKind
  /** Every label of each code, in the order of the file; most codes have one. */
  readonly labels: ReadonlyMap<string, readonly string[]>
}

type CodeKind = 'country' | 'ethnic' | 'event' | 'group' | 'religion' | 'type'

/** The pattern that the codes of each table match. */
const shapes: Readonly<Record<CodeKind, RegExp>> = {
  country: /^[A-Z]{3}$/,
  // a few codes are in capitals (ARB, KUR, PAL)
  ethnic: /^([a-z]{3}|[A-Z]{3})$/,
  event: /^(0[1-9]|1\d|20)\d{0,2}$/,
  group: /^[A-Z]{3}$/,
  religion: /^[A-Z]{3}$/,
  type: /^[A-Z]{3}$/,
}

/**
 * Reads one of the six code tables (`CAMEO.country.txt` and the like): a header, then `code, label` separated by tabs. A code may have several labels (WTO,
 * CEM). In the table of events one line break is missing, so that the line of 106 is part of the label of 1056: that line is split in two. Any other line must
 * have exactly one code and one label.
 */
export async function readCameoCodes(path: string): Promise<CodeTable> {
  const file = basename(path)
  const kind = kindOf(file)
  const labels = new Map<string, string[]>()
  await eachLine(path, { encoding: 'utf8', lastLine: 'any' }, (text, line) => {
    const where = `${file}:${line}`
    if (line === 1) return checkHeader(text, kind, where)
    for (const [code, label] of entriesOf(text, where)) {
      if (!shapes[kind].test(code) || label === '') throw badInput(`${where}: "${text.slice(0, 60)}" is no ${kind} code with its label`)
      labels.set(code, [...(labels.get(code) ?? []), label])
    }
  })
  return { kind, labels }
}

function kindOf(file: string): CodeKind {
  const kind = (Object.keys(shapes) as CodeKind[]).find((one) => file.toLowerCase().includes(one))
  if (kind !== undefined) return kind
  throw badInput(`${file}: the name says none of ${Object.keys(shapes).join(', ')}, so that nobody can tell which codes it holds`)
}

function checkHeader(text: string, kind: CodeKind, where: string): void {
  const due = kind === 'event' ? 'CAMEOEVENTCODE\tEVENTDESCRIPTION' : 'CODE\tLABEL'
  if (text !== due) throw badInput(`${where} has the header "${text.slice(0, 60)}", not "${due}"`)
}

function entriesOf(text: string, where: string): (readonly [string, string])[] {
  const fields = text.split('\t')
  if (fields.length !== 2) throw badInput(`${where} has ${fields.length} tab-separated fields, not 2`)
  const [code, label] = fields as [string, string]
  const lost = /^(.*?)(\d{3}):\[-?\d+\.\d\] (.*)$/.exec(label)
  if (lost === null) return [[code, label]]
  return [
    [code, lost[1]!],
    [lost[2]!, lost[3]!],
  ]
}
