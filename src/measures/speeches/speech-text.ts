/**
 * Normalises a speech to plain lower-case text, without accents and soft hyphens, and with words rejoined across line breaks.
 *
 * @example plainSpeech('Côte d’Ivoire co-\noperates')   // "cote d’ivoire cooperates"
 */
export function plainSpeech(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad]/g, '')
    .replace(/(?<=\p{L})-\s*\n\s*(?=\p{Ll})/gu, '')
    .toLowerCase()
}

/**
 * Returns the words of each sentence of a plain text: runs of three or more of the letters a to z. Numbers, paragraph marks and
 * short words do not count. A sentence ends at a full stop, a question or exclamation mark or a semicolon before white
 * space, and at an empty line.
 *
 * @param plain   from `plainSpeech`
 * @returns       sentences with at least one word, in order
 * @example sentenceWords('102. we want peace. no war; none')   // [["want", "peace"], ["war"], ["none"]]
 */
export function sentenceWords(plain: string): string[][] {
  return plain
    .split(/[.?!;]+(?=\s)|\n\s*\n/)
    .map((sentence) => sentence.match(/[a-z]{3,}/g) ?? [])
    .filter((words) => words.length > 0)
}
