import { describe, expect, test } from 'vitest'
import { assessEnergy } from '../../../src/assessments/domains/energy.ts'
import { assessInvestment } from '../../../src/assessments/domains/investment.ts'
import { assessTechnology } from '../../../src/assessments/domains/technology.ts'
import type { DomainAssessment, DomainInputs } from '../../../src/assessments/forms/assessment.ts'
import { bundledInputsForTests } from '../bundled-inputs.ts'

const to = '2026-11-24'

const inputs = bundledInputsForTests(to)

function assessed(of: (bench: DomainInputs) => Promise<DomainAssessment>, a: string, b: string): Promise<DomainAssessment> {
  return of(inputs(a, b))
}

describe('the largest fuel flow of the present leads', () => {
  test('Italy and Egypt: by value first, the larger direction before the other, then weights in the order of their size', async () => {
    const { summary, state } = await assessed(assessEnergy, 'ITA', 'EGY')
    expect(summary).toMatch(/^By the OECD’s input-output tables Egypt’s industries sold Italy fuels for USD 1\.18 bn .*, and Italy’s sold/)
    expect(summary).toContain(
      'in 2021 Egypt sent Italy 1.32 m tonnes of oil products, 830,230 tonnes of crude oil and 73 m cubic metres of natural gas.',
    )
    expect(state).toBe('estimated')
  })

  test('Romania and the Netherlands: a year that both directions share is said once', async () => {
    expect((await assessed(assessEnergy, 'ROU', 'NLD')).summary).toMatch(
      /in 2021 the Netherlands sent Romania 12,000 tonnes of oil products, and Romania sent the Netherlands 199 tonnes of oil products\.$/,
    )
  })

  test('Oman and Germany: oil products of 2021, and not the crude oil of 2011', async () => {
    const page = await assessed(assessEnergy, 'OMN', 'DEU')
    expect(page.summary).toBe('In 2021 Oman sent Germany 84,672 tonnes of oil products.')
    expect(page.notes.join(' ')).toContain('Pipeline gas of 2022 and later is not in the record')
  })

  test('Russia and China: a value comes before the tables and the weight, with the share of all that the seller sends', async () => {
    expect((await assessed(assessEnergy, 'CHN', 'RUS')).summary).toMatch(
      /^In 2023 fossil fuels from Russia to China came to EUR 79\.3 bn \(the source’s estimate\), 31 % of all fossil fuels that Russia sends\. By/,
    )
  })

  test('Türkiye and Kuwait: nothing since 2019, which is said first', async () => {
    expect((await assessed(assessEnergy, 'TUR', 'KWT')).summary).toBe(
      'The latest figure of fuel trade is of 2019: Kuwait sent Türkiye 19,000 tonnes of crude oil.',
    )
  })

  test('the United Kingdom and Tunisia: crude oil of 2014 is left out of the sentences', async () => {
    expect((await assessed(assessEnergy, 'GBR', 'TUN')).summary).toMatch(/^By the OECD’s .*Tunisia’s industries sold the United Kingdom/)
  })

  test('Croatia and New Zealand: sales of less than a million are hardly any', async () => {
    expect((await assessed(assessEnergy, 'HRV', 'NZL')).summary).toMatch(/^Hardly any fuel trade is on record: by the OECD’s/)
  })

  test('Côte d’Ivoire and Germany: the two counts of one way are far apart, and the page says so', async () => {
    expect((await assessed(assessEnergy, 'CIV', 'DEU')).summary).toContain(
      "Côte d'Ivoire sent Germany 47,206 tonnes of crude oil, far more than the tables of 2022 hold.",
    )
  })
})

describe('of two directions the larger comes first', () => {
  test('Kenya and Ireland: aircraft for millions before ingredients for a thousand dollars', async () => {
    expect((await assessed(assessTechnology, 'KEN', 'IRL')).summary).toMatch(/^In 2024 Ireland sold Kenya aircraft.* In 2024 Kenya sold/)
  })

  test('Côte d’Ivoire and Germany: a stock below zero is explained', async () => {
    expect((await assessed(assessInvestment, 'CIV', 'DEU')).summary).toMatch(
      /stood at −USD 15\.6 m: below zero, since loans repaid and losses can exceed the capital put in\.$/,
    )
  })

  test('Russia and China: the larger stock first; Oman and Germany: one of 2020 after one of 2024', async () => {
    expect((await assessed(assessInvestment, 'RUS', 'CHN')).summary).toMatch(/^At the end of 2024 direct investment of China in Russia/)
    expect((await assessed(assessInvestment, 'OMN', 'DEU')).summary).toMatch(/^At the end of 2024 .* At the end of 2020/)
  })

  test('Barbados and North Korea: goods of one report carry a caution', async () => {
    expect((await assessed(assessTechnology, 'BRB', 'PRK')).summary).toMatch(
      /^In 2024 North Korea sold Barbados batteries .*\. Reporters often book South Korea’s goods as North Korea’s/,
    )
  })
})
