/**
 * Reading limits for documents in any format. A small file can unpack to a very large one, so the limits are checked
 * while reading. Thirty books exceed any of these limits; a text written as one document does not.
 */
export const documentLimits = {
  /** Characters of text: about two thousand printed pages. */
  characters: 3e6,
  /** Paragraphs, headings, list items and table rows. */
  blocks: 30_000,
  docx: {
    /** Parts of the archive, pictures included. */
    parts: 5000,
    /** Bytes of all unpacked text parts. */
    bytes: 64e6,
    /**
     * Elements and attributes of one part. Beyond this, the main text is truncated at the end of a paragraph or table.
     */
    nodes: 600_000,
    /** Target size of a piece, in elements and attributes. A single paragraph or table may be larger, up to `largestPiece`. */
    piece: 20_000,
    largestPiece: 150_000,
    depth: 100,
    /** Bytes of one tag with its attributes. */
    tag: 20_000,
  },
  markdown: {
    /** Lines; two thousand printed pages have fewer. */
    lines: 100_000,
    /** Brackets, asterisks and similar marks in all paragraphs. Beyond this, the marks are read as text. */
    marks: 400_000,
  },
  html: {
    /** Elements, their attributes and the texts between them. Beyond this, the page is truncated. */
    nodes: 300_000,
    /** Deeper pages, which are not written by hand, are read without their nesting. */
    depth: 250,
  },
  pdf: {
    pages: 3000,
    /** Unpacked bytes of one stream of the file, and of any table built from it. */
    stream: 16_777_216,
    /** Bytes of everything unpacked and built for one page. */
    page: 536_870_912,
    /** Text items on a page, and their characters. */
    pieces: 30_000,
    characters: 300_000,
    /** Megabytes of heap. */
    heap: 160,
    /** Megabytes of the process that reads it, the runtime included. */
    memory: 768,
    /** Maximum milliseconds without completing a page. */
    silence: 20_000,
    /** Maximum milliseconds in total. */
    time: 120_000,
  },
} as const
