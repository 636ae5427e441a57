const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/**
 * Returns a text as a terminal may show it. Characters that control a terminal (they could hide or replace what follows) or change the direction of text are
 * replaced; line breaks and tabs stay.
 *
 * @example printableText('a\u001b[2Jb')   // 'a\ufffd[2Jb'
 */
export function printableText(text: string): string {
  return text.replace(unprintable, (sign) => (sign === '\n' || sign === '\t' ? sign : '\ufffd'))
}
