import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../../src/assessments/forms/assessment.ts'
import type { CommunitiesAnswer } from '../../../../src/assessments/votes/communities.ts'
import type { WorldAnswer } from '../../../../src/assessments/world/world.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

const world = (input: Record<string, unknown>) => ask<WorldAnswer>('world', input)

/** A state's figure of a year. */
function cell(answer: WorldAnswer, iso3: string, year: number) {
  const state = answer.states.find((one) => one.iso3 === iso3)!
  const at = answer.years.indexOf(year)
  return { value: state.values[at], low: state.low?.[at], high: state.high?.[at], n: state.n?.[at] }
}

/** What assess has of China and Russia at the end of 2025. */
const assessed = ask<Assessment>('assess', { a: 'CHN', b: 'RUS', to: '2025' })

async function estimate(id: string) {
  const found = (await assessed).domains.flatMap(({ estimates }) => estimates).find((one) => one.id === id)
  if (found === undefined || !('value' in found)) throw new Error(`assess has no ${id}`)
  return found
}

describe('world gives the figures of assess', () => {
  test.each([
    ['kappa', 'kappa_quadratic'],
    ['agreement', 'agreement'],
    ['opposing', 'opposing'],
    ['s', 's_absolute'],
    ['pi', 'scott_pi'],
    ['tau-b', 'tau_b'],
  ])('%s of China and Russia in 2025, and its interval', async (measure, id) => {
    const { value, interval } = await estimate(id)
    const found = cell(await world({ of: 'CHN', measure, year: 2025 }), 'RUS', 2025)
    expect(found.value).toBeCloseTo(value, 5)
    if (interval === 'exact') throw new Error(`${id} has no interval`)
    expect(found.low).toBeCloseTo(interval.low, 5)
    expect(found.high).toBeCloseTo(interval.high, 5)
    expect(found.n).toBe(184)
  })

  test('ideal points of the last session that had ended', async () => {
    const { value, interval } = await estimate('ideal_point_distance')
    const found = cell(await world({ of: 'CHN', measure: 'ideal-point', year: 2024 }), 'RUS', 2024)
    expect(found.value).toBeCloseTo(value, 5)
    expect(interval === 'exact' ? undefined : interval.high).toBeCloseTo(found.high!, 5)
  })

  test('shared blocs, and commitments at the end of the year', async () => {
    const blocs = (await assessed).domains.find(({ id }) => id === 'institutions')!.estimates[0]!
    expect(cell(await world({ of: 'CHN', measure: 'blocs', year: 2025 }), 'RUS', 2025).value).toBe(
      'value' in blocs ? blocs.value : undefined,
    )
    expect(cell(await world({ of: 'CHN', measure: 'commitments', year: 2025 }), 'PRK', 2025).value).toBeGreaterThanOrEqual(1)
  })

  test("China's share in Russia's imports, and Russia's in no report of China: told, and unknown", async () => {
    expect(cell(await world({ of: 'RUS', measure: 'share-of-imports', year: 2021 }), 'CHN', 2021).value).toBeGreaterThan(0.2)
    expect(cell(await world({ of: 'CHN', measure: 'import-share', year: 2021 }), 'RUS', 2021).value).toBeCloseTo(
      cell(await world({ of: 'RUS', measure: 'share-of-imports', year: 2021 }), 'CHN', 2021).value!,
      5,
    )
  })
})

describe('what is not known', () => {
  test('unknown and no state then are told apart: Germany 1950, Ukraine 1985, South Sudan 2005', async () => {
    const { years, states } = await world({ of: 'USA', measure: 'kappa' })
    const state = (iso3: string) => states.find((one) => one.iso3 === iso3)!
    const [germany, ukraine, sudan] = ['DEU', 'UKR', 'SSD'].map(state)
    expect(years[0]).toBe(1946)
    expect(germany!.values[years.indexOf(1950)]).toBeNull()
    expect(germany!.existed.some(([from, to]) => from <= 1950 && to >= 1950)).toBe(true)
    // a member of the UN before it was a state of the lists
    expect(ukraine!.values[years.indexOf(1985)]).not.toBeNull()
    expect(ukraine!.existed[0]![0]).toBe(1991)
    expect(sudan!.values[years.indexOf(2005)]).toBeNull()
    expect(sudan!.existed).toEqual([[2011, years.at(-1)]])
  })

  test('no sanctions regime on record is unknown, never zero; no shared bloc is zero', async () => {
    const sanctions = await world({ of: 'USA', measure: 'sanctions-on', year: 2024 })
    expect(cell(sanctions, 'RUS', 2024).value).toBeGreaterThan(0)
    expect(cell(sanctions, 'DNK', 2024).value).toBeNull()
    expect(sanctions.states.flatMap(({ values }) => values)).not.toContain(0)
    expect(cell(await world({ of: 'USA', measure: 'blocs', year: 2024 }), 'TWN', 2024).value).toBeGreaterThanOrEqual(0)
  })

  test('the CSV has a row for each state and year, with its status', async () => {
    const operation = operations.find(({ name }) => name === 'world')!
    const answer = await world({ of: 'USA', measure: 'kappa', from: 2010, to: 2012 })
    const rows = String((await operation.load()).show.csv!(answer as never))
      .trim()
      .split('\n')
    expect(rows).toHaveLength(1 + 3 * answer.states.length)
    expect(rows.find((row) => row.includes(',SSD,') && row.includes(',2010,'))).toMatch(/no state,,,,,,$/)
    expect(rows.find((row) => row.includes(',TWN,') && row.includes(',2010,'))).toMatch(/unknown,,,,,713,713$/)
  })

  test('a day to come is refused, and so is a state that nobody knows', async () => {
    await expect(world({ of: 'USA', year: 2030 })).rejects.toMatchObject({ code: 'BadDate' })
    await expect(world({ of: 'Atlantis' })).rejects.toMatchObject({ code: 'UnknownState' })
  })
})

describe('towards a bloc', () => {
  test('the median over its members of the year, of whom each is measured towards the others', async () => {
    const answer = await world({ of: 'EU', measure: 'agreement', from: 1970, to: 2024 })
    const at = answer.years.indexOf(1970)
    expect([answer.members![at], answer.members![answer.years.indexOf(2019)], answer.members!.at(-1)]).toEqual([6, 28, 27])
    // two Germanys had no vote yet: five members had
    expect(cell(answer, 'USA', 1970).n).toBe(5)
    expect(cell(answer, 'FRA', 2024)).toMatchObject({ n: 26, low: undefined })
    const own = await Promise.all(['FRA', 'BEL', 'NLD', 'LUX', 'ITA'].map((of) => world({ of, measure: 'agreement', year: 1970 })))
    const sorted = own.map((one) => cell(one, 'USA', 1970).value!).sort((x, y) => x - y)
    expect(cell(answer, 'USA', 1970).value).toBe(sorted[2])
  })
})

describe('a marked bloc', () => {
  test('BRICS grew in 2011 and 2024; its members are marked in the table and the CSV; a state is no bloc', async () => {
    const answer = await world({ of: 'USA', measure: 'kappa', bloc: 'BRICS' })
    const { memberYears } = answer.marked!
    expect(memberYears['ZAF']).toEqual([[2010, answer.years.at(-1)]])
    expect(memberYears['ETH']![0]![0]).toBe(2024)
    const work = await operations.find(({ name }) => name === 'world')!.load()
    expect(String(work.show.table!(answer as never))).toMatch(/\* Brazil \(BRA\)/)
    const rows = String(work.show.csv!(answer as never)).split('\n')
    expect(rows[0]).toMatch(/,in_BRICS$/)
    expect(rows.find((row) => row.includes(',ETH,Ethiopia,2020,'))).toMatch(/,false$/)
    await expect(world({ of: 'USA', bloc: 'Brazil' })).rejects.toMatchObject({ code: 'Usage' })
  })
})

describe('communities', () => {
  test('1985: the two camps of the cold war are apart, and shares lie between 0 and 1', async () => {
    const answer = await ask<CommunitiesAnswer>('communities', { year: 1985, resamples: 20 })
    const of = (iso3: string) => answer.communities.find(({ members }) => members.some((one) => one.iso3 === iso3))!
    expect(of('RUS')).toBe(of('POL'))
    expect(of('NOR')).toBe(of('GBR'))
    expect(of('RUS')).not.toBe(of('GBR'))
    expect(answer.modularity.consensus).toBeGreaterThan(0.05)
    expect(answer.modularity.best).toBeGreaterThanOrEqual(answer.modularity.consensus - 1e-12)
    for (const { members } of answer.communities) {
      for (const { stays } of members) expect(stays === null || (stays > 0 && stays <= 1)).toBe(true)
    }
    const counted = answer.communities.reduce((sum, { members }) => sum + members.length, 0)
    expect(new Set(answer.communities.flatMap(({ members }) => members.map(({ iso3 }) => iso3))).size).toBe(counted)
  })

  test('a year with too few votes is refused with a year that has more', async () => {
    await expect(ask('communities', { year: 1964 })).rejects.toMatchObject({
      code: 'NoCoverage',
      hint: expect.stringMatching(/--year 1965/),
    })
  })
})

test('the CSV has the numbers of a state in the lists of the field, by year', async () => {
  const answer = await ask<WorldAnswer>('world', { of: 'USA', measure: 'blocs', from: 1988, to: 1992 })
  const text = String(
    await operations
      .find(({ name }) => name === 'world')!
      .load()
      .then(({ show }) => show.csv!(answer as never)),
  )
  const lines = text.split('\n')
  const numbers = (iso3: string, year: number): string[] =>
    lines
      .find((line) => line.includes(`,${iso3},`) && line.includes(`,${year},`))!
      .split(',')
      .slice(-2)
  expect(lines[0]).toMatch(/,n,cow,gw$/)
  expect(numbers('DEU', 1989)).toEqual(['260', '260'])
  expect(numbers('DEU', 1992)).toEqual(['255', '260'])
})
