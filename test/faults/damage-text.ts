import type { RandomStream } from '../../src/numeric/random.ts'
import type { SampleText } from './sample.ts'

/** A way of damaging lines. With `harmless`, figures that can still be read must equal those of the whole file. */
export interface TextFault {
  readonly name: string
  readonly harmless?: true
  apply(lines: string[], file: SampleText, random: RandomStream): string[]
}

export const pick = <T>(random: RandomStream, of: readonly T[]): T => of[random.below(of.length)]!

/** Content for a cell that should contain something else. */
export const strangers: readonly string[] = [
  ...[
    '',
    ' ',
    '-',
    '.',
    '..',
    '...',
    'NA',
    'N/A',
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'undefined',
    'true',
    '0',
    '-0',
    '-1',
    '+5',
    '1e309',
    '1e-400',
  ],
  ...[
    '0x1F',
    '0b11',
    '1_000',
    '1,5',
    '1 000',
    "1'000",
    '12.34.56',
    '１２３',
    '٣',
    '½',
    '1e5',
    '1E+05',
    '5%',
    '$5',
    '9007199254740993',
    '99999999999999999999',
  ],
  ...[
    '2014',
    '1066',
    '9999',
    '20141301',
    '2014-02-30',
    '2014-02-29',
    '31/12/2014',
    'CHN',
    'XXX',
    'China',
    'Taiwan',
    'WLD',
    'World',
    'Soviet Union',
    '__proto__',
  ],
  ...[
    'constructor',
    'toString',
    '"',
    '""',
    "'",
    '=1+1',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\ud83d\ude00',
    'a'.repeat(5000),
    '9'.repeat(400),
    '('.repeat(3000),
  ],
]

/** A figure as another program might write it, or another figure. */
export function otherFigure(cell: string, random: RandomStream): string {
  const digits = [...cell]
  const at = digits.findIndex((character) => /\d/.test(character))
  const forms: readonly (() => string)[] = [
    () => `-${cell}`,
    () => cell.replace('.', ','),
    () => `${cell}0`,
    () => `${cell}e3`,
    () => `${cell}.5`,
    () => cell.replace(/\d/, '٣'),
    () => ` ${cell} `,
    () => digits.map((character, i) => (i === at ? String(random.below(10)) : character)).join(''),
    () => cell.slice(0, Math.ceil(cell.length / 2)),
    () => `"${cell}"`,
  ]
  return pick(random, forms)()
}

function cellFault(name: string, change: (cell: string, random: RandomStream) => string): TextFault {
  return {
    name,
    apply: (lines, { delimiter }, random) => {
      const row = random.below(lines.length)
      const cells = (lines[row] ?? '').split(delimiter)
      const column = random.below(cells.length)
      cells[column] = change(cells[column]!, random)
      return lines.with(row, cells.join(delimiter))
    },
  }
}

/** Changes one column's field in all lines with as many fields as the line above the data, including the heading. */
function columnFault(
  name: string,
  change: (cells: string[], column: number, random: RandomStream) => string[],
  harmless?: true,
): TextFault {
  return {
    name,
    ...(harmless === undefined ? {} : { harmless }),
    apply: (lines, { delimiter, body }, random) => {
      const width = (lines[Math.max(0, body - 1)] ?? '').split(delimiter).length
      const [column, seed] = [random.below(width), random.below(width)]
      const same: RandomStream = {
        uint32: () => seed,
        below: (bound) => seed % bound,
        fillBelow: (target, bound) => void target.fill(seed % bound),
      }
      return lines.map((line) => {
        const cells = line.split(delimiter)
        return cells.length === width ? change(cells, column, same).join(delimiter) : line
      })
    },
  }
}

const swapped = (cells: string[], a: number, b: number): string[] =>
  cells.map((cell, i) => (i === a ? cells[b]! : i === b ? cells[a]! : cell))

/** The ways of damaging a text table. */
export const textFaults: readonly TextFault[] = [
  cellFault('stranger', (_, random) => pick(random, strangers)),
  cellFault('stranger', (_, random) => pick(random, strangers)),
  cellFault('stranger after', (cell, random) => `${cell}${pick(random, strangers)}`),
  cellFault('figure', otherFigure),
  cellFault('figure', otherFigure),
  columnFault('columns swapped', (cells, column, random) => swapped(cells, column, random.below(cells.length))),
  columnFault('column lost', (cells, column) => cells.filter((_, i) => i !== column)),
  columnFault('column doubled', (cells, column) => [...cells, cells[column]!]),
  { name: 'line lost', harmless: true, apply: (lines, _, random) => lines.toSpliced(random.below(lines.length), 1) },
  { name: 'line doubled', apply: (lines, _, random) => doubled(lines, random.below(lines.length)) },
  { name: 'lines swapped', apply: (lines, _, random) => swapped(lines, random.below(lines.length), random.below(lines.length)) },
  { name: 'lines joined', apply: (lines, _, random) => joined(lines, random.below(lines.length)) },
  { name: 'line split', apply: (lines, _, random) => split(lines, random) },
  { name: 'blank line', harmless: true, apply: (lines, _, random) => lines.toSpliced(random.below(lines.length + 1), 0, '') },
  {
    name: 'heading spelt otherwise',
    apply: (lines, { body }, random) => lines.with(Math.max(0, body - 1), respelt(lines[Math.max(0, body - 1)] ?? '', random)),
  },
  { name: 'carriage returns', harmless: true, apply: (lines) => lines.map((line) => `${line}\r`) },
  { name: 'byte order mark', harmless: true, apply: (lines) => lines.with(0, `\ufeff${lines[0] ?? ''}`) },
]

const doubled = (lines: string[], at: number): string[] => lines.toSpliced(at, 0, lines[at] ?? '')

const joined = (lines: string[], at: number): string[] => lines.toSpliced(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`)

function split(lines: string[], random: RandomStream): string[] {
  const at = random.below(lines.length)
  const line = lines[at] ?? ''
  const place = random.below(line.length + 1)
  return lines.toSpliced(at, 1, line.slice(0, place), line.slice(place))
}

function respelt(heading: string, random: RandomStream): string {
  return pick(random, [
    heading.toUpperCase(),
    heading.toLowerCase(),
    heading.replaceAll(',', ';'),
    heading.replaceAll('a', 'а'),
    ` ${heading}`,
  ])
}
