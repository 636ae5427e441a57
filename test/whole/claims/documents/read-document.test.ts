import { describe, expect, test } from 'vitest'
import type { SourceDocument } from '../../../../src/claims/documents/document.ts'
import { readDocument, sentencesOf } from '../../../../src/claims/documents/read-document.ts'
import { column, docx, paragraph, pdf, table } from '../../../claims/documents/document-files.ts'

const read = (content: string | Buffer, name: string): Promise<SourceDocument> =>
  readDocument({ bytes: Buffer.from(content as string), name })
const kinds = ({ blocks }: SourceDocument): string[] => blocks.map(({ kind, text }) => `${kind}: ${text}`)
const sentences = (document: SourceDocument): string[] => sentencesOf(document).map(({ text }) => text)

const long = 'Trade between China and Russia reached $240 billion in 2023, and most of it was paid in the currencies of the two states.'

describe('plain text', () => {
  test('headings, paragraphs, items and rows are told apart, and lines filled to a width are put together', async () => {
    const text = `Two Neighbours and Their Trade
By Jane Doe
Published 12 January 2024

Trade between the two neighbours grew in every year since the war and
reached a record of $240 billion, of which oil made up more than a
third; the interme-
diate goods that it needs came from the south.

What It Sells
- Oil
- Gas and coal

Year\tUSD bn
2022\t190`
    const document = await read(text, 'essay.txt')
    expect(document).toMatchObject({ form: 'text', title: 'Two Neighbours and Their Trade', author: 'Jane Doe', date: '2024-01-12' })
    expect(kinds(document).slice(3)).toEqual([
      'paragraph: Trade between the two neighbours grew in every year since the war and reached a record of $240 billion, of which oil made up more than a third; the intermediate goods that it needs came from the south.',
      'heading: What It Sells',
      'item: Oil',
      'item: Gas and coal',
      'row: Year | USD bn',
      'row: 2022 | 190',
    ])
    expect(document.notes).toEqual(['2 rows of tables are not read for claims'])
  })

  test('a text with a sentence on each line keeps them apart', async () => {
    const lines = ['China sold more in 2023.', 'Russia sold less', 'The two met in May, and signed nothing at all']
    expect(sentences(await read(lines.join('\n'), 'stdin'))).toEqual([
      'China sold more in 2023.',
      'The two met in May, and signed nothing at all',
    ])
    const figures = ['Exports: 3 % more', 'Imports grew 4 %']
    expect(sentences(await read(figures.join('\n'), 'stdin'))).toEqual(figures)
  })

  test.each([
    ['Moscow, Jan. 12, 2024', '2024-01-12'],
    ['MOSCOW, January 12 2023 (TASS) - Trade grew.', '2023-01-12'],
    ['Last Updated : 24 March 2022, 17:14 IST', '2022-03-24'],
    ['By J. Doe | May 3rd, 2023', '2023-05-03'],
    ['May 2024', '2024-05'],
    ['2024-05-01', '2024-05-01'],
    ['Date: Friday, 1 March 2019', '2019-03-01'],
    ['Trade reached a record in May 2024.', null],
    ['31 February 2024', null],
    ['1/5/2024', null],
  ])('the day in the line "%s" is %s', async (line, day) => {
    expect((await read(`${line}\n\n${long}`, 'a.txt')).date).toBe(day)
  })

  test('a dateline without a year gives no day, and says so', async () => {
    const document = await read(`BEIJING, Jan. 12 (Xinhua) -- ${long}`, 'a.txt')
    expect(document.date).toBeNull()
    expect(document.notes).toEqual(['its dateline names a day (Jan. 12) and no year'])
  })

  test('a day in the middle of a long text is no day of the text', async () => {
    expect((await read(`${`${long}\n\n`.repeat(20)}12 May 2021\n\n${long}`, 'a.txt')).date).toBeNull()
  })
})

test('Markdown: front matter, headings, links, tables; no code, images, comments or notes’ marks', async () => {
  const text = `---
title: "Oil & Arms"
author: Jane Doe
date: 2024-05-01
---
# Oil

China buys [more oil](https://example.org/a_(b)) from **Russia**[^1] than from *any* other
state, and ![a chart](chart.png)pays in \`yuan\`; see [the note][n].<br>

Setext heading
--------------
* one
  goes on
* two_with_underscores

> quoted words

| Year | USD bn |
|---|--:|
| 2022 | 190 |

\`\`\`js
const hidden = 'Russia sold nothing in 2023.'
\`\`\`
<!-- China sold nothing. -->

[n]: https://example.org
[^1]: By customs &amp; others \\*.
`
  const document = await read(text, 'a.md')
  expect(document).toMatchObject({ form: 'markdown', title: 'Oil & Arms', author: 'Jane Doe', date: '2024-05-01' })
  expect(kinds(document)).toEqual([
    'heading: Oil',
    'paragraph: China buys more oil from Russia than from any other state, and pays in yuan; see the note.',
    'heading: Setext heading',
    'item: one goes on',
    'item: two_with_underscores',
    'quote: quoted words',
    'row: Year | USD bn',
    'row: 2022 | 190',
    'item: By customs & others *.',
  ])
  expect(document.notes).toContain('1 block of code left out')
})

test('Markdown as CommonMark has it: what is in a list, under a table, in code and behind a year', async () => {
  const text = `# 1. Oil\n\n${long}\n\n- Sales:\n| Year | USD bn |\n|--|--|\n| 2022 | *190* |\nSource: customs, \`a * b\`.\n\n1. One\n\n   and more, C&ocirc;te d'Ivoire\n\n1945\\. After the war\n\n> - a quoted item\n\n    indented <b>text</b>\n`
  expect(kinds(await read(text, 'a.md')).filter((block) => !block.includes(long.slice(0, 20)))).toEqual([
    'heading: 1. Oil',
    'item: Sales:',
    'row: Year | USD bn',
    'row: 2022 | 190',
    'paragraph: Source: customs, a * b.',
    'item: One',
    "item: and more, Côte d'Ivoire",
    'paragraph: 1945. After the war',
    'quote: a quoted item',
    'paragraph: indented text',
  ])
})

test.each<[string, string]>([
  ['nested quotations', '>'.repeat(100_000)],
  ['brackets', '['.repeat(100_000)],
  ['images', '!['.repeat(100_000)],
  ['stars', '*a **b'.repeat(100_000)],
  ['backticks', Array.from({ length: 1000 }, (_, i) => '`'.repeat(i + 1)).join('a')],
  ['nested items', '- '.repeat(100_000)],
  ['rows', `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(100_000)}`],
  ['columns', `${'|a'.repeat(3000)}\n${'|-'.repeat(3000)}\n${'|\n'.repeat(50_000)}`],
])(
  'a hundred thousand %s of Markdown take ten seconds of a processor at most: what grows with the square takes minutes',
  async (_, hostile) => {
    const before = process.cpuUsage()
    await read(`# A\n\n${long}\n\n${hostile}`, 'a.md')
    const { user } = process.cpuUsage(before)
    expect(user / 1e6).toBeLessThan(10)
  },
)

test('Markdown on standard input is known by its headings', async () => {
  expect((await read(`# One\n\n${long}\n\n## Two\n\n${long}`, 'stdin')).form).toBe('markdown')
})

describe('web pages', () => {
  const page = (head: string, body: string): string => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`
  const article = `<article><h1>Pipes &amp; ports</h1>${`<p>${long}</p>`.repeat(6)}<table><tr><th>Year</th><th>USD&nbsp;bn</th></tr><tr><td>2022</td><td>190</td></tr></table><p>Sales of gas<sup>3</sup> grew&#8212;but <b>not</b> those of coal, which fell in each of the three years that followed.</p></article>`
  const frame = `<nav><ul><li><a href="/">Home</a></li><li><a href="/x">Subscribe now</a></li></ul></nav>${article}<footer>All rights reserved.</footer>`

  test('the article is taken from its page, with its particulars, and a table as rows', async () => {
    const head = `<title>Pipes | Site</title><meta property="og:title" content="Pipes &amp; ports"><meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-05-01T08:00:00Z">`
    const document = await read(page(head, frame), 'https://example.org/a')
    expect(document).toMatchObject({ form: 'html', title: 'Pipes & ports', author: 'Jane Doe', date: '2024-05-01' })
    const all = kinds(document).join('\n')
    expect(all).toContain('row: Year | USD bn\nrow: 2022 | 190')
    expect(all).toContain('paragraph: Sales of gas grew—but not those of coal')
    expect(all).not.toMatch(/Subscribe|rights/)
  })

  test.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"Person"},{"headline":"H","datePublished":"2023-03-04","author":[{"name":"A B"},{"name":"C D"}]}]}</script>',
      '2023-03-04',
      'A B, C D',
    ],
    ['time', '', '2022-02-01', null],
    [
      'a citation',
      '<meta name="citation_publication_date" content="2021/05/06"><meta name="citation_author" content="E F">',
      '2021-05-06',
      'E F',
    ],
  ])('day and author by %s', async (_, head, date, author) => {
    const body = head === '' ? article.replace('<p>', '<p><time datetime="2022-02-01">1 February</time></p><p>') : article
    expect(await read(page(head, body), 'a.html')).toMatchObject({ date, author })
  })

  test('the day in an address is taken where the page has none, and said', async () => {
    const document = await read(page('', frame), 'https://example.org/2020/03/04/pipes')
    expect(document.date).toBe('2020-03-04')
    expect(document.notes).toContain('the date is that of its address')
  })

  test('a day that stands above the article is its day; of several, none is', async () => {
    const above = (days: string): string => page('', frame.replace('<article>', `<div class="meta">${days}</div><article>`))
    expect((await read(above('<p>12 May 2025</p>'), 'a.html')).date).toBe('2025-05-12')
    expect((await read(above('<p>12 May 2025</p><p>13 May 2025</p>'), 'a.html')).date).toBeNull()
  })

  test('what is hidden, scripted or for machines is no text', async () => {
    const hostile = `<p hidden>HIDDEN one.</p><p style="display: none">HIDDEN two.</p><script>document.write('HIDDEN three.')</script><style>p{content:'HIDDEN'}</style><svg><text>HIDDEN</text><script>1</script></svg><template><p>HIDDEN</p></template><noscript><p>HIDDEN</p></noscript><!-- HIDDEN --><img src=x onerror="HIDDEN()"><iframe srcdoc="HIDDEN"></iframe><meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">`
    const document = await read(page(hostile, frame.replace('<table', `${hostile}<table`)), 'a.html')
    expect(JSON.stringify(document)).not.toContain('HIDDEN')
    expect(sentences(document)).toHaveLength(7)
  })

  test('a page of our own time and one of 1995 are both read', async () => {
    const old = `<HTML><BODY BGCOLOR=white><CENTER>NEWS</CENTER><P>${long}<P>${long}<BR><BR>${long}<LI>a point of it is short</BODY>`
    expect(sentences(await read(old, 'a.htm')).filter((text) => text === long)).toHaveLength(3)
  })
})

describe('PDF', () => {
  const body = (n: number): string[] => [
    `Page ${n} begins with a line that is filled to the width of its column, and it`,
    'goes on with the trade of the two states, which in 2023 came to 240 bil-',
    `lion dollars; that is ${['', 'more', 'less', 'no more'][n]} than in the year before. It ends within a`,
  ]
  const pages = [1, 2, 3].map((n) => [
    ['Journal of Pipes', 72, 800, 8] as const,
    ...column(n === 1 ? body(n) : [`sentence of the page before. ${body(n)[0]}`, ...body(n).slice(1)]),
    [`${n}`, 300, 40, 8] as const,
  ])

  test('running heads and page numbers go, divided words and sentences are put together, pages are counted', async () => {
    const told: string[] = []
    const bytes = pdf(pages, '/Title (Pipes) /Author (Jane Doe) /CreationDate (D:20240501080000Z)')
    const document = await readDocument({ bytes, name: 'a.pdf', onProgress: (done, of) => told.push(`${done}/${of}`) })
    expect(document).toMatchObject({ form: 'pdf', title: 'Pipes', author: 'Jane Doe', date: '2024-05-01' })
    expect(told).toEqual(['1/3', '2/3', '3/3'])
    expect(sentences(document)[0]).toBe(
      'Page 1 begins with a line that is filled to the width of its column, and it goes on with the trade of the two states, which in 2023 came to 240 billion dollars; that is more than in the year before.',
    )
    expect(sentences(document)[1]).toBe('It ends within a sentence of the page before.')
    expect(JSON.stringify(document.blocks)).not.toContain('Journal')
    expect(document.blocks[0]?.page).toBe(1)
    expect(document.notes).toEqual(['the date is the day on which the file was made'])
  })

  test('a heading, an item and a row of a table stand alone', async () => {
    const document = await read(
      pdf([
        [
          ['The Trade of 2023', 72, 760, 16],
          ...column(
            [
              'It grew in every quarter of the year, and most of all in the second of them;',
              'nobody had expected that when the year began, and few said so.',
            ],
            72,
            730,
          ),
          ['- Oil was the first of the goods sold.', 72, 690],
          ...[0, 1].flatMap((row) => [0, 1, 2].map((cell) => [`${2022 + row}${cell}`, 72 + 120 * cell, 660 - 12 * row] as const)),
        ],
      ]),
      'a.pdf',
    )
    expect(kinds(document)).toEqual([
      'heading: The Trade of 2023',
      'paragraph: It grew in every quarter of the year, and most of all in the second of them; nobody had expected that when the year began, and few said so.',
      'item: Oil was the first of the goods sold.',
      'row: 20220 | 20221 | 20222',
      'row: 20230 | 20231 | 20232',
    ])
    expect(document.title).toBe('The Trade of 2023')
  })

  test('two columns are read one after the other; wide gaps in a justified line are no table', async () => {
    const left = [
      'The trade of the two states grew in every',
      'year since the war, and in none of them as',
      'much as in the last, when the price of oil',
    ]
    const justified = [['rose', 72, 664] as const, ['with', 140, 664] as const, ['that', 210, 664] as const, ['of', 250, 664] as const]
    const right = ['gas and of coal. Nobody in the ministry had', 'seen it coming.']
    const document = await read(
      pdf([[['A Heading That Takes', 72, 760, 16], ['Two Lines', 72, 741, 16], ...column(left), ...justified, ...column(right, 320)]]),
      'a.pdf',
    )
    expect(kinds(document)).toEqual([
      'heading: A Heading That Takes Two Lines',
      'paragraph: The trade of the two states grew in every year since the war, and in none of them as much as in the last, when the price of oil rose with that of gas and of coal. Nobody in the ministry had seen it coming.',
    ])
  })

  test('300 pages are read, and what is read goes on being told', async () => {
    const thick = Array.from({ length: 300 }, (_, n) =>
      column(
        Array.from(
          { length: 40 },
          (_, i) => `On ${n} of ${i} lines stands ${'it'.repeat(1 + (n % 7))}, and trade grew ${'so '.repeat(n % 5)}much.`,
        ),
      ),
    )
    let told = 0
    const document = await readDocument({ bytes: pdf(thick), name: 'a.pdf', onProgress: () => told++ })
    expect(told).toBe(300)
    expect(sentencesOf(document).length).toBe(12_000)
  }, 60_000)

  test('pages that are pictures are named', async () => {
    expect((await read(pdf([[], ...pages.slice(0, 2)]), 'a.pdf')).notes).toContain('no text on 1 of 3 pages (1): pictures are not read')
  })
})

test('DOCX: title, headings, tables and properties; what it links to stays where it is', async () => {
  const body =
    paragraph('Pipes & ports', 'Title') +
    paragraph('Oil', 'H1') +
    paragraph(long) +
    table([
      ['Year', 'USD bn'],
      ['2022', '190'],
    ])
  const core = '<dc:creator>Jane &amp; Co</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2024-05-01T08:00:00Z</dcterms:created>'
  const document = await read(docx(body, core), 'a.docx')
  expect(document).toMatchObject({ form: 'docx', title: 'Pipes & ports', author: 'Jane & Co', date: '2024-05-01' })
  expect(kinds(document)).toEqual(['heading: Pipes & ports', 'heading: Oil', `paragraph: ${long}`, 'row: Year | USD bn', 'row: 2022 | 190'])
  expect(document.notes).toContain('the date is the day on which the file was made')
})
