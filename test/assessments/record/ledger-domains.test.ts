import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstDay } from '../../../src/assessments/forms/ledger-check.ts'
import { type Assessment, assess, bundledLedger, type DomainAssessment, type Item, ledgerPairs } from '../../../src/assessments/index.ts'
import { assessmentMarkdown } from '../../../src/reports/answers/assessment-markdown.ts'
import { assessmentText } from '../../../src/reports/answers/assessment-text.ts'
import { assessmentCsv } from '../../../src/reports/bundle/assessment-csv.ts'
import { stateOf } from '../../../src/states/index.ts'
import { bundledRecord, isKnown, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

const five = ['arms', 'exercises', 'investment', 'finance', 'technology']
let snapshot: Snapshot
const pages = new Map<string, Assessment>()

beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
  for (const [a, b] of ledgerPairs) pages.set(`${a} ${b}`, await page(a, b, '2026-11-24'))
}, 60_000)
afterAll(() => snapshot.close())

function page(a: string, b: string, to: string): Promise<Assessment> {
  return assess({ a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 }, snapshot)
}

const domain = (assessment: Assessment, id: string): DomainAssessment => assessment.domains.find((one) => one.id === id)!
const events = (found: DomainAssessment): Item[] => found.items.filter((item) => item.kind === 'event')

describe('on a fresh machine, the pairs with a ledger', () => {
  test('are told in all five domains', () => {
    const silent = [...pages].flatMap(([pair, found]) =>
      five.filter((id) => domain(found, id).state === 'unknown').map((id) => `${pair}: ${id}`),
    )
    expect(silent).toEqual([])
  })

  test('every event is in the ledger, newest first, with an address and what it speaks for', () => {
    for (const [pair, found] of pages) {
      const [a, b] = pair.split(' ') as [string, string]
      const sentences = new Map(bundledLedger(a, b)!.items.map((item) => [item.sentence, item]))
      for (const id of five) {
        const shown = events(domain(found, id))
        for (const event of shown) {
          expect(sentences.get(event.text), event.text).toMatchObject({ date: event.date, direction: event.direction })
          expect(event.address, event.text).toMatch(/^https?:\/\//)
        }
        const days = shown.map((event) => firstDay(event.date).slice(0, 4))
        expect(days, `${pair} ${id}`).toEqual([...days].sort().reverse())
      }
    }
  })

  test('a domain without a figure is observed by its items, and its leading figure is unknown and says what would tell', () => {
    const found = domain(pages.get('RUS PRK')!, 'exercises')
    expect(found.state).toBe('observed')
    expect(found.estimates).toMatchObject([{ state: 'unknown', wouldTell: expect.stringContaining('dated list of joint exercises') }])
    expect(found.summary).toContain('The ledger of this pair has ')
    expect(found.notes.join(' ')).toContain('What would tell: ')
  })

  test('the ledger is among the sources, with its review', () => {
    expect(pages.get('CHN RUS')!.sources.find((source) => source.id === 'ledger')).toMatchObject({
      title: 'Ledger of evidence on China and Russia',
      vintage: expect.stringContaining('reviewed 20'),
    })
  })

  test('Russia’s deliveries to China fell to a seventh of their peak; China took 80 % of Pakistan’s imports in 2021-25', () => {
    const arms = domain(pages.get('CHN RUS')!, 'arms')
    const value = arms.estimates.filter(isKnown).find((one) => one.id === 'arms-b-to-a')!.value
    const peak = arms.items.find((item) => item.text.startsWith('2002 to 2006') && item.text.includes('TIV'))!
    expect(peak.text).toContain('12,120 million TIV')
    expect(12_120 / value).toBeCloseTo(6.6, 1)
    expect(domain(pages.get('CHN PAK')!, 'arms').summary).toContain(
      'China supplied 80 % of the major arms that Pakistan imported from 2021 to 2025 (SIPRI, trend-indicator values), more than any other.',
    )
  })
})

describe('exercises of a ledger', () => {
  test('are counted over five years as at least: single ones for the tie, not standing series, deployments or refusals', () => {
    const count = domain(pages.get('CHN RUS')!, 'exercises').estimates.find((one) => one.id === 'exercises-recorded')!
    const ledger = bundledLedger('CHN', 'RUS')!
    const since = `${Number(ledger.to.slice(0, 4)) - 5}${ledger.to.slice(4)}`
    const counted = ledger.items.filter(
      ({ kind, form, direction, date }) =>
        (kind === 'exercise' || kind === 'patrol') && form === 'act' && direction === 'supports' && `${date}-12-31`.slice(0, 10) > since,
    )
    expect(count).toMatchObject({ value: counted.length, certainty: 'at least', period: `${since}/${ledger.to}` })
    expect(counted.length).toBeGreaterThan(15)
  })

  test('where the ledger has none, deployments alone tell of the domain and nothing is counted', () => {
    const found = domain(pages.get('RUS PRK')!, 'exercises')
    const exercises = bundledLedger('RUS', 'PRK')!.items.filter(({ kind }) => kind === 'exercise' || kind === 'patrol')
    expect(exercises).toEqual([])
    expect(found.state).toBe('observed')
    expect(found.estimates.filter(isKnown)).toEqual([])
    expect(events(found).length).toBeGreaterThan(2)
  })
})

describe('an earlier day', () => {
  test('shows no item that is later, nor one whose sentence tells of later years', async () => {
    const found = await page('CHN', 'RUS', '2010-06-30')
    const shown = five.flatMap((id) => events(domain(found, id)))
    expect(shown.length).toBeGreaterThan(20)
    for (const { date, text } of shown) {
      expect(date <= '2010-06-30', text).toBe(true)
      expect(
        (text.match(/\b20\d\d\b/g) ?? []).every((year) => year <= '2010'),
        text,
      ).toBe(true)
    }
  })

  test('before the ledger begins there is nothing to tell', async () => {
    const found = await page('RUS', 'IND', '1970-12-31')
    expect(five.map((id) => domain(found, id).state)).toEqual(five.map(() => 'unknown'))
  })
})

describe('a pair without a ledger', () => {
  test('is unknown in arms, exercises and investment, with what would tell, and the headline says so', async () => {
    const found = await page('FRA', 'MCO', '2026-11-24')
    for (const id of ['arms', 'exercises', 'investment'])
      expect(domain(found, id)).toMatchObject({ state: 'unknown', items: [], wouldFill: expect.stringMatching(/./) })
    expect(found.headline.join(' ')).toContain('arms, exercises')
  })
})

describe('reports', () => {
  test('text: twelve of a kind at most, with a sign and the publisher; the rest is counted', () => {
    const text = assessmentText(pages.get('CHN RUS')!)
    const part = text.slice(text.indexOf('\nARMS'), text.indexOf('\nEXERCISES'))
    expect(part.match(/^ {4}\d{4}(-\d\d){0,2} [+−] /gm)).toHaveLength(12)
    expect(part).toMatch(/… and \d+ more \(--json has all\)/)
    expect(part).toContain('  dated events, latest first\n')
    expect(part).toContain('  figures by year, latest first\n')
  })

  test('Markdown: every event with a link to its text', () => {
    const markdown = assessmentMarkdown(pages.get('CHN RUS')!)
    const all = events(domain(pages.get('CHN RUS')!, 'arms'))
    for (const event of all) expect(markdown).toContain(`${event.text}`)
    expect(markdown).toContain(`](${all[0]!.address})`)
  })

  test('CSV: events are rows without a value, with their date, address and direction', () => {
    const lines = assessmentCsv(pages.get('CHN RUS')!).split('\n')
    const rows = lines.filter((line) => line.includes(',event,'))
    expect(rows.length).toBe(five.flatMap((id) => events(domain(pages.get('CHN RUS')!, id))).length)
    expect(rows[0]).toContain('http')
    const columns = lines[0]!.split(',')
    expect(columns.slice(0, 6)).toEqual(['iso3_a', 'iso3_b', 'domain', 'id', 'label', 'state'])
  })
})
