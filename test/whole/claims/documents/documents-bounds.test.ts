import { expect, test } from 'vitest'
import type { SourceDocument } from '../../../../src/claims/documents/document.ts'
import { documentLimits } from '../../../../src/claims/documents/document-limits.ts'
import { readDocument } from '../../../../src/claims/documents/read-document.ts'
import { docx, paragraph, pdf, pdfOfWidths } from '../../../claims/documents/document-files.ts'
import { hostileFiles } from '../../../faults/hostile-files.ts'

const read = (bytes: Buffer, name: string): Promise<SourceDocument> => readDocument({ bytes, name })
const sentence = 'Trade between China and Russia came to 240 billion dollars in 2023, and the two expect it to grow.'

test.each<[string, string, RegExp]>([
  ['sizes-lie.docx', 'BadInput', /is damaged/],
  ['many-parts.docx', 'BadInput', /is damaged/],
  ['parts-on-parts.docx', 'TooLarge', /unpacks to more than 64 MB/],
  ['deep.docx', 'BadInput', /is damaged/],
  ['entities.docx', 'BadInput', /is damaged/],
  ['attributes.docx', 'BadInput', /is damaged/],
  ['one-table.docx', 'TooLarge', /more elements in one part/],
  ['packed-twice.pdf', 'TooLarge', /unpacks to more than any text does/],
  ['many-pages.pdf', 'TooLarge', /has 1000000 pages; up to 3000 are read/],
  ['pages-in-a-circle.pdf', 'BadInput', /damaged PDF|holds no text/],
])('%s is refused', async (name, code, message) => {
  await expect(read(hostileFiles[name]!(), name)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
})

test.each<[string, RegExp]>([
  ['many-pieces.pdf', /^page 1 holds more than is read of a page; the rest of it is left out$/],
  ['nested.html', /^only the first \d+ % of the page is read/],
  ['many-attributes.html', /^only the first \d+ % of the page is read/],
  ['one-paragraph.txt', /^only the first 32 % of it is read/],
])('%s is read as far as it goes, and says so', async (name, note) => {
  const { notes } = await read(hostileFiles[name]!(), name)
  expect(notes).toContainEqual(expect.stringMatching(note))
})

test.each(['comments.html', 'ends-of-scripts.html', 'no-end-of-tag.html', 'surrogates.txt', 'surrogates.md'])(
  '%s is read',
  async (name) => {
    const { blocks } = await read(hostileFiles[name]!(), name)
    expect(blocks.map(({ text }) => text).join('\n')).toContain('China exported goods')
  },
)

test('a long DOCX is read piece by piece, every paragraph of it once and in its order', async () => {
  const texts = Array.from({ length: 8000 }, (_, i) => `${sentence} It was deal number ${i}.`)
  const { blocks, notes } = await read(docx(texts.map((text) => paragraph(text)).join('')), 'a.docx')
  expect(blocks.map(({ text }) => text)).toEqual(texts)
  expect(notes).toEqual([])
})

test('a DOCX of more paragraphs than are read says how far it was', async () => {
  const { blocks, notes } = await read(docx(paragraph(sentence).repeat(60_000)), 'a.docx')
  expect(blocks).toHaveLength(documentLimits.blocks)
  expect(notes).toContainEqual(expect.stringMatching(/^only the first 5\d % of it is read/))
})

test('a page beyond its limit does not lose the pages before it', async () => {
  const long = Array.from({ length: documentLimits.pdf.pieces + 1000 }, (_, i) => ['x', 72, 700 - (i % 600)] as const)
  const { blocks, notes } = await read(pdf([[[sentence, 72, 700]], long]), 'a.pdf')
  expect(blocks[0]?.text).toBe(sentence)
  expect(notes).toContainEqual('page 2 holds more than is read of a page; the rest of it is left out')
})

test('a kilobyte that asks for two thousand million widths is refused, and this process lives', async () => {
  await expect(read(pdfOfWidths('0 2000000000 500'), 'widths.pdf')).rejects.toMatchObject({
    code: 'TooLarge',
    message: expect.stringMatching(/widths.pdf is too large to read/),
  })
  const { blocks } = await read(pdf([[['China and Russia traded goods worth $228 billion in 2025.', 72, 700]]]), 'a.pdf')
  expect(blocks).toHaveLength(1)
})

test('a page of a million entities is read up to where it holds too many, in the time of any other page', async () => {
  const page = `<p>China and Russia traded goods worth $228 billion in 2025.</p><p>${'a&lt;'.repeat(1e6)}</p><p>Left out.</p>`
  const began = performance.now()
  const { blocks, notes } = await read(Buffer.from(page), 'a.html')
  expect(performance.now() - began).toBeLessThan(30_000)
  expect(blocks[0]?.text).toBe('China and Russia traded goods worth $228 billion in 2025.')
  expect(blocks.some(({ text }) => text === 'Left out.')).toBe(false)
  expect(notes.join()).toMatch(/only the first 30 % of the page is read/)
})

test('character references are read as the characters that they stand for, a million of them too', async () => {
  const { blocks } = await read(
    Buffer.from(`<p>Trade of &quot;A&#38;B&quot; &amp;amp; &#x41;&eacute; &lt;p&gt; ${'&#66;'.repeat(1e6)}</p>`),
    'a.html',
  )
  expect(blocks[0]!.text.slice(0, 40)).toBe(`Trade of "A&B" &amp; A\u00e9 <p> ${'B'.repeat(12)}`)
})
