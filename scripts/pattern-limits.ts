/** The longest text that the patterns of a file are given. */
export interface TextLimit {
  readonly length: number
  readonly of: string
}

const sentence: TextLimit = { length: 2_000, of: 'sentence' }

/** Folders and files, the more exact one first, with what their patterns are given. A sentence is held to its length where it is read (`isReadable`); of the others that is the length of what is written in earnest. */
const limits: readonly (readonly [start: string, limit: TextLimit])[] = [
  ['src/claims/documents/document-sentences.ts', { length: 80, of: 'words round a stop' }],
  ['src/claims/documents/document-dates.ts', { length: 160, of: 'beginning of a line' }],
  ['src/claims/documents/', { length: 2_000, of: 'line or page of a document' }],
  ['src/claims/text/patterns/pattern-literals.ts', { length: 2_000, of: 'pattern of ours' }],
  ['src/claims/', sentence],
  ['src/measures/speeches/speech-text.ts', { length: 2_000, of: 'line of a file that is added' }],
  ['src/sources/', { length: 2_000, of: 'cell, label or tag of a file that is added' }],
  ['src/states/', { length: 2_000, of: 'name of a state' }],
  ['src/server/', { length: 2_000, of: 'name of a file' }],
  ['src/', { length: 2_000, of: 'request or answer' }],
  ['app/src/', { length: 2_000, of: 'answer of the server' }],
]

/** What the patterns of a file are given at most. */
export function limitOf(file: string): TextLimit {
  return limits.find(([start]) => file.startsWith(start))?.[1] ?? sentence
}
