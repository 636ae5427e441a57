/**
 * Stata data files, format 118 (Stata 14 and later), as documented in Stata's manual under `help dta` (https://www.stata.com/help.cgi?dta_118). Written as a
 * stream: the sizes of all parts follow from the variables and the number of rows, so that nothing is held but one block of rows.
 */

/** The storage types: numbers, or a text of so many bytes at most (1 to 2045). */
export type StataType = 'byte' | 'int' | 'long' | 'double' | { readonly text: number }

export interface StataVariable {
  /** Up to 32 letters, digits and underscores: see `stataNames`. */
  readonly name: string
  readonly type: StataType
  /** Up to 80 characters; a longer label is cut. */
  readonly label: string
  /** Name of a set of value labels. */
  readonly valueLabels?: string
  /** Notes of the variable, shown by `notes list`. */
  readonly notes?: readonly string[]
}

export interface StataDescription {
  /** Up to 80 characters; a longer label is cut. */
  readonly label: string
  /** Day as `YYYY-MM-DD`. */
  readonly day: string
  readonly rows: number
  readonly variables: readonly StataVariable[]
  /** Numbers of the variables by which rows are sorted, from 0. */
  readonly sortedBy: readonly number[]
  /** Sets of value labels: whole numbers and their texts. */
  readonly valueLabels: Readonly<Record<string, readonly (readonly [value: number, text: string])[]>>
  /** Notes of the data set. */
  readonly notes: readonly string[]
}

/** Some rows, by variable. In a number NaN is a missing value, which Stata shows as a full stop. */
export interface StataBlock {
  readonly count: number
  readonly columns: readonly (ArrayLike<number> | readonly string[])[]
}

/** Bytes, code and missing value of each number type. */
const numberTypes = {
  byte: { bytes: 1, code: 65530, missing: 101 },
  int: { bytes: 2, code: 65529, missing: 32741 },
  long: { bytes: 4, code: 65528, missing: 2147483621 },
  double: { bytes: 8, code: 65526, missing: 2 ** 1023 },
} as const

/** Words that Stata keeps for itself (`help reserved`). */
const reserved = new Set('_all _b _coef _cons _n _N _pi _pred _rc _skip byte double float if in int long strL using with alias'.split(' '))

/**
 * Makes names that Stata takes: other characters become underscores, and what is longer than 32 is cut and numbered where two would be the same.
 *
 * @example stataNames(['year', 'fossil-imports'])   // ['year', 'fossil_imports']
 */
export function stataNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d|$)/, '_')
    let found = (reserved.has(clean) ? `${clean}_` : clean).slice(0, 32)
    for (let number = 2; taken.has(found); number++) found = `${clean.slice(0, 31 - String(number).length)}_${number}`
    taken.add(found)
    return found
  })
}

/**
 * Writes a Stata file in pieces.
 *
 * @param blocks   all rows, in blocks; together `description.rows`
 * @throws RangeError if the blocks have another number of rows
 */
export function* stataPieces(description: StataDescription, blocks: Iterable<StataBlock>): Generator<Uint8Array> {
  const { rows, variables } = description
  const header = headerOf(description)
  const sections = sectionsBeforeData(description)
  const width = variables.reduce((sum, { type }) => sum + widthOf(type), 0)
  const dataBytes = rows * width + '<data></data>'.length
  const labels = valueLabelSection(description.valueLabels)
  yield Buffer.concat([header, mapOf(header.length, sections, dataBytes, labels.length), ...sections, ascii('<data>')])
  let written = 0
  for (const block of blocks) {
    written += block.count
    yield packed(variables, block, width)
  }
  if (written !== rows) throw new RangeError(`stataPieces: ${written} rows were given, ${rows} were declared`)
  yield Buffer.concat([ascii('</data>'), ascii('<strls></strls>'), labels, ascii('</stata_dta>')])
}

function headerOf({ variables, rows, label, day }: StataDescription): Buffer {
  const [k, n, labelText] = [Buffer.alloc(2), Buffer.alloc(8), utf8(cut(label, 80))]
  k.writeUInt16LE(variables.length)
  n.writeBigUInt64LE(BigInt(rows))
  const labelLength = Buffer.alloc(2)
  labelLength.writeUInt16LE(labelText.length)
  const stamp = ascii(timestamp(day))
  return Buffer.concat([
    ascii('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>'),
    ...[k, ascii('</K><N>'), n, ascii('</N><label>'), labelLength, labelText, ascii('</label><timestamp>')],
    ...[Buffer.of(stamp.length), stamp, ascii('</timestamp></header>')],
  ])
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function timestamp(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date} ${months[Number(month) - 1]} ${year} 00:00`
}

/** The parts between the map and the data, in the order of the map. */
function sectionsBeforeData({ variables, sortedBy, notes }: StataDescription): Buffer[] {
  const sorted = Buffer.alloc(2 * (variables.length + 1))
  for (const [i, at] of sortedBy.entries()) sorted.writeUInt16LE(at + 1, 2 * i)
  const types = Buffer.alloc(2 * variables.length)
  for (const [i, { type }] of variables.entries()) types.writeUInt16LE(typeof type === 'string' ? numberTypes[type].code : type.text, 2 * i)
  return [
    section('variable_types', [types]),
    section(
      'varnames',
      variables.map(({ name }) => fixed(name, 129)),
    ),
    section('sortlist', [sorted]),
    section(
      'formats',
      variables.map(({ type }) => fixed(formatOf(type), 57)),
    ),
    section(
      'value_label_names',
      variables.map(({ valueLabels }) => fixed(valueLabels ?? '', 129)),
    ),
    section(
      'variable_labels',
      variables.map(({ label }) => fixed(cut(label, 80), 321)),
    ),
    section('characteristics', [...notesOf('_dta', notes), ...variables.flatMap(({ name, notes: own }) => notesOf(name, own ?? []))]),
  ]
}

function formatOf(type: StataType): string {
  if (typeof type !== 'string') return `%${type.text}s`
  return type === 'double' ? '%10.0g' : type === 'long' ? '%12.0g' : '%8.0g'
}

/** Positions in the file of its fourteen parts. */
function mapOf(at: number, sections: readonly Buffer[], dataBytes: number, labelBytes: number): Buffer {
  const mapBytes = '<map></map>'.length + 14 * 8
  const places = [0, at]
  let next = at + mapBytes
  for (const { length } of sections) {
    places.push(next)
    next += length
  }
  for (const length of [dataBytes, '<strls></strls>'.length, labelBytes]) {
    places.push(next)
    next += length
  }
  places.push(next, next + '</stata_dta>'.length)
  const content = Buffer.alloc(14 * 8)
  for (const [i, place] of places.entries()) content.writeBigUInt64LE(BigInt(place), 8 * i)
  return section('map', [content])
}

/** Notes are characteristics `note1`, `note2` …, and `note0` is their number. */
function notesOf(name: string, notes: readonly string[]): Buffer[] {
  if (notes.length === 0) return []
  return [String(notes.length), ...notes].map((text, i) => {
    const content = Buffer.concat([fixed(name, 129), fixed(`note${i}`, 129), utf8(text), Buffer.of(0)])
    return Buffer.concat([ascii('<ch>'), uint32(content.length), content, ascii('</ch>')])
  })
}

function valueLabelSection(sets: StataDescription['valueLabels']): Buffer {
  return section(
    'value_labels',
    Object.entries(sets).map(([name, labels]) => {
      const table = valueLabelTable(labels)
      return Buffer.concat([ascii('<lbl>'), uint32(table.length), fixed(name, 129), Buffer.alloc(3), table, ascii('</lbl>')])
    }),
  )
}

function valueLabelTable(labels: readonly (readonly [number, string])[]): Buffer {
  const texts = labels.map(([, text]) => Buffer.concat([utf8(text), Buffer.of(0)]))
  const offsets: number[] = []
  let length = 0
  for (const text of texts) {
    offsets.push(length)
    length += text.length
  }
  const values = labels.map(([value]) => int32(value))
  return Buffer.concat([uint32(labels.length), uint32(length), ...offsets.map(uint32), ...values, ...texts])
}

/** Rows as they stand in the file: row by row, each variable at its own width. */
function packed(variables: readonly StataVariable[], { count, columns }: StataBlock, width: number): Buffer {
  const out = Buffer.alloc(count * width)
  let offset = 0
  for (const [i, { type }] of variables.entries()) {
    const column = columns[i]!
    if (typeof type === 'string') writeNumbers(out, type, column as ArrayLike<number>, { count, offset, width })
    else
      for (let row = 0; row < count; row++) utf8(cutBytes((column as readonly string[])[row]!, type.text)).copy(out, row * width + offset)
    offset += widthOf(type)
  }
  return out
}

interface Layout {
  readonly count: number
  readonly offset: number
  readonly width: number
}

function writeNumbers(out: Buffer, type: Exclude<StataType, object>, column: ArrayLike<number>, { count, offset, width }: Layout): void {
  const view = new DataView(out.buffer, out.byteOffset, out.length)
  const { missing } = numberTypes[type]
  for (let row = 0, at = offset; row < count; row++, at += width) {
    const given = column[row]!
    const value = Number.isNaN(given) ? missing : given
    if (type === 'double') view.setFloat64(at, value, true)
    else if (type === 'byte') view.setInt8(at, value)
    else if (type === 'int') view.setInt16(at, value, true)
    else view.setInt32(at, value, true)
  }
}

function widthOf(type: StataType): number {
  return typeof type === 'string' ? numberTypes[type].bytes : type.text
}

function section(name: string, parts: readonly Buffer[]): Buffer {
  return Buffer.concat([ascii(`<${name}>`), ...parts, ascii(`</${name}>`)])
}

/** A text in a field of fixed length that ends with a zero. */
function fixed(text: string, length: number): Buffer {
  const field = Buffer.alloc(length)
  utf8(cutBytes(text, length - 1)).copy(field)
  return field
}

function cut(text: string, characters: number): string {
  const all = [...text]
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`
}

/** Cuts a text to so many bytes of UTF-8, and not within a character. */
function cutBytes(text: string, bytes: number): string {
  let cutText = text
  while (Buffer.byteLength(cutText) > bytes) cutText = [...cutText].slice(0, -1).join('')
  return cutText
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}
