import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import type { Finding } from '../../../src/claims/verdict.ts'
import { splitAtClaims } from '../../../src/reports/claims/claims-html-sentence.ts'
import { claimsHtml } from '../../../src/reports/page/claims-html.ts'
import { claimOf, contradicted, madeUpReading, noFinding, readingOf, supported } from '../made-up-reading.ts'
import { type Element, elementsOf } from '../page-elements.ts'

const byClass = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(({ attributes }) => attributes.get('class')?.split(' ').includes(name))

/** What a hostile document would put wherever a text is taken over. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{background:url(https://example.org/x)}',
  '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>',
  '</p></section><meta http-equiv="refresh" content="0;url=https://example.org/">',
  '{{alert(1)}} <!-- --> <![CDATA[ ]]> &lt;script&gt;',
  '\u202e\u0000\u0007 turned about',
]

function hostileReading(): string {
  const sentences = hostile.map((text) => `${text} was $45 billion in 2014 ${text}`)
  const tested = sentences.map((sentence, i) => {
    const bad = hostile[i]!
    const finding: Finding = {
      ...contradicted,
      why: bad,
      tolerance: { low: 1, high: 2, why: bad },
      honestValues: [{ ...contradicted.honestValues[0]!, by: bad, what: bad, period: bad }],
      evidence: [{ source: bad, vintage: bad, rows: bad, count: 1 }],
      wouldBeTrue: { ...contradicted.wouldBeTrue!, text: bad },
      wouldSettle: bad,
    }
    const slots = {
      indicator: bad,
      speaker: bad,
      source_named: bad,
      qualifier: bad,
      probability_word: bad,
      actors: [bad],
      direction: bad,
      rules: [bad],
    }
    return { claim: { ...claimOf(i, sentence, '$45 billion', slots), period: { at: bad } }, answer: 'checked' as const, finding }
  })
  const all = hostile.join(' ')
  return claimsHtml(readingOf(sentences, tested, { title: all, author: all, name: all, notes: hostile }))
}

describe('the page of a text that was read', () => {
  test('nothing in a document becomes an element, an attribute or an address', () => {
    const page = hostileReading()
    const elements = elementsOf(page)
    expect(
      elements
        .map(({ name }) => name)
        .filter((name) => ['script', 'img', 'iframe', 'object', 'embed', 'link', 'form', 'base'].includes(name)),
    ).toEqual([])
    const attributes = elements.flatMap((element) => [...element.attributes])
    expect(
      attributes.filter(([name, value]) => name.startsWith('on') || name === 'src' || (name === 'style' && value !== 'stroke:var(--soft)')),
    ).toEqual([])
    const addresses = attributes.filter(([name]) => name === 'href').map(([, value]) => value)
    expect(addresses.filter((address) => !/^(#|data:text\/csv|https:\/\/example\.org\/$)/.test(address))).toEqual([])
    expect(elements.filter(({ name }) => name === 'style')).toHaveLength(1)
    expect(elements.filter(({ name, attributes: of }) => name === 'meta' && of.get('http-equiv') === 'refresh')).toEqual([])
    expect(['\u202e', '\u0000', '\u0007'].filter((sign) => page.includes(sign))).toEqual([])
  })

  test('what the document says is shown, word by word', () => {
    const text = elementsOf(hostileReading()).find(({ attributes }) => attributes.get('id') === 'text')!.text
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; was ')
  })

  test('each claim has one mark and one card that lead to each other, and both say the verdict in a sign and a word', () => {
    const elements = elementsOf(claimsHtml(madeUpReading()))
    const marks = byClass(elements, 'claim')
    const cards = byClass(elements, 'card')
    expect(marks.map(({ text }) => text)).toEqual([
      '$45 billion✗1 (claim 1: contradicted)',
      '$95 billion✓2 (claim 2: supported)',
      '37 meetings?3 (claim 3: unverifiable)',
      '$300 billion?4 (claim 4: unverifiable)',
    ])
    expect(marks.map(({ attributes }) => attributes.get('href'))).toEqual(cards.map(({ attributes }) => `#${attributes.get('id')}`))
    expect(cards.map(({ text }) => /^\s*(\S \d \w+)/.exec(text)?.[1])).toEqual([
      '✗ 1 contradicted',
      '✓ 2 supported',
      '? 3 unverifiable',
      '? 4 unverifiable',
    ])
    const back = elements.filter(({ name, parents, text }) => name === 'a' && parents.at(-1) === 'p' && text.startsWith('Back'))
    expect(back.map(({ attributes }) => attributes.get('href'))).toEqual(marks.map(({ attributes }) => `#${attributes.get('id')}`))
  })

  test('a sentence in which nothing can be checked says what it is', () => {
    expect(byClass(elementsOf(claimsHtml(madeUpReading())), 'answer').map(({ text }) => text)).toEqual(['opinion'])
  })

  test('every link within the page leads to something on it, and no id stands twice', () => {
    const elements = elementsOf(claimsHtml(madeUpReading()))
    const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const missing = elements
      .flatMap(({ attributes }) => attributes.get('href') ?? [])
      .filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))
    expect(missing).toEqual([])
  })

  test('the chart has the claim, the range that counts and a dot for each value, and its table all values', () => {
    const elements = elementsOf(claimsHtml(madeUpReading()))
    const first = elements.find(({ attributes }) => attributes.get('id') === 'values-1')!
    expect(first.text).toContain('claimed USD\u202f45\u202fbn')
    expect(first.text).toContain('Source russian-customs, 2014')
    const dots = elements.filter(({ name }) => name === 'circle')
    expect(dots).toHaveLength(8)
    expect(dots.filter(({ attributes }) => attributes.get('class') === 'mark s0 open')).toHaveLength(2)
  })

  test('values in another unit than the claim are listed, not drawn beside it', () => {
    const sentence = 'Trade was $45 billion in 2014.'
    const euros = { ...supported, honestValues: supported.honestValues.map((one) => ({ ...one, unit: 'EUR bn' })) }
    const page = claimsHtml(readingOf([sentence], [{ claim: claimOf(0, sentence, '$45 billion'), answer: 'checked', finding: euros }]))
    expect(page).not.toContain('values-1')
    expect(page).toContain('EUR\u202f88.4\u202fbn by Source russian-customs')
  })
})

describe('the words of claims in their sentence', () => {
  const sentence = 'Exports rose 31% to $18bn in 2023.'
  const said = (...claims: Claim[]): string[] =>
    splitAtClaims(sentence, claims).map(({ text, claim }) => (claim === undefined ? text : `[${text}]`))
  const one = claimOf(0, sentence, '31%')
  const two = { ...claimOf(0, sentence, '$18bn'), claim_index: 1 }

  test('two claims cut the sentence in five', () => {
    expect(said(two, one)).toEqual(['Exports rose ', '[31%]', ' to ', '[$18bn]', ' in 2023.'])
  })

  test('words that two claims share stand once', () => {
    const wide = claimOf(0, sentence, '31% to $18bn')
    expect(said(wide, two)).toEqual(['Exports rose ', '[31% to $18bn]', '[]', ' in 2023.'])
  })

  test('a place outside the sentence does no harm', () => {
    expect(said({ ...one, start: -5, end: 900 }).join('')).toBe(`[${sentence}]`)
    expect(said({ ...one, start: 500, end: 10 }).join('')).toBe(`${sentence}[]`)
  })
})

test('a finding without anything has a card all the same', () => {
  const sentence = 'They met 37 times.'
  const page = claimsHtml(
    readingOf(
      [sentence],
      [
        {
          claim: claimOf(0, sentence, '37 times', { period: null, value: null, unit: null }),
          answer: 'outside-record',
          finding: noFinding,
        },
      ],
    ),
  )
  expect(elementsOf(page).filter(({ name }) => name === 'article')).toHaveLength(1)
})

test('of a claim from one value to another the chart has both', () => {
  const sentence = 'Trade rose from $45 billion in 2014 to $200 billion in 2023.'
  const claim = claimOf(0, sentence, '$45 billion in 2014 to $200 billion', { kind: 'trend', value: 200, value_from: 45 })
  const chart = elementsOf(claimsHtml(readingOf([sentence], [{ claim, answer: 'checked', finding: contradicted }]))).filter(
    ({ attributes }) => attributes.get('class') === 'name',
  )
  expect(chart.map(({ text }) => text)).toEqual(['from USD\u202f45\u202fbn', 'claimed USD\u202f200\u202fbn'])
})
