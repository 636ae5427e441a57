import { documentLimits } from './document-limits.ts'

/** Pieces of an XML part, to be read one after another: `head`, the bytes between two cuts and `tail` together are a complete document. */
export interface XmlPieces {
  /** Everything before the children of the second element. */
  readonly head: Buffer
  /** Start of each piece; the last entry is the end of the last piece. */
  readonly cuts: readonly number[]
  readonly tail: Buffer
  /** Share of the bytes covered; 1 for all. */
  readonly read: number
}

/** Why a part is not read: it cannot be divided within the limits (`large`), or no word processor writes such XML (`odd`). */
type XmlRefusal = 'large' | 'odd'

/**
 * Scans an XML part before any library builds a tree, since a tree takes a hundred times the memory of the packed file. The part is split between the children
 * of its second element (the body), so that each tree covers one piece. Content beyond the limit is dropped after the last child that fits.
 *
 * @returns  'odd' for a document type (entities), oversized tags and too deep a nesting; 'large' if the part cannot be divided into pieces within the limits
 */
export function xmlPieces(xml: Buffer): XmlPieces | XmlRefusal {
  const { nodes: most, piece, depth: deepest, largestPiece } = documentLimits.docx
  const open: [from: number, to: number][] = []
  const cuts: number[] = []
  let within: readonly [number, number][] = []
  let nodes = 0
  let inPiece = 0
  let fits = 0
  for (let at = xml.indexOf(lessThan); at >= 0; at = xml.indexOf(lessThan, at)) {
    const skipped = behindOther(xml, at)
    if (skipped === 'odd') return 'odd'
    if (skipped !== null) {
      at = skipped
      continue
    }
    const tag = tagAt(xml, at)
    if (tag === null) return 'odd'
    nodes += tag.nodes
    inPiece += tag.nodes
    if (nodes > most || inPiece > largestPiece) break
    if (xml[at + 1] === slash) open.pop()
    else if (!tag.empty && open.push(nameAt(xml, at + 1)) > deepest) return 'odd'
    at = tag.end
    if (open.length !== 2) continue
    if (within.length === 0) within = open.slice()
    fits = tag.end
    if (cuts.length === 0 || inPiece > piece) {
      cuts.push(fits)
      inPiece = 0
    }
  }
  const all = nodes <= most && inPiece <= largestPiece
  if (!all && (fits === 0 || fits === cuts[0])) return 'large'
  if (cuts.length === 0 || cuts.at(-1) !== fits) cuts.push(fits)
  const [first = 0] = cuts
  const tail = Buffer.from(
    within
      .map(([from, to]) => `</${xml.toString('latin1', from, to)}>`)
      .reverse()
      .join(''),
  )
  return { head: xml.subarray(0, first), cuts, tail, read: all ? 1 : fits / xml.length }
}

const [lessThan, slash, quote, apostrophe, greaterThan, equals] = [0x3c, 0x2f, 0x22, 0x27, 0x3e, 0x3d]

/** Returns the position after a comment, processing instruction or CDATA section; null for a tag, `odd` for a document type. */
function behindOther(xml: Buffer, at: number): number | null | 'odd' {
  const behind = (mark: string): number => {
    const found = xml.indexOf(mark, at)
    return found < 0 ? xml.length : found + mark.length
  }
  if (xml[at + 1] === 0x3f) return behind('?>')
  if (xml[at + 1] !== 0x21) return null
  const start = xml.toString('latin1', at, at + 9)
  if (start.startsWith('<!--')) return behind('-->')
  return start === '<![CDATA[' ? behind(']]>') : 'odd'
}

interface XmlTag {
  /** Position after the tag. */
  readonly end: number
  readonly empty: boolean
  /** Number of nodes: the element and its attributes; 0 for an end tag. */
  readonly nodes: number
}

/** Returns the tag at this position, ignoring `>` within quotes; null if it is too long or does not end. */
function tagAt(xml: Buffer, at: number): XmlTag | null {
  let quoted = 0
  let nodes = xml[at + 1] === slash ? 0 : 1
  for (let i = at + 1; i < xml.length && i - at <= documentLimits.docx.tag; i++) {
    const byte = xml[i]!
    if (quoted !== 0) quoted = byte === quoted ? 0 : quoted
    else if (byte === quote || byte === apostrophe) quoted = byte
    else if (byte === equals) nodes++
    else if (byte === greaterThan) return { end: i + 1, empty: xml[i - 1] === slash, nodes }
  }
  return null
}

function nameAt(xml: Buffer, from: number): [number, number] {
  let to = from
  while (to < xml.length && xml[to]! > 0x20 && xml[to] !== slash && xml[to] !== greaterThan) to++
  return [from, to]
}
