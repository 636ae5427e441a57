import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Assessment, assess, type DomainAssessment } from '../../src/assessments/index.ts'
import { stateOf } from '../../src/states/index.ts'
import { bundledRecord, type Estimate, isKnown, type Known, openSnapshot, type Snapshot } from '../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

function page(a: string, b: string, to: string, from?: string): Promise<Assessment> {
  return assess({ a: stateOf(a)!, b: stateOf(b)!, from, to, draws: 50, seed: 1 }, snapshot)
}

function domain(assessment: Assessment, id: string): DomainAssessment {
  return assessment.domains.find((one) => one.id === id)!
}

function known(found: DomainAssessment, id: string): Known {
  const estimate = found.estimates.find((one) => one.id === id)
  if (estimate === undefined || !isKnown(estimate)) throw new Error(`${id} is not known: ${JSON.stringify(estimate)}`)
  return estimate
}

describe('an assessment', () => {
  test('has the fourteen domains in their order, whoever the pair is', async () => {
    const order = [
      'diplomacy',
      'institutions',
      'alliance',
      'conflict',
      'arms',
      'exercises',
      'trade',
      'energy',
      'investment',
      'finance',
      'technology',
      'sanctions',
      'people',
      'narrative',
    ]
    expect((await page('CHN', 'RUS', '2026-11-24')).domains.map((one) => one.id)).toEqual(order)
    expect((await page('MCO', 'TUV', '2005-12-31')).domains.map((one) => one.id)).toEqual(order)
  })

  test('says nothing that is later than its last day', async () => {
    const { domains } = await page('CHN', 'RUS', '2015-06-30')
    const days = domains.flatMap((one) => [
      ...one.estimates.flatMap((estimate) => estimate.period.match(/\d{4}(-\d\d-\d\d)?/g) ?? []),
      ...one.items.map((item) => item.date),
    ])
    expect(days.length).toBeGreaterThan(50)
    for (const day of days) expect(day <= '2015-06-30', day).toBe(true)
  })

  test('every known figure has an interval or is exact, a method, and rows behind it', async () => {
    const { domains } = await page('DEU', 'RUS', '2026-11-24')
    const figures = domains.flatMap((one) => one.estimates).filter(isKnown)
    expect(figures.length).toBeGreaterThan(40)
    for (const figure of figures) {
      expect(figure.method, figure.id).not.toBe('')
      expect(figure.evidence.length, figure.id).toBeGreaterThan(0)
      if (figure.interval !== 'exact') expect(figure.interval.low <= figure.interval.high, figure.id).toBe(true)
    }
  })
})

describe('diplomacy', () => {
  test('China and Russia, 2025: the same position in 0.793 of the votes both had one in', async () => {
    expect(known(domain(await page('CHN', 'RUS', '2026-11-24'), 'diplomacy'), 'agreement').value).toBeCloseTo(0.793, 3)
  })

  test('before 25 October 1971 the votes filed as China are Taipei’s: for Beijing there is nothing to measure', async () => {
    const found = domain(await page('CHN', 'USA', '1965-12-31'), 'diplomacy')
    expect(found.estimates.filter(isKnown).map(({ id }) => id)).not.toContain('agreement')
    expect(found.summary).toContain('Taipei')
    expect(known(domain(await page('TWN', 'USA', '1965-12-31'), 'diplomacy'), 'agreement').value).toBeCloseTo(14 / 27, 9)
  })

  test('the latest year that is whole is used: the half year on record is not', async () => {
    expect(known(domain(await page('CHN', 'RUS', '2026-11-24'), 'diplomacy'), 'kappa_quadratic').period).toBe('2025')
    expect(known(domain(await page('CHN', 'RUS', '2018-12-31'), 'diplomacy'), 'kappa_quadratic').period).toBe('2018')
    expect(known(domain(await page('CHN', 'RUS', '2018-11-30'), 'diplomacy'), 'kappa_quadratic').period).toBe('2017')
  })

  test('a change is the difference of the two years’ figures', async () => {
    const found = domain(await page('PRK', 'RUS', '2025-12-31'), 'diplomacy')
    const past = domain(await page('PRK', 'RUS', '2015-12-31'), 'diplomacy')
    const difference = known(found, 'kappa_quadratic').value - known(past, 'kappa_quadratic').value
    expect(known(found, 'kappa_quadratic.change').value).toBeCloseTo(difference, 12)
  })

  test('swapping the two leaves every figure of votes as it is', async () => {
    const [one, other] = await Promise.all([page('IND', 'PAK', '2024-12-31'), page('PAK', 'IND', '2024-12-31')])
    const figures = (found: Assessment): Estimate[] =>
      domain(found, 'diplomacy').estimates.filter((estimate) => !estimate.id.endsWith('.series'))
    expect(figures(one).map((estimate) => isKnown(estimate) && [estimate.id, estimate.value, estimate.interval])).toEqual(
      figures(other).map((estimate) => isKnown(estimate) && [estimate.id, estimate.value, estimate.interval]),
    )
  })
})

describe('the other domains', () => {
  test('the United States owes Japan defence, Japan does not owe it back', async () => {
    const found = domain(await page('USA', 'JPN', '2020-12-31'), 'alliance')
    expect(known(found, 'commitment-defence-a').value).toBe(1)
    expect(known(found, 'commitment-defence-b')).toMatchObject({ state: 'estimated', value: 0 })
    expect(found.summary).toContain('The United States alone owes Japan defence.')
  })

  test('China and Russia, 2017: non-aggression and consultation, no defence', async () => {
    const found = domain(await page('CHN', 'RUS', '2017-12-31'), 'alliance')
    expect(known(found, 'commitment-defence')).toMatchObject({
      state: 'estimated',
      value: 0,
      note: 'None found; our table has 89 % of the defence pacts that ATOP lists (1990 to 2018).',
    })
    expect(found.summary).toContain('either to defend the other')
    expect(known(found, 'commitment-nonaggression').value).toBeGreaterThan(0)
    expect(known(found, 'commitment-consultation').value).toBeGreaterThan(0)
  })

  test('no alliance found is an estimate of none with the recall of the table, obligation by obligation', async () => {
    const found = domain(await page('KEN', 'PER', '2024-12-31'), 'alliance')
    expect([found.state, known(found, 'commitment-defence').value]).toEqual(['estimated', 0])
    expect(found.summary).toBe('No treaty of defence, non-aggression or consultation between Kenya and Peru was found for 2024-12-31.')
    expect(found.estimates.find((one) => one.id === 'commitment-neutrality')).toMatchObject({
      state: 'unknown',
      reason: 'no treaty of the record says so, but our table has only 34 % of the neutrality pacts that ATOP lists (1990 to 2018)',
    })
    const european = domain(await page('FIN', 'UZB', '2024-12-31'), 'alliance')
    expect(european.estimates.find((one) => one.id === 'commitment-nonaggression')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('Helsinki Final Act'),
    })
    expect(domain(await page('FRA', 'CHN', '1925-12-31'), 'alliance').state).toBe('unknown')
  })

  test('a figure older than the rhythm of its source says so, and one of its own time does not', async () => {
    const notes = async (to: string): Promise<string> => domain(await page('CHN', 'RUS', to), 'trade').notes.join(' ')
    expect(await notes('2026-11-24')).toMatch(/Newer editions have come due: .*\(every year, next due \d{4}-\d\d-\d\d\)/)
    expect(await notes('2012-12-31')).not.toContain('Newer editions')
  })

  test('a framework under which nobody is listed is said, shown and not counted; UN sanctions on others than the government are no sanctions on the state', async () => {
    const found = domain(await page('SWE', 'LBN', '2026-11-24'), 'sanctions')
    expect(found.summary).toBe(
      'On 2026-11-24 UN sanctions, which bind every member state, concern Lebanon: an arms embargo on all but the government and the UN force; the record names no sanctions of Sweden on Lebanon, or of Lebanon on Sweden. Sweden, through the EU, has a framework for sanctions concerning Lebanon under which nobody is listed.',
    )
    expect(found.estimates.find(({ id }) => id === 'regimes-a-on-b')).toMatchObject({ state: 'estimated', value: 0 })
    expect(found.items.map(({ text }) => text.slice(0, 10))).toEqual(['UN on LBN:', 'EU on LBN:'])
    expect(domain(await page('KEN', 'PRK', '2026-11-24'), 'sanctions').summary).toMatch(
      /^On 2026-11-24 North Korea is under UN sanctions \(arms, .*travel\), which bind every member state; /,
    )
  })

  test('targets of both are named only where the table finds half of what each sender has', async () => {
    expect(domain(await page('NZL', 'HRV', '2026-11-24'), 'sanctions').summary).not.toContain('third state')
    expect(domain(await page('DNK', 'HRV', '2026-11-24'), 'sanctions').summary).toContain('third states: Afghanistan')
  })

  test('no sanctions found is an estimate of none where the table is good enough for the sender, else unknown', async () => {
    const found = domain(await page('KEN', 'PER', '2024-12-31'), 'sanctions')
    expect([found.state, known(found, 'regimes-a-on-b').value, known(found, 'regimes-b-on-a').value]).toEqual(['estimated', 0, 0])
    expect(found.notes).toContain(
      'Held against the Global Sanctions Data Base (GSDB): GSDB lists sanctions of Kenya for 0.3 % of the pairs for which our table has none (2013 to 2022); GSDB lists no sanctions of Peru (2013 to 2022).',
    )
    const american = domain(await page('USA', 'PER', '2024-12-31'), 'sanctions')
    expect(american.estimates.find((one) => one.id === 'regimes-a-on-b')).toMatchObject({
      state: 'unknown',
      reason:
        'none recorded, but GSDB lists sanctions of the United States for 19 % of the pairs for which our table has none (2013 to 2022)',
    })
    const european = domain(await page('DEU', 'FRA', '2024-12-31'), 'sanctions')
    expect([known(european, 'regimes-a-on-b').value, known(european, 'regimes-b-on-a').value]).toEqual([0, 0])
    expect(european.notes.join(' ')).toContain('between members of the European Union for 0.7 %')
    expect(american.summary).toContain('The table is not complete enough on those of the United States to rule them out.')
    expect(known(american, 'regimes-b-on-a').value).toBe(0)
    expect(domain(await page('KEN', 'PER', '1995-12-31'), 'sanctions').state).toBe('unknown')
  })

  test('China and Russia, goods in 2014: the honest values from 88 to 95 bn USD, BACI’s 92 in between', async () => {
    const level = known(domain(await page('CHN', 'RUS', '2014-12-31'), 'trade'), 'goods-trade')
    if (level.interval === 'exact') throw new Error('one report only')
    expect(level.period).toBe('2014')
    expect(level.value / 1e9).toBeCloseTo(92.2, 1)
    expect(level.interval.low / 1e9).toBeCloseTo(88.3, 1)
    expect(level.interval.high / 1e9).toBeCloseTo(95.28, 1)
  })

  test('no change is measured from a first report that was revised since: Chinese customs on 2015', async () => {
    const found = domain(await page('CHN', 'RUS', '2026-11-24'), 'trade')
    expect(known(found, 'goods-trade.change').period).toBe('2014/2024')
    expect(known(found, 'goods-trade.change').value / 1e9).toBeCloseTo(244.81 - 95.28, 0)
  })

  test('a year before the record of a domain begins is unknown, not none', async () => {
    const found = await page('GBR', 'FRA', '1938-12-31')
    expect(found.domains.every((one) => one.state === 'unknown' || one.state === 'not-applicable')).toBe(true)
    expect(found.domains.flatMap((one) => one.estimates).filter(isKnown)).toEqual([])
  })
})
