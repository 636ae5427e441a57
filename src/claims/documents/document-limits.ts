/**
 * How much of a document is read, whatever its form. A file is small beside what it unpacks to, so nothing here is measured when all is done, but while it is read.
 * Thirty books fit into none of these; what people write as one text does.
 */
export const documentLimits = {
  /** Characters of text: some two thousand printed pages. */
  characters: 3e6,
  /** Paragraphs, headings, items and rows. */
  blocks: 30_000,
  docx: {
    /** Parts of the archive; pictures are parts. */
    parts: 5000,
    /** Bytes of all parts that hold text, unpacked. */
    bytes: 64e6,
    /** Elements and attributes of one part. Beyond, the main text is cut at the end of a paragraph or table. */
    nodes: 600_000,
    /** So many at a time; a paragraph or table may be larger, up to the second. */
    piece: 20_000,
    largestPiece: 150_000,
    depth: 100,
    /** Bytes of one tag, with its attributes. */
    tag: 20_000,
  },
  markdown: {
    /** Lines; two thousand printed pages have fewer. */
    lines: 100_000,
    /** Brackets, stars and the like, of all paragraphs. Those beyond are read with their marks. */
    marks: 400_000,
  },
  html: {
    /** Elements, their attributes and the texts between them. Beyond, the page is cut. */
    nodes: 300_000,
    /** Pages nested deeper than any that people write are read without their nesting. */
    depth: 250,
  },
  pdf: {
    pages: 3000,
    /** Bytes of one stream of the file, unpacked, and of any table that is made of it. */
    stream: 16_777_216,
    /** Bytes of all that is unpacked and made for one page. */
    page: 536_870_912,
    /** Pieces of text on a page, and their characters. */
    pieces: 30_000,
    characters: 300_000,
    /** Megabytes of objects. */
    heap: 160,
    /** Milliseconds for which it may tell of no page. */
    silence: 20_000,
    /** Milliseconds in all. */
    time: 120_000,
  },
} as const
