/**
 * Returns the first sentence of a text, or all of it.
 *
 * @example firstSentence('They traded little. Less than before.')   // "They traded little."
 */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+[A-Z]|$)/s.exec(text)?.[0] ?? text
}
