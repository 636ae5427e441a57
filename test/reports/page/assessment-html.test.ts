import { describe, expect, test } from 'vitest'
import { bundledLedger } from '../../../src/assessments/index.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { assessmentHtml } from '../../../src/reports/page/assessment-html.ts'
import { ledger, madeUpAssessment } from '../made-up-assessment.ts'
import { type Element, elementsOf } from '../page-elements.ts'

const page = assessmentHtml(madeUpAssessment(), ledger)
const elements = elementsOf(page)
const named = (name: string, of: readonly Element[] = elements): Element[] => of.filter((element) => element.name === name)
const attribute = (name: string, of: readonly Element[] = elements): string[] => of.flatMap((element) => element.attributes.get(name) ?? [])

describe('nothing in a page is fetched or can run', () => {
  test('texts that would run are shown as they are written', () => {
    expect(named('script')).toEqual([])
    expect(named('img')).toEqual([])
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img src=x onerror=alert(2)&gt;')
    expect(page).not.toContain('\u202e')
  })

  test('no attribute listens or loads, and links go to the web, to the page itself, or to data that it carries', () => {
    const names = new Set(elements.flatMap((element) => [...element.attributes.keys()]))
    expect([...names].filter((name) => /^on|^(src|srcset|style|action|data|poster|background)$/.test(name))).toEqual(['style'])
    for (const href of attribute('href')) expect(href).toMatch(/^(https?:\/\/|#|data:text\/csv;charset=utf-8,)/)
    expect(named('link')).toEqual([])
    expect(page).not.toMatch(/@import|url\((?!#hatch)/)
  })

  test('only links reach out: no other element has an address of the web', () => {
    for (const element of elements.filter(({ name }) => name !== 'a' && name !== 'svg'))
      for (const value of element.attributes.values()) expect(value).not.toMatch(/https?:/)
  })

  test('a policy says so to the browser', () => {
    expect(attribute('content', named('meta'))).toContainEqual(
      expect.stringMatching(/^default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;/),
    )
  })
})

describe('a page can be read without seeing it', () => {
  test('every drawing has a title and says in words what it shows; small ones beside words are hidden', () => {
    const drawings = named('svg').filter((svg) => svg.attributes.get('aria-hidden') !== 'true')
    expect(drawings.length).toBeGreaterThan(6)
    const byId = new Map(elements.map((element) => [element.attributes.get('id'), element]))
    for (const svg of drawings) {
      expect(svg.attributes.get('role')).toBe('img')
      for (const id of svg.attributes.get('aria-labelledby')!.split(' ')) expect(byId.get(id)!.text.length).toBeGreaterThan(3)
    }
  })

  test('every chart has its table, with rows, and the same to save', () => {
    for (const chunk of page.split('<figure').slice(1)) {
      const figure = elementsOf(`<figure${chunk.slice(0, chunk.indexOf('</figure>'))}</figure>`)
      expect(named('figcaption', figure)).toHaveLength(1)
      expect(named('caption', figure)).toHaveLength(1)
      expect(named('tr', figure).length).toBeGreaterThan(1)
      expect(attribute('download', figure)[0]).toMatch(/^[A-Za-z0-9-]+\.csv$/)
    }
  })

  test('headings go down step by step from one first', () => {
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('has its landmarks, its language, and a way past the contents', () => {
    for (const name of ['header', 'nav', 'main', 'footer']) expect(named(name)).toHaveLength(1)
    expect(named('html')[0]!.attributes.get('lang')).toBe('en')
    expect(named('a')[0]!.attributes.get('href')).toBe('#main')
  })

  test('ids are unique, and every link within the page arrives', () => {
    const ids = attribute('id')
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [
      ...attribute('href')
        .filter((href) => href.startsWith('#'))
        .map((href) => href.slice(1)),
      ...attribute('aria-labelledby').flatMap((text) => text.split(' ')),
    ]
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('table heads say what they head, and what can be moved sideways can be moved by keyboard', () => {
    for (const head of named('th')) expect(head.attributes.get('scope')).toMatch(/^(row|col)$/)
    for (const region of elements.filter((element) => element.attributes.get('class') === 'scroll')) {
      expect(region.attributes.get('tabindex')).toBe('0')
      expect(region.attributes.get('aria-label')).toMatch(/./)
    }
  })
})

describe('a page says what the assessment says', () => {
  test('figures stand with their interval, and open to method, source and rows', () => {
    expect(page).toContain('0.40 to 0.60')
    expect(page).toContain('<a href="#source-made-up">made-up</a>, v1: 1 row of <code>observations where source = &#39;made-up&#39;</code>')
  })

  test('what is unknown is drawn as unknown, and says what would tell', () => {
    const profile = page.slice(page.indexOf('id="chart-profile"'), page.indexOf('</figure>'))
    expect(profile.match(/class="unknown"/g)).toHaveLength(madeUpAssessment().domains.length - 2)
    expect(page).toContain('What would tell: a table')
  })

  test('a domain told by dated facts alone still says why it has no figure', () => {
    const one = madeUpAssessment()
    const event = { kind: 'event', date: '2018', text: 'They met.', source: 'made-up', address: 'https://example.org' } as const
    const told = one.domains.map((domain) => (domain.id === 'finance' ? { ...domain, state: 'observed' as const, items: [event] } : domain))
    const section = assessmentHtml({ ...one, domains: told }, ledger)
      .split('<section id="finance"')[1]!
      .split('</section>')[0]!
    expect(section).toContain('nothing was found')
    expect(section).toContain('<a href="https://example.org" rel="noreferrer">made-up</a>')
  })

  test('nothing later than its day is on it', () => {
    expect(page).toContain('They quarrelled.')
    expect(page).not.toContain('This came afterwards.')
  })

  test('without a ledger it has no stage, ledger or network', () => {
    const bare = assessmentHtml({ ...madeUpAssessment(), stage: null }, undefined)
    const ids = attribute('id', elementsOf(bare))
    for (const id of ['stage', 'ledger', 'stakeholders']) expect(ids).not.toContain(id)
    expect(attribute('href', elementsOf(bare)).filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
  })

  test('the same assessment gives the same bytes', () => {
    expect(assessmentHtml(madeUpAssessment(), ledger)).toBe(page)
  })
})

test('the page of China and Russia is well-formed, complete and below 1.5 MB', async () => {
  const operation = operations.find(({ name }) => name === 'assess')!
  const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }
  const work = await operation.load()
  const real = await work.show.html!((await work.run(checkInput(operation, { a: 'CHN', b: 'RUS' }), context)) as never)
  expect(Buffer.byteLength(real)).toBeLessThan(1_500_000)
  const found = elementsOf(real)
  const charts = attribute('id', named('figure', found))
  for (const id of [
    'chart-profile',
    'chart-ladder',
    'chart-dependence',
    'chart-rivals',
    'chart-timeline',
    'chart-network',
    'chart-series-kappa-quadratic',
  ])
    expect(charts).toContain(id)
  const ids = attribute('id', found)
  expect(new Set(ids).size).toBe(ids.length)
  expect(attribute('href', found).filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)))).toEqual([])
  for (const { sentence } of bundledLedger('CHN', 'RUS')!.items.filter((one) => /^[\w ,.-]+$/.test(one.sentence)))
    expect(real).toContain(sentence)
})
