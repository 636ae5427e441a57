/** A text as it was read: plain, without markup. Nothing of the original runs or is fetched. */
export interface SourceDocument {
  /** File name, address, or `stdin`. */
  readonly name: string
  readonly form: 'text' | 'markdown' | 'html' | 'pdf' | 'docx'
  readonly title: string | null
  readonly author: string | null
  /** Publication day as fine as it is known (`2024-05-01`, `2024-05`, `2024`); null where the document has none. */
  readonly date: string | null
  readonly blocks: readonly Block[]
  /** What the reader must know: pages without text, a table left out, an encoding that was guessed. */
  readonly notes: readonly string[]
}

/** A paragraph, a heading, an item of a list or a row of a table; line breaks within are blanks unless each line is a sentence of its own. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row' | 'quote'
  readonly text: string
  /** Page of a PDF, the first is 1. */
  readonly page?: number
}
