import type { PanelBlock } from '../../assessments/panel/panel.ts'
import { blocksOf, type PanelAnswer, panelContent } from '../../assessments/panel/panel-answer.ts'
import { panelFlags } from '../../assessments/panel/panel-flags.ts'
import { panelStates } from '../../assessments/panel/panel-series.ts'

/** How the cells of a row are written. */
interface RowForm {
  /** Before each row and after it. */
  readonly open: string
  readonly close: string
  /** Before a cell, by column: a comma, or a comma and the name. */
  readonly before: readonly string[]
  /** Around a text. */
  readonly quote: string
  readonly missing: string
}

/** The panel as CSV: a missing value is blank, and its flag says why. */
export function* panelCsv(answer: PanelAnswer): Generator<Uint8Array> {
  const names = answer.columns.map(({ name }) => name)
  yield Buffer.from(`${names.join(',')}\n`)
  yield* rowBytes(answer, { open: '', close: '\n', before: separated(names.map(() => '')), quote: '', missing: '' })
}

/** The panel as JSON Lines: an object for each row, with every column; a missing value is null. */
export function panelJsonLines(answer: PanelAnswer): Generator<Uint8Array> {
  const before = separated(answer.columns.map(({ name }) => `"${name}":`))
  return rowBytes(answer, { open: '{', close: '}\n', before, quote: '"', missing: 'null' })
}

/** The answer as JSON with all its rows, each a list in the order of the columns. An answer of another process has its first rows only. */
export function* panelJson(answer: PanelAnswer): Generator<Uint8Array> {
  const { rows, ...about } = answer
  yield Buffer.from(`${JSON.stringify(about, null, 2).slice(0, -2)},\n  "rows": [\n`)
  if (panelContent(answer) === undefined) yield Buffer.from(rows.map((row) => JSON.stringify(row)).join(',\n'))
  else {
    let isFirst = true
    const form = { open: '[', close: '],\n', before: separated(answer.columns.map(() => '')), quote: '"', missing: 'null' }
    for (const piece of rowBytes(answer, form)) {
      // the comma after the last row of a piece is written before the next one
      if (!isFirst) yield Buffer.from(',\n')
      yield piece.subarray(0, -2)
      isFirst = false
    }
  }
  yield Buffer.from('\n  ]\n}\n')
}

const separated = (before: readonly string[]): string[] => before.map((text, i) => (i === 0 ? text : `,${text}`))

/** Rows in one piece. */
const rowsInPiece = 4096

/** Most bytes of a number. */
const numberBytes = 25

/** The texts of a form as bytes, which are copied into every row. A row is written as bytes, since joining forty short strings takes ten times as long. */
interface FormBytes {
  readonly open: Uint8Array
  readonly close: Uint8Array
  readonly before: readonly Uint8Array[]
  readonly missing: Uint8Array
  readonly iso: readonly Uint8Array[]
  readonly flags: readonly Uint8Array[]
  /** By figure: what it says of no source and of each of its sources; undefined where the figure has no such column. */
  readonly sources: readonly (readonly Uint8Array[] | undefined)[]
}

function* rowBytes(answer: PanelAnswer, form: RowForm): Generator<Uint8Array> {
  const texts = formBytes(answer, form)
  const widest = Math.max(...[...texts.flags, ...texts.sources.flatMap((one) => one ?? [])].map(({ length }) => length))
  const most = answer.columns.length * Math.max(numberBytes, widest) + texts.before.reduce((sum, { length }) => sum + length, 8)
  for (const block of blocksOf(answer)) {
    for (let row = 0; row < block.count; row += rowsInPiece) {
      const end = Math.min(block.count, row + rowsInPiece)
      const writer = new ByteWriter((end - row) * most)
      for (let at = row; at < end; at++) writeRow(writer, block, at, texts)
      yield writer.written()
    }
  }
}

/** Ids and codes have no character that CSV or JSON would escape. */
function formBytes(answer: PanelAnswer, { open, close, before, quote, missing }: RowForm): FormBytes {
  const text = (value: string): Uint8Array => Buffer.from(`${quote}${value}${quote}`)
  return {
    ...{ open: Buffer.from(open), close: Buffer.from(close), missing: Buffer.from(missing) },
    before: before.map((one) => Buffer.from(one)),
    iso: panelStates.map(({ iso3 }) => text(iso3)),
    flags: [Buffer.from(missing), ...panelFlags.map(({ name }) => text(name))],
    sources: (panelContent(answer)?.figures ?? []).map(({ series }) =>
      series.oneSourceEach ? [Buffer.from(missing), ...series.sourceTexts.map(text)] : undefined,
    ),
  }
}

function writeRow(writer: ByteWriter, block: PanelBlock, row: number, texts: FormBytes): void {
  const { year, a, b, cow, gw } = block
  const { open, close, before, missing, iso, flags, sources } = texts
  const [i, j] = [a[row]!, b[row]!]
  writer.bytes(open)
  writer.bytes(before[0]!)
  writer.bytes(iso[i]!)
  writer.bytes(before[1]!)
  writer.bytes(iso[j]!)
  writer.bytes(before[2]!)
  writer.number(year)
  let column = 3
  for (const code of [cow[i]!, cow[j]!, gw[i]!, gw[j]!]) {
    writer.bytes(before[column++]!)
    if (code === 0) writer.bytes(missing)
    else writer.number(code)
  }
  for (let f = 0; f < sources.length; f++) {
    const value = block.values[f]![row]!
    writer.bytes(before[column++]!)
    if (Number.isNaN(value)) writer.bytes(missing)
    else writer.number(value)
    writer.bytes(before[column++]!)
    writer.bytes(flags[block.flags[f]![row]!]!)
    const names = sources[f]
    if (names === undefined) continue
    writer.bytes(before[column++]!)
    writer.bytes(names[block.sources[f]![row]!]!)
  }
  writer.bytes(close)
}

/** Writes short texts and numbers into one buffer that is large enough. */
class ByteWriter {
  readonly #out: Uint8Array
  #at = 0

  constructor(bytes: number) {
    this.#out = new Uint8Array(bytes)
  }

  bytes(text: Uint8Array): void {
    const out = this.#out
    let at = this.#at
    for (let i = 0; i < text.length; i++) out[at++] = text[i]!
    this.#at = at
  }

  /** Writes a number in the fewest digits that give it back, as `String` does. */
  number(value: number): void {
    const out = this.#out
    if (value >= 0 && value < 10_000 && Number.isInteger(value)) {
      let digits = value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4
      const next = this.#at + digits
      for (let left = value; digits > 0; left = (left - (left % 10)) / 10) out[this.#at + --digits] = 48 + (left % 10)
      this.#at = next
      return
    }
    const text = String(value)
    for (let i = 0; i < text.length; i++) out[this.#at++] = text.charCodeAt(i)
  }

  /** The part that was written, without the rest of the buffer. */
  written(): Uint8Array {
    return this.#out.slice(0, this.#at)
  }
}
