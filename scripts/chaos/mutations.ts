import { type RandomStream, randomStream } from '../../src/numeric/random.ts'

/** A way of damaging a text file of figures; undefined where it cannot be applied to a file. */
type Mutation = (text: string, random: RandomStream) => string | undefined

interface Sheet {
  readonly before: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: string
  readonly end: string
}

/**
 * The lines of a table; its header is the first line with as many cells as the next. Lines with the delimiter in quoted
 * cells are left unchanged.
 */
function sheetOf(text: string): Sheet | undefined {
  const end = text.endsWith('\n') ? '\n' : ''
  const lines = text.replace(/\n$/, '').split('\n')
  const delimiter = [',', ';', '\t'].find((one) => lines.slice(0, 40).filter((line) => line.split(one).length > 2).length > 5)
  if (delimiter === undefined || text.trimStart().startsWith('<') || text.trimStart().startsWith('{')) return undefined
  const at = lines.findIndex(
    (line, i) =>
      line.split(delimiter).length > 2 &&
      lines
        .slice(i + 1)
        .find((next) => next.trim() !== '')
        ?.split(delimiter).length === line.split(delimiter).length,
  )
  if (at < 0) return undefined
  const cells = lines.slice(at + 1).map((line) => line.split(delimiter))
  return { before: lines.slice(0, at), header: lines[at]!.split(delimiter), rows: cells, delimiter, end }
}

function textOf({ before, header, rows, delimiter, end }: Sheet): string {
  return [...before, header.join(delimiter), ...rows.map((row) => row.join(delimiter))].join('\n') + end
}

/** A number from 0 to below 1. */
const chance = (random: RandomStream): number => random.below(2 ** 30) / 2 ** 30

const bare = (cell: string): string => cell.trim().replace(/^"|"\r?$|"$/g, '')
const isFigure = (cell: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(bare(cell)) && !/^(1[89]|20)\d\d$/.test(bare(cell))

/** The column of the figures: among columns with figures in most rows, the one with the most distinct figures. */
function figureColumn({ header, rows }: Sheet): number | undefined {
  const sample = rows.filter((_, i) => i % Math.ceil(rows.length / 400) === 0)
  const kinds = header.map((_, column) => {
    const cells = sample.flatMap((row) => (row.length === header.length && isFigure(row[column]!) ? [bare(row[column]!)] : []))
    return cells.length * 4 < sample.length ? 0 : new Set(cells).size
  })
  const most = Math.max(...kinds)
  return most < 2 ? undefined : kinds.lastIndexOf(most)
}

/** Changes figures in the figure column, each with a probability of `share`. */
const cells =
  (share: number, change: (cell: string, random: RandomStream) => string): Mutation =>
  (text, random) => {
    const sheet = sheetOf(text)
    const column = sheet === undefined ? undefined : figureColumn(sheet)
    if (sheet === undefined || column === undefined) return undefined
    const rows = sheet.rows.map((row) =>
      row.length === sheet.header.length && isFigure(row[column]!) && chance(random) < share
        ? row.map((cell, i) => (i === column ? cell.replace(bare(cell), (figure) => change(figure, random)) : cell))
        : row,
    )
    return textOf({ ...sheet, rows })
  }

const lines =
  (change: (all: string[], random: RandomStream) => string[]): Mutation =>
  (text, random) => {
    const end = text.endsWith('\n') ? '\n' : ''
    return change(text.replace(/\n$/, '').split('\n'), random).join('\n') + end
  }

const columns =
  (change: (sheet: Sheet, a: number, b: number) => Sheet): Mutation =>
  (text) => {
    const sheet = sheetOf(text)
    const a = sheet === undefined ? undefined : figureColumn(sheet)
    if (sheet === undefined || a === undefined) return undefined
    const other = sheet.header.findLastIndex(
      (_, i) => i !== a && sheet.rows.filter((row) => isFigure(row[i] ?? '')).length * 4 > sheet.rows.length,
    )
    return textOf(change(sheet, a, other < 0 ? (a + 1) % sheet.header.length : other))
  }

const swapped = (row: readonly string[], a: number, b: number): string[] =>
  row.map((cell, i) => (i === a ? row[b]! : i === b ? row[a]! : cell))
const grouped = (figure: string, mark: string): string => {
  const [whole, rest] = Math.abs(Number(figure)).toFixed(2).split('.') as [string, string]
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, mark)
  return mark === ',' ? `"${groups}.${rest}"` : groups
}

const twoDigits = (figure: string, random: RandomStream): string => {
  const places = [...figure].flatMap((char, i) => (/\d/.test(char) && /\d/.test(figure[i + 1] ?? '') && char !== figure[i + 1] ? [i] : []))
  if (places.length === 0) return figure
  const at = places[random.below(places.length)]!
  return figure.slice(0, at) + figure[at + 1]! + figure[at]! + figure.slice(at + 2)
}

const few = 0.02

/** Every known or conceivable way in which the figures of a file go wrong. */
export const mutations: Readonly<Record<string, Mutation>> = {
  trunc_mid: (text) => text.slice(0, Math.floor(text.length * 0.71) + 3),
  trunc_line: lines((all) => all.slice(0, Math.floor(all.length * 0.7))),
  trunc_lastdigits: (text) => text.replace(/\n$/, '').slice(0, -2),
  middlecut: (text) => text.slice(0, Math.floor(text.length * 0.4)) + text.slice(Math.floor(text.length * 0.5) + 7),
  middlelines: lines((all) => [...all.slice(0, Math.floor(all.length * 0.4)), ...all.slice(Math.floor(all.length * 0.52))]),
  duprows: lines((all, random) => all.flatMap((line, i) => (i > all.length / 2 && chance(random) < few ? [line, line] : [line]))),
  dupconflict: (text, random) => {
    const sheet = sheetOf(text)
    const column = sheet === undefined ? undefined : figureColumn(sheet)
    if (sheet === undefined || column === undefined) return undefined
    const rows = sheet.rows.flatMap((row) =>
      chance(random) < few && isFigure(row[column] ?? '')
        ? [row, row.map((cell, i) => (i === column ? cell.replace(bare(cell), `9${bare(cell)}`) : cell))]
        : [row],
    )
    return textOf({ ...sheet, rows })
  },
  shuffle: (text, random) => {
    const sheet = sheetOf(text)
    if (sheet === undefined) return undefined
    const rows = [...sheet.rows]
    for (let i = rows.length - 1; i > 0; i--) {
      const j = random.below(i + 1)
      ;[rows[i], rows[j]] = [rows[j]!, rows[i]!]
    }
    return textOf({ ...sheet, rows })
  },
  dropcell: lines((all) => all.map((line, i) => (i === Math.floor(all.length / 2) ? line.replace(/[,;\t][^,;\t]*/, '') : line))),
  joinlines: lines((all) =>
    all.flatMap((line, i) => (i === Math.floor(all.length / 2) ? [] : [i === Math.floor(all.length / 2) - 1 ? line + all[i + 1]! : line])),
  ),
  swapcols: columns((sheet, a, b) => ({
    ...sheet,
    rows: sheet.rows.map((row) => (row.length === sheet.header.length ? swapped(row, a, b) : row)),
  })),
  swaphdr: columns((sheet, a, b) => ({ ...sheet, header: swapped(sheet.header, a, b) })),
  movecols: columns((sheet, a, b) => ({
    ...sheet,
    header: swapped(sheet.header, a, b),
    rows: sheet.rows.map((row) => (row.length === sheet.header.length ? swapped(row, a, b) : row)),
  })),
  thdot: cells(1, (figure) => grouped(figure, '.')),
  thousands: cells(1, (figure) => grouped(figure, ',')),
  thspace: cells(1, (figure) => grouped(figure, ' ')),
  deccomma: cells(1, (figure) => figure.replace('.', ',')),
  paren: cells(few, (figure) => `(${figure})`),
  pct: cells(few, (figure) => `${figure}%`),
  star: cells(few, (figure) => `${figure}*`),
  hex: cells(few, (figure) => `0x${Math.round(Math.abs(Number(figure))).toString(16)}`),
  inf: cells(few, () => '1e400'),
  nan: cells(few, () => 'NaN'),
  negative: cells(few, (figure) => `-${figure}`),
  zero: cells(0.1, () => '0'),
  blank: cells(0.1, () => ''),
  huge: cells(few, (figure) => String(Number(figure) * 1e9)),
  tiny: cells(few, (figure) => String(Number((Number(figure) / 1e6).toPrecision(9)))),
  digits: cells(few, twoDigits),
  x1000: cells(1, (figure) => String(Number((Number(figure) * 1000).toPrecision(15)))),
  d1000: cells(1, (figure) => String(Number((Number(figure) / 1000).toPrecision(15)))),
  year: (text, random) => text.replace(/\b(19|20)\d\d\b/g, (year) => (chance(random) < 0.005 ? `${year}9` : year)),
  fullwidth: cells(few, (figure) => figure.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
  bomcrlf: (text) => `\ufeff${text.replace(/\r?\n/g, '\r\n')}`,
  flip: (text, random) => {
    const at = Math.floor(text.length * (0.3 + 0.4 * chance(random)))
    return `${text.slice(0, at)}\ufffd${text.slice(at + 1)}`
  },
}

/** A text damaged in one of the ways, reproducibly. */
export function mutated(name: string, text: string): string | undefined {
  return mutations[name]!(text, randomStream(15, name))
}
