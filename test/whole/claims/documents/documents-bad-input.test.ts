import { describe, expect, test } from 'vitest'
import type { SourceDocument } from '../../../../src/claims/documents/document.ts'
import { readDocument, sentencesOf } from '../../../../src/claims/documents/read-document.ts'
import { docx, paragraph, pdf, zip } from '../../../claims/documents/document-files.ts'

const read = (content: string | Buffer, name = 'a.txt'): Promise<SourceDocument> =>
  readDocument({ bytes: Buffer.from(content as string), name })
const english = 'Trade between China and Russia came to 240 billion dollars in 2023, and the two expect it to grow. '
const russian = 'Товарооборот между Россией и Китаем вырос в прошлом году до 240 миллиардов долларов. '.repeat(4)

describe('what is no document is refused by what it is', () => {
  test.each<[string, string | Buffer, string, string, RegExp]>([
    ['nothing', '', 'a.txt', 'BadInput', /a\.txt is empty/],
    ['blanks', ' \n\t\n ', 'a.txt', 'BadInput', /holds no text/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), 'a.txt', 'BadInput', /an image \(PNG\)/],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256)), 'a.txt', 'BadInput', /is no text/],
    ['zeros', Buffer.alloc(5000), 'a.txt', 'BadInput', /is no text/],
    ['Rich Text', '{\\rtf1\\ansi Hello}', 'a.rtf', 'BadInput', /a Rich Text file/],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc', 'BadInput', /an old Word or Excel file/],
    ['JSON', '{"a":1}', 'a.json', 'BadInput', /is data \(JSON\)/],
    ['a page where a PDF was promised', '<!doctype html><p>Log in', 'a.pdf', 'BadInput', /a\.pdf is an HTML page, not a PDF/],
    ['a text where a DOCX was promised', english, 'a.docx', 'BadInput', /a\.docx is a text, not a DOCX/],
    ['a torn PDF', pdf([[[english, 72, 700]]]).subarray(0, 300), 'a.pdf', 'BadInput', /damaged PDF|holds no text/],
    ['a PDF of pictures', pdf([[], []]), 'a.pdf', 'BadInput', /no text on any of its 2 pages: a scan is a picture/],
    [
      'a locked PDF',
      pdf(
        [[[english, 72, 700]]],
        '',
        `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      ),
      'a.pdf',
      'BadInput',
      /under a password/,
    ],
    ['a torn DOCX', docx(paragraph(english)).subarray(0, 400), 'a.docx', 'BadInput', /damaged, or no DOCX/],
    ['an archive of something else', zip({ 'a.txt': english }), 'a.zip', 'BadInput', /an archive without a text document/],
    ['a workbook', zip({ 'xl/workbook.xml': '<x/>' }), 'a.docx', 'BadInput', /a spreadsheet/],
    [
      'a DOCX that unpacks beyond all measure',
      zip({ 'word/document.xml': Buffer.alloc(80e6, 32) }),
      'a.docx',
      'TooLarge',
      /unpacks to more than 64 MB/,
    ],
    [
      'a DOCX of nonsense',
      zip({ '[Content_Types].xml': '<', 'word/document.xml': '<w:document' }),
      'a.docx',
      'BadInput',
      /damaged, or no DOCX/,
    ],
    ['50 MB of text', Buffer.alloc(50e6, english), 'a.txt', 'TooLarge', /has 50 MB; a document of this form is read up to 10 MB/],
    ['Russian', russian, 'a.txt', 'BadInput', /is in a language in Cyrillic letters; only English is read/],
    ['Hebrew, from right to left', 'הסחר בין סין לרוסיה גדל בשנה שעברה. '.repeat(5), 'a.txt', 'BadInput', /is in Hebrew/],
    ['Chinese', '中俄贸易额去年增长到两千四百亿美元。'.repeat(5), 'a.txt', 'BadInput', /is in Chinese/],
    [
      'French',
      'Les échanges entre la Chine et la Russie ont été multipliés par deux dans les dix années qui ont suivi. '.repeat(3),
      'a.txt',
      'BadInput',
      /is in French/,
    ],
  ])('%s', async (_, content, name, code, message) => {
    const error = await read(content, name).then(
      () => null,
      (cause: unknown) => cause,
    )
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

describe('encodings', () => {
  const text = `${english}“It’s £5,” said Müller – twice.`
  const utf16 = Buffer.from(text, 'utf16le')
  const cp1252 = Buffer.from(
    text.replace(/[“”’–]/g, (one) => ({ '“': '\x93', '”': '\x94', '’': '\x92', '–': '\x96' })[one]!),
    'latin1',
  )

  test.each<[string, Buffer, RegExp | null]>([
    ['UTF-8', Buffer.from(text), null],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), null],
    ['UTF-16 with its mark', Buffer.concat([Buffer.of(0xff, 0xfe), utf16]), null],
    ['UTF-16, big end first', Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(utf16).swap16()]), null],
    ['UTF-16 without a mark', utf16, /read as UTF-16LE/],
    ['UTF-16 without a mark, big end first', Buffer.from(utf16).swap16(), /read as UTF-16BE/],
    ['Windows-1252', cp1252, /read as windows-1252, which is a guess/],
    ['UTF-8 once read as Windows-1252', Buffer.from(`${english}â€œItâ€™s Â£5,â€\u009d said MÃ¼ller â€“ twice.`), /garbled/],
    ['NULs at both ends', Buffer.from(`\0${text}\0`), /2 control characters/],
    ['marks of direction and of no width', Buffer.from(`\u202E${text.split('').join('\u200B')}`), null],
  ])('%s', async (_, bytes, note) => {
    const document = await read(bytes)
    expect(document.blocks.map((block) => block.text)).toEqual([text])
    expect(document.notes.join('; ')).toMatch(note ?? /^$/)
  })

  test('a page is read in the encoding that it names', async () => {
    const page = Buffer.from(`<html><head><meta charset="windows-1251"></head><body><p>${english}`)
    const document = await read(
      Buffer.concat([page, Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]), Buffer.from(' is its capital.</p></body></html>')]),
      'a.html',
    )
    expect(document.blocks[0]?.text).toMatch(/Москва is its capital\.$/)
    expect(document.notes).toContain('read as windows-1251, as it says itself')
  })

  test('Russian in Windows-1251 is known for Russian', async () => {
    const bytes = Buffer.from([...russian].map((one) => (one >= 'А' && one <= 'я' ? one.charCodeAt(0) - 0x350 : one.charCodeAt(0))))
    await expect(read(bytes)).rejects.toThrow(/Cyrillic/)
  })
})

describe('odd, but read', () => {
  test('all in capitals: read, and said', async () => {
    expect((await read(english.toUpperCase())).notes).toEqual([expect.stringMatching(/all in capitals/)])
  })

  test('tables alone: no sentences, and said', async () => {
    const document = await read('Year\tExports\tImports\n2022\t76\t114\n2023\t111\t129\n')
    expect(sentencesOf(document)).toEqual([])
    expect(document.notes).toEqual(['3 rows of tables are not read for claims', 'it holds no sentences: only headings or tables'])
  })

  test('a paragraph in another language is left out, and said', async () => {
    const document = await read(`${english.repeat(4)}\n\n${russian}`)
    expect(sentencesOf(document)).toHaveLength(4)
    expect(document.notes).toEqual(['1 of 2 paragraphs are not in English and not read'])
  })

  test('a megabyte without a stop is left out, and said', async () => {
    const document = await read(`${english}The ${'trade of the year in the '.repeat(50_000)}`)
    expect(sentencesOf(document)).toHaveLength(1)
    expect(document.notes).toEqual(['a stretch of more than 2000 characters without a full stop not read'])
  })
})

/** Milliseconds of work, not of waiting. */
async function cost(content: string | Buffer, name: string): Promise<number> {
  const before = process.cpuUsage()
  const document = await read(content, name).catch(() => null)
  if (document !== null) sentencesOf(document)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe('made to hang a reader: each takes seconds of work, where what grows with the square of a megabyte takes hours', () => {
  const body = (inner: string): string => `<html><body>${inner}</body></html>`
  test.each<[string, string, string]>([
    ['elements nested 10,000 deep', body(`${'<div>'.repeat(10_000)}<p>${english}</p>`), 'a.html'],
    ['a hundred thousand elements that are never closed', body(`<p>${english}</p>${'<b>x<i>y'.repeat(50_000)}`), 'a.html'],
    [
      'a hundred thousand attributes',
      body(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=1`).join(' ')}>${english}</p>`),
      'a.html',
    ],
    [
      'an attribute of a megabyte',
      body(`<p title="${'x'.repeat(1e6)}">${english}</p><img src="data:image/png;base64,${'A'.repeat(4e6)}">`),
      'a.html',
    ],
    ['a hundred thousand line breaks', body(`<p>${english}${'a<br>'.repeat(100_000)}</p>`), 'a.html'],
    ['quotation marks that never pair', body(`<p>${english}</p>${`<a "> `.repeat(200_001)}`), 'a.html'],
    ['scripts and drawings that never end', body(`<p>${english}</p>${'<svg><math>'.repeat(100_000)}`), 'a.html'],
    ['comments that never end', body(`<p>${english}</p>${'<!-- '.repeat(500_000)}`), 'a.html'],
    ['a hundred thousand <', body(`<p>${english}</p>${'<'.repeat(1e5)}`), 'a.html'],
    ['tables within tables', body(`${'<table><tr><td>'.repeat(5000)}${english}`), 'a.html'],
    ['a megabyte of [', `# A\n\n${english}${'['.repeat(1e6)}`, 'a.md'],
    ['a megabyte of *a', `# A\n\n${english}${'*a'.repeat(5e5)}`, 'a.md'],
    ['a megabyte of `', `# A\n\n${english}${'` '.repeat(5e5)}`, 'a.md'],
    ['comments of Markdown that never end', `# A\n\n${english}${'<!-- '.repeat(2e5)}`, 'a.md'],
    ['a megabyte of stops', `${english}${'. '.repeat(5e5)}`, 'a.txt'],
    ['a megabyte of dots', `${english}${'.'.repeat(1e6)}x`, 'a.txt'],
    ['a megabyte of opened brackets', `${english}${'( A. '.repeat(2e5)}`, 'a.txt'],
    ['a megabyte of closed quotations', `${english}${'."'.repeat(5e5)}x`, 'a.txt'],
    ['a million lines', `${english}\n${'a b\n'.repeat(1e6)}`, 'a.txt'],
    ['a hundred thousand abbreviations', `${english}${'See the e.g. '.repeat(1e5)}`, 'a.txt'],
    ['a megabyte of preformatted lines', body(`<pre>${'a b.\n\n'.repeat(2e5)}`), 'a.html'],
    ['a megabyte of tabs', `${english}\n${'\t'.repeat(1e6)}x`, 'a.txt'],
    ['a megabyte of blanks', `${english}\n${' '.repeat(1e6)}x`, 'a.txt'],
  ])(
    '%s',
    async (_, content, name) => {
      expect(await cost(content, name)).toBeLessThan(60_000)
    },
    300_000,
  )
})
