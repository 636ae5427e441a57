/** The code of each ASCII character: 1 to 26 for letters of either case, 27 for digits, 28 for space, 29 for hyphen, 30 for comma, 31 for all others. */
const codes = new Uint8Array(128).fill(31)
for (let i = 0; i < 26; i++) codes[65 + i] = codes[97 + i] = i + 1
for (let i = 0; i < 10; i++) codes[48 + i] = 27
codes[32] = 28
codes[45] = 29
codes[44] = 30

const bits = 5
const codeAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  return unit < 128 ? codes[unit]! : (likeLetters.get(unit) ?? 31)
}

/** Codes of the long s (`ſ`) and the kelvin sign, which patterns with the flags `iu` match as `s` and `k`. */
const likeLetters: ReadonlyMap<number, number> = new Map([
  [0x17f, codes[115]!],
  [0x212a, codes[107]!],
])

/** How many codes there are for grams: 2^15. A gram is a run of one, two or three characters; grams of different length have different codes. */
const gramCount: number = 1 << (3 * bits)

/** Returns the grams that occur in every text that contains the string. */
export function gramsOf(string: string): Uint16Array {
  const size = Math.min(3, string.length)
  const grams = new Set<number>()
  for (let i = 0; i + size <= string.length; i++) {
    let gram = 0
    for (let k = 0; k < size; k++) gram = (gram << bits) | codeAt(string, i + k)
    grams.add(gram)
  }
  return Uint16Array.from(grams)
}

/** The grams of the text scanned last. */
export class GramsOfText {
  readonly #seen = new Uint32Array(gramCount)
  #turn = 0
  #text: string | undefined

  /** Scans a text, unless it is the one scanned last. */
  look(text: string): void {
    if (text === this.#text) return
    this.#text = text
    const turn = ++this.#turn
    let last = 0
    let pair = 0
    for (let i = 0; i < text.length; i++) {
      const code = codeAt(text, i)
      const gram = (pair << bits) | code
      this.#seen[code] = turn
      this.#seen[(last << bits) | code] = turn
      this.#seen[gram] = turn
      last = code
      pair = gram & 0x3ff
    }
  }

  hasAll(grams: Uint16Array): boolean {
    for (let i = 0; i < grams.length; i++) if (this.#seen[grams[i]!] !== this.#turn) return false
    return true
  }
}
