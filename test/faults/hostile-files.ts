import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import { docx, paragraph, zip } from '../claims/documents/document-files.ts'

const claim = 'China exported goods worth USD 111 billion to Russia in 2023.'
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A PDF of one page, with content compressed the given number of times. */
function page(content: Buffer, packed = 1): Buffer {
  let stream = content
  for (let i = 0; i < packed; i++) stream = deflateSync(stream)
  const filter = packed === 0 ? '' : `/Filter [${'/FlateDecode '.repeat(packed)}]`
  return ofObjects([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    [`<< /Length ${stream.length} ${filter} >>`, stream],
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}

function ofObjects(objects: readonly (string | readonly [string, Buffer])[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const at: number[] = []
  const length = (): number => pieces.reduce((sum, piece) => sum + piece.length, 0)
  objects.forEach((object, i) => {
    at.push(length())
    const [dictionary, stream] = typeof object === 'string' ? [object, null] : object
    pieces.push(Buffer.from(`${i + 1} 0 obj\n${dictionary}\n`))
    if (stream !== null) pieces.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'))
    pieces.push(Buffer.from('endobj\n'))
  })
  const rows = at.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length()}\n%%EOF\n`
  return Buffer.concat([...pieces, Buffer.from(end)])
}

/**
 * The first object is in an object stream that decompresses to a hundred megabytes, and the object table is compressed
 * too.
 */
function objectStream(): Buffer {
  const stream = deflateSync(Buffer.concat([Buffer.from('1 0 << /Type /Catalog /Pages 3 0 R >>'), Buffer.alloc(100e6, 32)]))
  const head = Buffer.from(`%PDF-1.5\n2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`)
  const places = Buffer.from([2, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 9])
  const table = deflateSync(Buffer.concat([Buffer.from([0, 0, 0, 0]), places.subarray(0, 4), Buffer.from([1, 0, 9, 0])]))
  const body = Buffer.concat([head, stream, Buffer.from('\nendstream\nendobj\n')])
  const last = `9 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Root 1 0 R /Length ${table.length} /Filter /FlateDecode >>\nstream\n`
  return Buffer.concat([body, Buffer.from(last), table, Buffer.from(`\nendstream\nendobj\nstartxref\n${body.length}\n%%EOF\n`)])
}

/** An archive with a wrong size in its directory. */
function lying(): Buffer {
  const whole = docx(paragraph(claim).repeat(10_000))
  const at = whole.indexOf('PK\x01\x02', whole.indexOf('PK\x01\x02') + 4, 'latin1')
  whole.writeUInt32LE(100, at + 24)
  return whole
}

/** One compressed part with many directory entries pointing to it. */
function overlapping(count: number): Buffer {
  const bytes = Buffer.from(`<w:document ${namespace}>${' '.repeat(1e6)}</w:document>`)
  const packed = deflateRawSync(bytes)
  const entry = (name: string, mark: string, more: number): Buffer => {
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(bytes.length, 18)
    head.writeUInt16LE(name.length, 22)
    return Buffer.concat([Buffer.from(mark, 'latin1'), head, Buffer.alloc(more), Buffer.from(name)])
  }
  const local = Buffer.concat([entry('word/document.xml', 'PK\x03\x04', 0), packed])
  const names = Array.from({ length: count }, (_, i) => (i === 0 ? 'word/document.xml' : `word/p${i}.xml`))
  const list = Buffer.concat(names.map((name) => entry(name, 'PK\x01\x02\x14\x00', 14)))
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, list, end])
}

const body = (inner: string): Buffer => Buffer.from(`<html><body><p>${claim}</p>${inner}</body></html>`)
const inWord = (document: string): Buffer => zip({ 'word/document.xml': document })
const million = 1_000_000

/** Documents crafted to exhaust memory or time, generated anew; each has a few kilobytes to some megabytes. */
export const hostileFiles: Readonly<Record<string, () => Buffer>> = {
  'many-paragraphs.docx': () => docx(paragraph(claim).repeat(500_000)),
  'empty-paragraphs.docx': () => docx('<w:p/>'.repeat(5 * million)),
  'one-table.docx': () => docx(`<w:tbl>${'<w:tr><w:tc><w:p/></w:tc></w:tr>'.repeat(400_000)}</w:tbl>`),
  'sizes-lie.docx': lying,
  'many-parts.docx': () => zip(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`word/p${i}.xml`, '<a/>']))),
  'parts-on-parts.docx': () => overlapping(4000),
  'deep.docx': () => docx('<w:p>'.repeat(100_000)),
  'entities.docx': () =>
    inWord(`<!DOCTYPE a [<!ENTITY a "${claim}">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'}]><w:document ${namespace}>&b;</w:document>`),
  'attributes.docx': () => docx(`<w:p ${Array.from({ length: 500_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
  'many-attributes.docx': () => docx(`<w:p ${'a="1" b="2" c="3" d="4" '.repeat(200)}/>`.repeat(10_000)),
  'packed-twice.pdf': () => page(Buffer.alloc(200e6, 32), 2),
  'many-pieces.pdf': () => page(Buffer.from(`BT /F1 12 Tf ${`1 0 0 1 50 700 Tm (${'a'.repeat(5)}) Tj `.repeat(million)} ET`)),
  'long-page.pdf': () => page(Buffer.from(`BT /F1 12 Tf ${`(${claim}) Tj `.repeat(million)} ET`)),
  'one-string.pdf': () => page(Buffer.from(`BT /F1 12 Tf (${'a'.repeat(30 * million)}) Tj ET`)),
  'many-operands.pdf': () => page(Buffer.from(`BT /F1 12 Tf [${'1 '.repeat(10 * million)}] TJ ET`)),
  'drawings.pdf': () => page(Buffer.from('q Q '.repeat(8 * million))),
  'objects.pdf': objectStream,
  'many-pages.pdf': () => {
    const kids = '3 0 R '.repeat(million)
    return ofObjects([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${million} >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
    ])
  },
  'pages-in-a-circle.pdf': () => ofObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>']),
  'nested.html': () => body('<div>'.repeat(million)),
  'inline.html': () => body('<b>x'.repeat(million)),
  'many-elements.html': () => body('<p>a b c.</p>'.repeat(700_000)),
  'many-attributes.html': () => body(`<p ${'a=1 b=2 c=3 d=4 '.repeat(150)}>x</p>`.repeat(3000)),
  'ends-of-scripts.html': () => body(`<script>${'</script '.repeat(million)}`),
  'no-end-of-tag.html': () => body(`<a ${'x'.repeat(9 * million)}`),
  'comments.html': () => Buffer.from(`${'<!-- a -->'.repeat(1000)}${claim}`),
  'raised.html': () => body('<sup>'.repeat(200) + '<b>1</b>'.repeat(200_000)),
  'lines.txt': () => Buffer.from(`${claim}\n\n${'a b\n\n'.repeat(1.9 * million)}`),
  'one-paragraph.txt': () => Buffer.from(`${claim} `.repeat(150_000)),
  'surrogates.txt': () =>
    Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(`${claim} `, 'utf16le'), Buffer.alloc(100_000, '\xd8\xd8', 'latin1')]),
  'surrogates.md': () => Buffer.from(`# A\n\n${claim} ${'&#55357;'.repeat(10_000)}`),
  'marks.md': () => Buffer.from(`# A\n\n${'[a]('.repeat(million)}`),
}
