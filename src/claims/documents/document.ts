/** A document as plain text without markup. Nothing in the original runs or is fetched. */
export interface SourceDocument {
  /** File name, address, or `stdin`. */
  readonly name: string
  readonly form: 'text' | 'markdown' | 'html' | 'pdf' | 'docx'
  readonly title: string | null
  readonly author: string | null
  /** Publication date as precise as known (`2024-05-01`, `2024-05`, `2024`); null if the document has none. */
  readonly date: string | null
  readonly blocks: readonly Block[]
  /** What the user must know: pages without text, a table left out, a guessed encoding. */
  readonly notes: readonly string[]
}

/** A paragraph, heading, list item, quotation or table row. Line breaks within it have become spaces. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'row' | 'quote'
  readonly text: string
  /** Page of a PDF, counted from 1. */
  readonly page?: number
}
