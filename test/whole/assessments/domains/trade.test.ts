import { describe, expect, test } from 'vitest'
import { assessTrade } from '../../../../src/assessments/domains/trade.ts'
import { gdpDiscrepancy, tradeWeight } from '../../../../src/assessments/economy/goods/trade-weight.ts'
import type { DomainAssessment } from '../../../../src/assessments/forms/assessment.ts'
import { likelihoodWord } from '../../../../src/assessments/forms/likelihood.ts'
import type { Findings } from '../../../../src/assessments/judgements/judgement-parts.ts'
import { judgeTradeGrowth } from '../../../../src/assessments/judgements/judgements-trade.ts'
import { randomStream } from '../../../../src/numeric/random.ts'
import { existedOn, stateOf, states } from '../../../../src/states/index.ts'
import { isKnown, type Known } from '../../../../src/store/index.ts'
import { bundledInputsForTests } from '../../../assessments/bundled-inputs.ts'

const to = '2026-11-24'

const inputs = bundledInputsForTests(to)

const trade = (a: string, b: string): Promise<DomainAssessment> => assessTrade(inputs(a, b))

/** The summary up to what models say of the pair. */
const withoutModels = ({ summary }: DomainAssessment): string => summary.split(/ (?=Trade of \d{4} \(|By a long-run model)/)[0]!

/** Every amount of both directions on the page, with its year: levels, and one report of each direction of a year. */
function totalsOn({ estimates, items }: DomainAssessment): { year: number; value: number }[] {
  const levels = estimates.flatMap((one) =>
    isKnown(one) && one.id === 'goods-trade' ? [{ year: Number(one.period), value: one.value }] : [],
  )
  const reports = items.flatMap(({ reported }) => (reported === undefined ? [] : [reported]))
  const of = (direction: string) => reports.filter((one) => one.direction === direction)
  const year = ({ from }: { from: string }): number => Number(from.slice(0, 4))
  const sums = of('a-to-b').flatMap((out) =>
    of('b-to-a').flatMap((back) => (year(back) === year(out) ? [{ year: year(out), value: out.value + back.value }] : [])),
  )
  return [...levels, ...sums, ...of('both').map((one) => ({ year: year(one), value: one.value }))]
}

/** Draws pairs of states that exist on the day. */
function pairsDrawn(count: number, name: string): [string, string][] {
  const alive = states.filter((one) => existedOn(one, to))
  const stream = randomStream(1, name)
  const drawn = Array.from({ length: count }, () => [0, 0].map(() => alive[stream.below(alive.length)]!.iso3) as [string, string])
  return drawn.filter(([a, b]) => a !== b)
}

const levelsOf = ({ estimates }: DomainAssessment): Known[] =>
  estimates.filter((one): one is Known => /^goods-(trade|a-to-b|b-to-a)$/.test(one.id) && isKnown(one))
const [lowOf, highOf] = [
  ({ interval, value }: Known): number => (interval === 'exact' ? value : interval.low),
  ({ interval, value }: Known): number => (interval === 'exact' ? value : interval.high),
]

describe('no change of trade is reversed by a later figure of the same page', () => {
  test('500 pairs drawn', async () => {
    let [known, withheld] = [0, 0]
    for (const [a, b] of pairsDrawn(500, 'trade-change')) {
      const page = await trade(a, b)
      const [change, before] = ['goods-trade.change', 'goods-trade-before'].map((id) => page.estimates.find((one) => one.id === id))
      if (change === undefined || !isKnown(change) || before === undefined || !isKnown(before)) {
        if (change !== undefined) withheld++
        continue
      }
      known++
      const late = Number(change.period.split('/')[1])
      for (const { year, value } of totalsOn(page)) {
        if (year > late)
          expect(Math.sign(value - before.value - change.value / 2), `${a} ${b}: ${change.period}, but ${value} in ${year}`).toBe(
            Math.sign(change.value),
          )
      }
    }
    // both kinds occur, so the test sees the rule at work
    expect(known).toBeGreaterThan(100)
    expect(withheld).toBeGreaterThan(5)
  }, 120_000)

  test('Estonia and Russia: more in 2021 than in 2011 by one source, less in later years by others: no change, and why', async () => {
    const page = await trade('EST', 'RUS')
    expect(page.estimates.find(({ id }) => id === 'goods-trade.change')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('but the later figure of 2025'),
    })
    expect(page.summary).not.toMatch(/rose|fell/)
  })

  test('Vietnam and the United States: one window of one source', async () => {
    const page = await trade('VNM', 'USA')
    expect(page.summary).toContain('From 2012 to 2022 the trade rose from USD 24.9 bn to USD 139 bn at current prices (usa-census).')
    expect(page.estimates.find(({ id }) => id === 'goods-trade-before')).toMatchObject({ period: '2012' })
  })

  test('Belarus and Portugal: of a rise to 2020 more than half was lost by 2023: no rise', async () => {
    const page = await trade('BLR', 'PRT')
    expect(page.estimates.find(({ id }) => id === 'goods-trade.change')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('the later figure of 2023 (baci-2023: USD 16.5 m) lies nearer to that of 2010 than to that of 2020'),
    })
    expect(page.summary).not.toMatch(/rose|fell/)
  })

  test('Iceland and the Bahamas: both ways fell to 2020, but one way alone is worth far more since: no fall, and no weight of 2020', async () => {
    const page = await trade('BHS', 'ISL')
    expect(page.estimates.find(({ id }) => id === 'goods-trade.change')).toMatchObject({ state: 'unknown' })
    expect(page.summary).not.toMatch(/rose|fell|GDP/)
  })

  test('Bangladesh and Liberia: less by one report, more by a rival report of the same year: no fall', async () => {
    const page = await trade('BGD', 'LBR')
    expect(page.estimates.find(({ id }) => id === 'goods-trade.change')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('another report of 2020'),
    })
  })
})

describe('the first sentence has the newest level of the page', () => {
  test('300 pairs drawn, some with one way only', async () => {
    let [oneWay, ranges] = [0, 0]
    for (const [a, b] of pairsDrawn(300, 'trade-lead')) {
      const page = await trade(a, b)
      const levels = levelsOf(page)
      if (levels.length === 0) continue
      const newest = Math.max(...levels.map(({ period }) => Number(period)))
      const years = [...page.summary.split('. ')[0]!.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year))
      // the first year named is that of the newest level, or of a later figure that overturns it
      expect(years[0], `${a} ${b}: ${page.summary}`).toBeGreaterThanOrEqual(newest)
      if (newest < 2021 && years[0] === newest)
        expect(page.summary, `${a} ${b}`).toMatch(new RegExp(`^The latest figure of all goods is of ${newest}`))
      if (page.summary.includes('; the other way is not known for that year.')) oneWay++
      const total = levels.find(({ id }) => id === 'goods-trade')
      const parts = levels.filter(({ id, period }) => id !== 'goods-trade' && period === total?.period)
      if (total === undefined || parts.length < 2) continue
      const sum = parts.reduce((most, { value }) => most + value, 0)
      // the total of a year holds the sum of what the same page has each way
      expect(sum, `${a} ${b}`).toBeGreaterThanOrEqual(lowOf(total) * 0.9999)
      expect(sum, `${a} ${b}`).toBeLessThanOrEqual(highOf(total) * 1.0001)
      if (total.interval !== 'exact') ranges++
    }
    expect(oneWay).toBeGreaterThan(30)
    expect(ranges).toBeGreaterThan(10)
  }, 120_000)

  test('the Gambia and Togo: one way of 2023, then both ways of 2020 with the rival report of Gambian customs', async () => {
    expect(withoutModels(await trade('GMB', 'TGO'))).toBe(
      'In 2023 goods from Togo to the Gambia were worth USD 32 m (BACI estimate); the other way is not known for that year. The five years before had USD 186,000 (2019) to USD 32 m (2022). In 2020, the latest year with both ways, goods worth USD 96,000 to USD 24.9 m (reports differ) went between them.',
    )
  })

  test('Kyrgyzstan and Zimbabwe: a total of 2003 says nothing on the trade of 2023', async () => {
    expect((await trade('KGZ', 'ZWE')).summary).toBe(
      'Hardly any trade is on record: in 2023 goods from Zimbabwe to Kyrgyzstan were worth USD 70,900; the other way is not known for that year.',
    )
  })

  test('Antigua and São Tomé: both ways of one year by different reporters are told apart and not added', async () => {
    expect((await trade('ATG', 'STP')).summary).toBe(
      'The latest figure of all goods is of 2020, with hardly any: goods from Antigua and Barbuda to São Tomé and Príncipe were worth USD 2,000, and goods from São Tomé and Príncipe to Antigua and Barbuda USD 27.',
    )
  })

  test('Ghana and Mali: rival reports are a range that holds the sum of both ways, and so is their weight', async () => {
    const { summary } = await trade('GHA', 'MLI')
    expect(summary).toMatch(
      /^In 2025 goods worth USD 222 m \(IMF, reported or estimated\) went between Ghana and Mali, after USD 64\.2 m to USD 107 m \(reports differ\) in 2020\./,
    )
    expect(summary).toContain('0.37 % to 0.61 % of Mali’s in 2020')
  })

  test('Brazil and Argentina: the other way of the same year may be an estimate, but is not said to be unknown', async () => {
    expect((await trade('BRA', 'ARG')).summary).toMatch(
      /^In 2025 goods from Brazil to Argentina were worth USD 18.1 bn, and goods worth USD 12.8 bn \(IMF, reported or estimated\) went the other way\./,
    )
  })

  test('North Macedonia and Kosovo: a year long past gives way to figures that may be estimates, and are not called reports', async () => {
    const { summary, state } = await trade('MKD', 'XKX')
    expect(summary).toContain(
      'In 2025 goods worth USD 852 m (IMF, reported or estimated) went between North Macedonia and Kosovo, after USD 254 m to USD 318 m (reports differ) in 2020. Of this, USD 695 m went from North Macedonia to Kosovo.',
    )
    expect(state).toBe('estimated')
  })
})

describe('a figure that a newer one of the same flow overturns never leads alone', () => {
  test('500 pairs drawn: three times or a third of both ways together, or of the way that carried most, is in the first sentence', async () => {
    let [both, one] = [0, 0]
    for (const [a, b] of pairsDrawn(500, 'trade-overturned')) {
      const page = await trade(a, b)
      const later = page.estimates.filter((of): of is Known => isKnown(of) && of.id.startsWith('goods-later'))
      const total = levelsOf(page).find(({ id }) => id === 'goods-trade')
      const now = later[0]
      if (now === undefined || total === undefined || now.period <= total.period) continue
      const whole = now.id === 'goods-later'
      const before = whole ? total : levelsOf(page).find(({ id, period }) => id === now.id.replace('-later', '') && period === total.period)
      if (before === undefined || before.value < total.value / 2) continue
      const newest = Math.max(...levelsOf(page).map(({ period }) => Number(period)))
      if (Number(total.period) < newest || !(now.value >= 3 * highOf(before) || 3 * now.value <= lowOf(before))) continue
      const first = page.summary.split('. ')[0]!
      expect(first, `${a} ${b}`).toContain(`in ${now.period} `.replace(/^in/, page.summary.startsWith('Hardly') ? 'in' : 'In'))
      expect(first, `${a} ${b}`).toContain(`in ${before.period}`)
      whole ? both++ : one++
    }
    expect(both).toBeGreaterThan(10)
    expect(one).toBeGreaterThan(5)
  }, 120_000)

  test('Mali and Uganda: USD 73 million of 2023, two of 2025', async () => {
    expect((await trade('MLI', 'UGA')).summary).toMatch(
      /^In 2025 goods worth USD 2 m \(IMF, reported or estimated\) went between Mali and Uganda, after USD 73\.3 m \(BACI estimate\) in 2023 and USD 1\.64 m in 2020: a few shipments, or an error in one report, can make such a difference\. Of this, USD 1\.4 m went from Mali to Uganda\. Both ways together had been/,
    )
  })

  test('Kuwait and Angola: a share of GDP from before the trade grew 25 times is neither told nor judged', async () => {
    expect((await trade('KWT', 'AGO')).summary).not.toContain('GDP')
  })

  test('Morocco and Vietnam: one way that is the lesser of the two does not lead, but its jump is told', async () => {
    const { summary } = await trade('MAR', 'VNM')
    expect(summary).toMatch(/^In 2023 goods worth USD 411 m/)
    expect(summary).toContain('goods worth USD 144 m went from Morocco to Vietnam, after USD 5.5 m (BACI estimate) in 2023.')
  })

  test('Oman and Germany: what Oman sent fell to a twentieth, so both years of it stand there', async () => {
    expect((await trade('OMN', 'DEU')).summary).toMatch(
      /USD 25\.5 m \(IMF, reported or estimated\) went the other way\. From Oman to Germany it was USD 576 m \(BACI estimate\) in 2023\./,
    )
  })

  test('Lebanon and Costa Rica: a later year with both ways leaves no earlier one to be the latest', async () => {
    const { summary } = await trade('LBN', 'CRI')
    expect(summary).not.toContain('the latest year with both ways')
    expect(summary).toContain('By figures of the IMF for 2025')
  })
})

describe('a year unlike those before it does not stand for the trade of the two', () => {
  test('Burkina Faso and Venezuela: USD 14,000 of 2020 after millions', async () => {
    expect((await trade('BFA', 'VEN')).summary).toContain('The five years before had USD 211,000 (2015) to USD 9.67 m (2018).')
  })

  test('Russia and Venezuela: no year between is passed over', async () => {
    expect((await trade('RUS', 'VEN')).summary).toContain(
      ', after USD 146 m in 2021, USD 111 m in 2020 and USD 519 m in 2022: a few shipments',
    )
  })

  test('the Republic of the Congo and Japan: reports of one year that disagree make no swing', async () => {
    const { summary } = await trade('COG', 'JPN')
    expect(summary).toMatch(/^In 2023 goods worth USD 9\.51 m/)
    expect(summary).not.toContain('The five years before')
  })

  test('Cuba and Vietnam: a compiler that repeats its last figure shows no rise', async () => {
    const page = await trade('CUB', 'VNM')
    expect(page.summary).toMatch(/^In 2022 goods from Vietnam to Cuba were worth USD 219 m/)
    expect(page.estimates.map(({ id }) => id)).not.toContain('goods-trade.change')
  })
})

describe('trifles and years long past are called so', () => {
  test('Liberia and El Salvador: the last figures are of 2018, the larger first', async () => {
    const page = await trade('LBR', 'SLV')
    expect(page.summary).toBe(
      'The latest figure of all goods is of 2018, with hardly any: goods from El Salvador to Liberia were worth USD 7,000, and goods from Liberia to El Salvador USD 5.',
    )
    expect(page.notes.join(' ')).toContain('For 2022 and 2023 the record lists goods worth 100,000 dollars and more')
  })

  test('Oman and El Salvador: more than a million, but nothing to either economy', async () => {
    expect((await trade('OMN', 'SLV')).summary).toMatch(/^Little trade for economies of their size: in 2023 goods worth USD 2\.05 m/)
  })

  test('Tanzania and Czechia: all reports have a rise, and the sentence that doubts it says so', async () => {
    expect((await trade('TZA', 'CZE')).summary).toMatch(
      /is not clear: the reports have a rise of USD 7\.87 m to USD 8\.36 m, but reports of one flow and year of this pair differ too much to settle it\./,
    )
  })
})

test('goods booked as North Korea’s carry a caution for Barbados, and none for China', async () => {
  const page = await trade('BRB', 'PRK')
  expect(page.summary).toContain('Reporters often book South Korea’s goods as North Korea’s')
  expect(page.notes.join(' ')).toContain('resolution 2397')
  expect((await trade('CHN', 'PRK')).summary).not.toContain('South Korea')
})

describe('the summary states what the judgement holds, and no more', () => {
  const findings = (a: string, b: string, page: DomainAssessment): Findings =>
    ({ a: stateOf(a)!, b: stateOf(b)!, to, seed: 1, domains: [page], turningPoints: [] }) as unknown as Findings

  test('300 pairs drawn: a weight or a change is told where it is judged very likely or surer, and only there', async () => {
    const seen = { weight: 0, change: 0, unclear: 0 }
    for (const [a, b] of pairsDrawn(300, 'trade-agrees')) {
      const page = await trade(a, b)
      const weight = tradeWeight(page.estimates)
      expect(page.summary.includes('weighs more'), `${a} ${b}`).toBe(weight !== undefined)
      const growth = judgeTradeGrowth(findings(a, b, page)).judgement
      if (growth !== undefined)
        expect(page.summary, `${a} ${b}`).toContain(growth.statement.includes('more in') ? 'trade rose' : 'trade fell')
      if (growth !== undefined) expect(growth.word, `${a} ${b}`).toMatch(/very likely|almost certain/)
      if (weight !== undefined) seen.weight++
      if (growth !== undefined) seen.change++
      if (page.summary.includes('is not clear')) {
        expect(growth, `${a} ${b}`).toBeUndefined()
        seen.unclear++
      }
    }
    expect(seen.weight).toBeGreaterThan(20)
    expect(seen.change).toBeGreaterThan(10)
    expect(seen.unclear).toBeGreaterThan(10)
  }, 120_000)

  test('Panama and Uruguay: nearly the same share of either GDP is not told as a weight', async () => {
    const page = await trade('PAN', 'URY')
    expect(page.summary).toMatch(/were 0.08 % of Panama’s GDP and 0.08 % of Uruguay’s in 2023\./)
    expect(tradeWeight(page.estimates)).toBeUndefined()
  })

  test('Kazakhstan and Papua New Guinea: less than a ten-thousandth of either GDP weighs on neither', async () => {
    const page = await trade('KAZ', 'PNG')
    expect(page.summary).toContain('Both ways together were less than 0.01 % of either GDP in 2023.')
    expect(tradeWeight(page.estimates)).toBeUndefined()
  })

  test('the United Arab Emirates and Egypt: the weight rests on the two GDPs', async () => {
    const page = await trade('ARE', 'EGY')
    expect(page.summary).toContain('the trade weighs more on Egypt')
    expect(tradeWeight(page.estimates)?.heavier).toBe('b')
    expect(likelihoodWord(tradeWeight(page.estimates)!.chance)).toBe('very likely')
  })

  test('Jordan and Slovenia: under a hundredth of either GDP no weight is told', async () => {
    const page = await trade('JOR', 'SVN')
    expect(page.summary).not.toContain('weighs more')
    expect(tradeWeight(page.estimates)).toBeUndefined()
    expect(page.summary).toContain('Whether the trade grew from 2010 to 2020 is not clear')
  })
})

test('two compilers’ figures of GDP differ as much as the rule on weights takes them to', async () => {
  const [row] = await inputs('CHN', 'RUS').snapshot.rows(
    `WITH pairs AS (SELECT max(value) FILTER (indicator = 'gdp') AS bank, max(value) FILTER (indicator = 'gdp-imf') AS fund FROM observations
       WHERE indicator IN ('gdp', 'gdp-imf') AND start_date BETWEEN '2020-01-01' AND '2024-01-01' GROUP BY from_id, start_date)
     SELECT sqrt(avg(ln(bank / fund) ^ 2)) AS sd, count(*) AS n FROM pairs WHERE bank > 0 AND fund > 0`,
  )
  expect(Number(row!['n'])).toBeGreaterThan(900)
  expect(Number(row!['sd'])).toBeCloseTo(gdpDiscrepancy, 2)
})
