import type { TextSpan } from './mention.ts'

/** Returns the text before a span; at most `reach` characters, which keeps long sentences fast. */
export const textBefore = (text: string, { start }: Pick<TextSpan, 'start'>, reach: number = start): string =>
  text.slice(Math.max(0, start - reach), start)

/** Returns the text after a span. */
export const textAfter = (text: string, { end }: Pick<TextSpan, 'end'>): string => text.slice(end)

/** Returns the text between two spans; empty if they overlap. */
export const textBetween = (text: string, first: Pick<TextSpan, 'end'>, next: Pick<TextSpan, 'start'>): string =>
  text.slice(first.end, next.start)

/** Returns the text of a span. */
export const textOfSpan = (text: string, { start, end }: TextSpan): string => text.slice(start, end)
