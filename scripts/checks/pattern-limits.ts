/** The maximum length of the texts that the patterns of a file receive. */
export interface TextLimit {
  readonly length: number
  readonly of: string
}

const sentence: TextLimit = { length: 2_000, of: 'sentence' }

/**
 * Folders and files, more specific first, with the length limit of their patterns' input. Sentences are limited where
 * they are read (`isReadable`); the other limits are the realistic maximum.
 */
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

/** The length limit for the patterns of a file. */
export function limitOf(file: string): TextLimit {
  return limits.find(([start]) => file.startsWith(start))?.[1] ?? sentence
}
