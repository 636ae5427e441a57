import { VisavisError } from '../../errors.ts'

/** The decoded text of a file, and any guesses or repairs made to decode it. */
export interface Decoded {
  readonly text: string
  readonly notes: readonly string[]
}

/**
 * Decodes bytes as text. The encoding comes from the byte order mark, else UTF-16 if every other byte is 0, else UTF-8, else the declared encoding, else the
 * likelier Windows code page. Control characters, zero-width characters and direction marks are removed, and UTF-8 that was misread as Windows-1252 is
 * repaired. Notes report guesses, removed control characters and repairs.
 *
 * @param declared   the encoding that a web page declares
 * @throws BadInput  for bytes that are not text
 */
export function decode(bytes: Uint8Array, name: string, declared?: string): Decoded {
  const read = characters(bytes, declared)
  return cleaned(read, name)
}

function characters(bytes: Uint8Array, declared: string | undefined): Decoded {
  const marked = byMark(bytes)
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), notes: [] }
  const wide = widthOf(bytes)
  if (wide !== null)
    return { text: new TextDecoder(wide).decode(bytes), notes: [`read as ${wide.toUpperCase()}, which it does not say itself`] }
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.split('\uFFFD').length - 1
  if (broken === 0) return { text, notes: [] }
  if (broken * 20 < (text.match(/[^\0-\x7f]/g) ?? []).length) {
    return { text, notes: [`${broken} characters of it are damaged (no valid UTF-8)`] }
  }
  const { label, said } = known(declared) ?? { label: codePageOf(bytes), said: false }
  const note = said ? `read as ${label}, as it says itself` : `no valid UTF-8: read as ${label}, which is a guess`
  return { text: codePage(label, bytes), notes: [note] }
}

const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Decodes with a one-byte encoding. Node decodes Windows-1252 as Latin-1 (nodejs/node#56542); quotation marks and dashes are restored. */
function codePage(label: string, bytes: Uint8Array): string {
  const text = new TextDecoder(label).decode(bytes)
  return label === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (one) => upper[one.charCodeAt(0) - 0x80] ?? one) : text
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** Detects UTF-16: in English, every other byte is then 0. Null if this is not so. */
function widthOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4096) & ~1
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const [even, odd] = zeros.map((count) => count / Math.max(1, looked / 2))
  if (odd! > 0.6 && even! < 0.1) return 'utf-16le'
  return even! > 0.6 && odd! < 0.1 ? 'utf-16be' : null
}

function known(label: string | undefined): { label: string; said: true } | null {
  if (label === undefined || /^utf-?8$/i.test(label)) return null
  try {
    return { label: new TextDecoder(label).encoding, said: true }
  } catch {
    return null
  }
}

/** Chooses the likelier code page: Cyrillic text consists mostly of high bytes, Latin text has few. */
function codePageOf(bytes: Uint8Array): 'windows-1251' | 'windows-1252' {
  let high = 0
  let letters = 0
  for (const byte of bytes) {
    if (byte >= 0xc0) high++
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++
  }
  return high > letters / 2 ? 'windows-1251' : 'windows-1252'
}

const removed = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is matched
const controls = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g
const ligatures: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' }

function cleaned({ text, notes }: Decoded, name: string): Decoded {
  const odd = (text.match(controls) ?? []).length
  if (odd > 8 && odd > text.length / 200) {
    throw new VisavisError('BadInput', `${name} is no text: it holds control characters all over`, {
      hint: 'give a text, Markdown, HTML, PDF or DOCX file',
    })
  }
  const mended = unmangled(plainCharacters(text))
  const told = [
    ...notes,
    ...(odd > 0 ? [`${odd} control characters were taken out`] : []),
    ...(mended.count > 0 ? [`${mended.count} characters were garbled (UTF-8 read as Windows-1252) and are mended`] : []),
  ]
  return { text: mended.text, notes: told }
}

/**
 * Normalises line ends to `
 * ` and white space to spaces, splits ligatures, and removes invisible characters.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(removed, '')
    .replace(controls, '')
    .replace(/[ﬀ-ﬄ]/g, (one) => ligatures[one] ?? one)
    .replace(/\r\n?|[\u2028\u2029\x85]/g, '\n')
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
}

const windows1252 = new Map(Array.from({ length: 256 }, (_, byte) => [codePage('windows-1252', Uint8Array.of(byte)), byte] as const))
const garbled = /[ÂÃÅâ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}/g

/** Repairs `â€™`, `Ã©` and similar, where the characters read as Windows-1252 bytes are valid UTF-8. */
function unmangled(text: string): { text: string; count: number } {
  let count = 0
  const mended = text.replace(garbled, (run) => {
    const bytes = Uint8Array.from([...run], (one) => windows1252.get(one) ?? 0)
    try {
      const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      count++
      return read
    } catch {
      return run
    }
  })
  return { text: mended, count }
}
