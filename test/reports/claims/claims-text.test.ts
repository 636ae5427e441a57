import { describe, expect, test } from 'vitest'
import { claimsCsv } from '../../../src/reports/claims/claims-csv.ts'
import { claimsMarkdown, claimsText } from '../../../src/reports/claims/claims-text.ts'
import { summaryLines, valueWords } from '../../../src/reports/claims/claims-words.ts'
import { claimsHtml } from '../../../src/reports/page/claims-html.ts'
import { claimOf, contradicted, madeUpReading, noFinding, readingOf } from '../made-up-reading.ts'

describe('the summary', () => {
  const { summary } = madeUpReading()

  test('counts sentences and claims apart, and a forecast among what cannot be told yet', () => {
    expect(summary.byAnswer).toEqual({ checked: 2, 'outside-record': 1, forecast: 1, causal: 0, opinion: 1, rhetoric: 0 })
    expect([summary.sentences, summary.checkable, summary.answered, summary.claims]).toEqual([5, 4, 2, 4])
    expect(summary.byVerdict).toEqual({ supported: 1, partly: 0, contradicted: 1, unverifiable: 2 })
  })

  test('the share is of what was answered, with its interval, beside the base rate', () => {
    expect(summary.supported).toMatchObject({ supported: 1, of: 2, share: 0.5 })
    expect(summary.baseRate.supported + summary.baseRate.partly + summary.baseRate.contradicted).toBe(summary.baseRate.of)
    const share = summaryLines(summary)[2]!
    expect(share).toContain('Of 2 claims answered, 1 is supported (50 %; 90 % interval 12 % to 88 %).')
    expect(share).toContain('Base rate: of 54 checkable claims of eight published texts')
  })

  test('without an answered claim there is no share', () => {
    const sentence = 'They met 37 times.'
    const { summary: none } = readingOf([sentence], [{ claim: claimOf(0, sentence, '37'), answer: 'outside-record', finding: noFinding }])
    expect(none.supported).toBeNull()
    expect(summaryLines(none)[2]).toBe('No claim could be answered, so there is no share of claims that hold.')
  })
})

describe('on the terminal', () => {
  const lines = claimsText(madeUpReading()).split('\n')

  test('every sentence has its answer', () => {
    expect(lines.filter((line) => /^\[\d+\] /.test(line)).map((line) => line.split(':')[0])).toEqual([
      '[1] checked',
      '[2] checked',
      '[3] outside the record',
      '[4] opinion',
      '[5] forecast',
    ])
  })

  test('a claim says its verdict, why, what counts, what would have been true', () => {
    const at = lines.findIndex((line) => line.startsWith('  ✗ 1 CONTRADICTED'))
    expect(lines[at]).toBe('  ✗ 1 CONTRADICTED: quantity in trade; bilateral goods trade, total; CHN, RUS; 2014; USD 45 bn')
    const claim = lines.slice(at, at + 8).join(' ')
    expect(claim).toContain('less than half of that')
    expect(claim).toContain('Counts as this: USD 40.5 bn to USD 49.5 bn')
    expect(claim).toContain('What would have been true: USD 45 bn is near one direction only')
  })

  test('no line is wider than 110 columns', () => {
    expect(lines.filter((line) => line.length > 110)).toEqual([])
  })
})

test('a document cannot move the cursor or colour the terminal', () => {
  const bad = 'Trade \u001b[2J\u001b]0;x\u0007 was \u202e$45 billion in 2014.'
  const reading = readingOf([bad], [{ claim: claimOf(0, bad, '$45 billion'), answer: 'checked', finding: contradicted }], { title: bad })
  for (const text of [claimsText(reading), claimsMarkdown(reading)]) {
    expect(['\u001b', '\u0007', '\u202e'].filter((sign) => text.includes(sign))).toEqual([])
    expect(text).toContain('$45 billion')
  }
})

describe('in the files', () => {
  const bad = '=HYPERLINK("https://example.org","x") was $45 billion <script>alert(1)</script> [x](javascript:alert(1)) | ![y](z)'
  const hostile = readingOf([bad], [{ claim: claimOf(0, bad, '$45 billion'), answer: 'checked', finding: contradicted }], {
    title: bad,
    name: bad,
  })

  test('CSV has a row for every claim, and a text that a spreadsheet would run is none', () => {
    expect(claimsCsv(madeUpReading()).trimEnd().split('\n')).toHaveLength(6)
    expect(claimsCsv(hostile)).toContain('"\'=HYPERLINK(')
  })

  test('a negative number stays a number in CSV', () => {
    const sentence = 'Trade fell by a third.'
    const claim = claimOf(0, sentence, 'a third', { kind: 'trend', value: -33.3, unit: 'percent_change' })
    expect(claimsCsv(readingOf([sentence], [{ claim, answer: 'checked', finding: contradicted }]))).toContain(',-33.3,,percent_change,')
  })

  test('Markdown takes nothing of a document for markup', () => {
    const text = claimsMarkdown(hostile)
    expect(text).not.toMatch(/<script|(?<!\\)\[x(?<!\\)\]|(?<!\\)!\\?\[y/)
    expect(text).toContain('\\[x\\](javascript:alert(1))')
  })
})

test.each([
  [45, 'USD bn', 'USD 45 bn'],
  [-12.5, 'EUR bn', 'EUR −12.5 bn'],
  [3, 'percentage_points', '+3 pp'],
  [-33.3, 'percent_change', '−33.3 %'],
  [1, 'rank', 'place 1'],
  [2.5, 'times', '2.5 times'],
  [147_000, 'count', '147,000'],
  [38, 'bcm', '38 bcm'],
  [240_100_000_000, 'USD', 'USD 240 bn'],
  [7, null, '7'],
])('%d %s is said as %s', (value, unit, said) => {
  expect(valueWords(value, unit)).toBe(said)
})

test('what a text says against itself is told in every form that is read, with the numbers of the claims', async () => {
  const lines = ['Trade between China and Russia was $95 billion in 2014.', 'In 2014 trade between the two was $80 billion.'] as const
  const reading = readingOf(lines, [
    { claim: claimOf(0, lines[0], '$95 billion', { value: 95 }), answer: 'checked', finding: contradicted },
    { claim: claimOf(1, lines[1], '$80 billion', { value: 80 }), answer: 'checked', finding: contradicted, saying: 'Nobody heard it.' },
  ])
  expect(reading.inconsistencies).toHaveLength(1)
  for (const text of [claimsText(reading), claimsMarkdown(reading), claimsHtml(reading)]) {
    expect(text.replace(/\s+/g, ' ')).toContain('Claims 1 and 2 cannot all be right.')
    expect(text).toContain('Nobody heard it.')
  }
  expect(claimsCsv(reading)).toContain('Nobody heard it.')
})
