import { decodeXML } from 'entities/decode'
import { readBytes } from './csv.ts'
import { columnName } from './spreadsheet.ts'

/** Colour of a cell's text. Only blue and red have a meaning in providers' files; null stands for all other colours. */
export type TextColour = 'blue' | 'red' | null

/** Returns the colour of a cell's text, by the name of the sheet and by row and column (both counted from 0). */
export type ColourOfCell = (sheet: string, row: number, column: number) => TextColour

/** The two colours as a workbook writes them: as an index of the old palette, or as hexadecimal ARGB. */
const named: Readonly<Record<string, TextColour>> = { '10': 'red', '12': 'blue', FFFF0000: 'red', FF0000FF: 'blue' }

/**
 * Reads the text colours of an .xlsx workbook, since some providers mark estimates only by colour, and the workbook library does not return colours. A cell has
 * the number of a style, and the font of the style in `xl/styles.xml` has the colour.
 *
 * @returns undefined if the colours are unknown: the file is an .xls, or has no styles
 */
export async function readColours(path: string): Promise<ColourOfCell | undefined> {
  const bytes = await readBytes(path)
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return undefined
  const { CFB } = await import('@e965/xlsx')
  const parts = CFB.read(bytes, { type: 'buffer' }) as unknown
  const text = (name: string): string => {
    const entry = CFB.find(parts, `/${name}`) as { readonly content?: Uint8Array } | null
    return entry?.content === undefined ? '' : Buffer.from(entry.content).toString('utf8')
  }
  const byStyle = colourOfStyles(text('xl/styles.xml'))
  if (byStyle.length === 0) return undefined
  const files = sheetFiles(text('xl/workbook.xml'), text('xl/_rels/workbook.xml.rels'))
  const known = new Map<string, ReadonlyMap<string, TextColour>>()
  return (sheet, row, column) => {
    const cells = known.get(sheet) ?? coloursOfCells(text(files.get(sheet) ?? ''), byStyle)
    known.set(sheet, cells)
    return cells.get(`${columnName(column)}${row + 1}`) ?? null
  }
}

function colourOfStyles(styles: string): TextColour[] {
  const fonts = (/<fonts[^>]*>(.*?)<\/fonts>/s.exec(styles)?.[1]?.match(/<font\s*\/>|<font[ >].*?<\/font>/gs) ?? []).map((font) => {
    const colour = /<color [^>]*?(?:indexed|rgb)="(\w+)"/.exec(font)?.[1]?.toUpperCase()
    return named[colour ?? ''] ?? null
  })
  const formats = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf [^<>]*>/g) ?? []
  return formats.map((format) => fonts[Number(/fontId="(\d+)"/.exec(format)?.[1] ?? 0)] ?? null)
}

function sheetFiles(workbook: string, relations: string): Map<string, string> {
  const targets = new Map(
    (relations.match(/<Relationship [^<>]*>/g) ?? []).map(
      (relation) => [attribute(relation, 'Id'), attribute(relation, 'Target')] as const,
    ),
  )
  return new Map(
    (workbook.match(/<sheet [^<>]*>/g) ?? []).map((sheet) => {
      const target = targets.get(attribute(sheet, 'r:id')) ?? ''
      return [attribute(sheet, 'name'), target.startsWith('/') ? target.slice(1) : `xl/${target}`] as const
    }),
  )
}

function attribute(tag: string, name: string): string {
  return decodeXML(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function coloursOfCells(sheet: string, byStyle: readonly TextColour[]): ReadonlyMap<string, TextColour> {
  const cells = new Map<string, TextColour>()
  for (const [, attributes = ''] of sheet.matchAll(/<c ([^<>]*)>/g)) {
    const colour = byStyle[Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? null
    if (colour !== null) cells.set(/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '', colour)
  }
  return cells
}
