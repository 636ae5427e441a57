/** The longest text that the patterns of a file are given. */
export interface TextLimit {
  readonly length: number
  readonly of: string
}

const sentence: TextLimit = { length: 2_000, of: 'a sentence' }

/** Folders and files, the more exact one first, with what their patterns are given and what holds it to that length. */
const limits: readonly (readonly [start: string, limit: TextLimit])[] = [
  ['src/claims/', sentence],
  ['src/', { length: 2_000, of: 'a name, a cell or an answer of ours' }],
  ['app/src/', { length: 2_000, of: 'an answer of the server' }],
]

/** What the patterns of a file are given at most. */
export function limitOf(file: string): TextLimit {
  return limits.find(([start]) => file.startsWith(start))?.[1] ?? sentence
}
