import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessBlocs } from '../../../../src/assessments/blocs/bloc-assess.ts'
import type { NamedParty } from '../../../../src/assessments/blocs/bloc-parties.ts'
import type { Assessment, DomainAssessment } from '../../../../src/assessments/index.ts'
import { standingOfPair } from '../../../../src/assessments/standing/standing-of-pairs.ts'
import { measureSimilarity } from '../../../../src/assessments/votes/similarity.ts'
import { assessmentSchema } from '../../../../src/operations/schemas/assessment-schema.ts'
import { headlineSentences } from '../../../../src/reports/overview/headline.ts'
import { blocOf, stateOf } from '../../../../src/states/index.ts'
import { bundledRecord, isKnown, type Known, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const made = new Map<string, Promise<Assessment>>()

function page(a: string, b: string, to = '2026-11-24'): Promise<Assessment> {
  const named = (id: string): NamedParty => (blocOf(id)?.id === id ? { kind: 'bloc', id } : { kind: 'state', state: stateOf(id)! })
  const key = `${a} ${b} ${to}`
  const found = made.get(key) ?? assessBlocs({ a: named(a), b: named(b), from: undefined, to, draws: 100, seed: 1 }, snapshot)
  made.set(key, found)
  return found
}

function domain({ domains }: Assessment, id: string): DomainAssessment {
  return domains.find((one) => one.id === id)!
}

function known(assessment: Assessment, domainId: string, id: string): Known {
  const estimate = domain(assessment, domainId).estimates.find((one) => one.id === id)
  if (estimate === undefined || !isKnown(estimate)) throw new Error(`${id} is not known: ${JSON.stringify(estimate)}`)
  return estimate
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Values of a column, for figures worked out anew. */
async function numbers(query: string): Promise<number[]> {
  return (await snapshot.rows(query)).map((row) => Number(row['value']))
}

describe('a bloc as a party', () => {
  test('has the form that is published, with the fourteen domains in their order, for every kind of pair', async () => {
    for (const [a, b] of [
      ['RUS', 'EU'],
      ['CHN', 'ASEAN'],
      ['NATO', 'CSTO'],
      ['BRICS', 'RUS'],
    ] as const) {
      const found = await page(a, b)
      expect(assessmentSchema.safeParse(JSON.parse(JSON.stringify(found))).error, `${a} ${b}`).toBeUndefined()
      expect(found.stage).toBeNull()
    }
  })

  test('is its members on the day: the United Kingdom is in the EU of 2015 and not in that of 2021', async () => {
    const [then, now] = await Promise.all([page('RUS', 'EU', '2015-12-31'), page('RUS', 'EU', '2021-12-31')])
    expect(then.b.members).toContain('GBR')
    expect(then.b.members).toHaveLength(28)
    expect(now.b.members).not.toContain('GBR')
    expect(now.b.members).toHaveLength(27)
    expect(then.a.members).toBeUndefined()
  })

  test('a state in the bloc is left out of it, and the first lines say so', async () => {
    const found = await page('RUS', 'BRICS')
    expect(found.b.members).not.toContain('RUS')
    expect(found.b.members).toHaveLength(9)
    expect(found.headline[1]).toBe(
      'BRICS stands for its 9 members on 2026-11-24 other than Russia: Brazil, China, Egypt, Ethiopia, India, Indonesia, Iran, South Africa and the United Arab Emirates. A state is not compared with itself.',
    )
  })

  test('states in both blocs are left out on both sides', async () => {
    const found = await page('EU', 'NATO')
    expect(found.a.members).toEqual(['AUT', 'CYP', 'IRL', 'MLT'])
    expect(found.b.members).toHaveLength(9)
    expect(found.headline.join(' ')).toContain('23 states are in both')
  })

  test('a bloc that was there no more, one inside the other, and one whose members were no states are told', async () => {
    await expect(page('G8', 'CHN')).rejects.toThrow('had no member state on 2026-11-24: it had members from 1998-05-15 to 2014-03-23')
    await expect(page('EUROZONE', 'EU')).rejects.toThrow(
      'every member of the Euro area (EUROZONE) is a member of the European Union (EU) too',
    )
    await expect(page('EU', 'USA', '1950-01-01')).rejects.toThrow('had no member state')
  })

  test('says nothing that is later than its last day', async () => {
    const { domains } = await page('RUS', 'EU', '2015-12-31')
    const days = domains.flatMap((one) => [
      ...one.estimates.flatMap(({ period }) => period.match(/\d{4}(-\d\d-\d\d)?/g) ?? []),
      ...one.items.map(({ date }) => date),
    ])
    expect(days.length).toBeGreaterThan(50)
    for (const day of days) expect(day <= '2015-12-31', day).toBe(true)
  })

  test('every known figure has a method and rows behind it', async () => {
    for (const found of [await page('RUS', 'EU'), await page('NATO', 'CSTO')]) {
      for (const figure of found.domains.flatMap((one) => one.estimates).filter(isKnown)) {
        expect(figure.method, figure.id).not.toBe('')
        expect(Number.isFinite(figure.value), figure.id).toBe(true)
        expect(figure.evidence.length, figure.id).toBeGreaterThan(0)
        for (const { count, rows } of figure.evidence) {
          // none observed in a complete list rests on no row
          if (figure.value !== 0) expect(count, figure.id).toBeGreaterThan(0)
          await snapshot.rows(`SELECT * FROM ${rows.replace(' where ', ' WHERE ')}`)
        }
      }
    }
  })
})

describe('votes with a bloc', () => {
  test('the median of Russia and the EU is that of the pairs as measure similarity gives them, and the ends are theirs', async () => {
    const found = await page('RUS', 'EU')
    const answer = await measureSimilarity(snapshot, {
      a: stateOf('RUS')!,
      b: undefined,
      window: { from: '2025-01-01', to: '2025-12-31' },
      byYear: false,
      filter: { wholeOnly: true },
      consensus: 'keep',
      absence: 'skip',
      draws: 0,
      seed: 1,
      intervals: false,
    })
    const own = answer.rows.filter((row) => found.b.members!.includes(row.iso3_b))
    expect(own).toHaveLength(27)
    for (const measure of ['kappa_quadratic', 'agreement'] as const) {
      const values = own.map((row) => row.measures[measure]!)
      expect(known(found, 'diplomacy', measure).value).toBeCloseTo(medianOf(values), 12)
      expect(known(found, 'diplomacy', `${measure}-lowest`).value).toBeCloseTo(Math.min(...values), 12)
      expect(known(found, 'diplomacy', `${measure}-highest`).value).toBeCloseTo(Math.max(...values), 12)
    }
    expect(known(found, 'diplomacy', 'agreement-across').value).toBeCloseTo(
      own.reduce((sum, row) => sum + row.measures.agreement!, 0) / 27,
      12,
    )
  })

  test('the interval holds the median, and the EU stands together more than it stands with Russia', async () => {
    const found = await page('RUS', 'EU')
    const { value, interval } = known(found, 'diplomacy', 'kappa_quadratic')
    if (interval === 'exact') throw new Error('no interval')
    expect(interval.low).toBeLessThan(value)
    expect(interval.high).toBeGreaterThan(value)
    expect(known(found, 'diplomacy', 'cohesion-b').value).toBeGreaterThan(0.9)
    expect(known(found, 'diplomacy', 'agreement-across').value).toBeLessThan(0.7)
  })

  test('where the majorities divided, most of the EU took the position that is told: Ukraine in December 2025', async () => {
    const { items } = domain(await page('RUS', 'EU'), 'diplomacy')
    expect(items.find(({ citation }) => citation === 'A/RES/80/223')?.text).toContain('Russia no, European Union yes (27 of 27)')
  })
})

test('votes do not apply to a state that was no member of the UN: China in Beijing and the EU of 1970', async () => {
  const { state, summary } = domain(await page('CHN', 'EU', '1970-12-31'), 'diplomacy')
  expect(state).toBe('not-applicable')
  expect(summary).toContain('China was no member of the United Nations in 1970')
})

describe('trade with a bloc', () => {
  test('from the EU to Russia in 2023 it is what the EU itself reports', async () => {
    const [eu] = await numbers(
      "SELECT value FROM observations WHERE source = 'comext' AND reporter = 'EU' AND from_id = 'EU' AND to_id = 'RUS' AND indicator = 'goods-exports' AND start_date = '2023-01-01'",
    )
    const level = (await page('RUS', 'EU')).domains
      .find(({ id }) => id === 'trade')!
      .estimates.filter(isKnown)
      .find((one) => one.id === 'goods-b-to-a-eur')!
    expect(level.period).toBe('2023')
    expect(level.value).toBe(eu)
  })

  test('both directions with Russia are the sum over the 27 members in the newest list that has them all', async () => {
    const found = await page('RUS', 'EU')
    const members = found.b.members!.map((iso3) => `'${iso3}'`).join(', ')
    const level = known(found, 'trade', 'goods-trade')
    const sumOf = async (source: string, year: string) => {
      const rows = await numbers(
        `SELECT value FROM observations WHERE source = '${source}' AND indicator = 'goods-trade-flow' AND start_date = '${year}-01-01' AND ((from_id = 'RUS' AND to_id IN (${members})) OR (to_id = 'RUS' AND from_id IN (${members})))`,
      )
      return { n: rows.length, sum: rows.reduce((total, value) => total + value, 0) }
    }
    // in 2023 the list has no row of some small flows
    const [{ n, sum }, later] = [await sumOf('baci-2022', '2022'), await sumOf('baci-2023', '2023')]
    expect([n, later.n < 54, level.period]).toEqual([54, true, '2022'])
    expect(level.value / sum).toBeCloseTo(1, 12)
  })

  test('a sum that lacks pairs is at least, names how many it has, and no GDP is set beside it', async () => {
    const found = await page('JPN', 'AU')
    const level = known(found, 'trade', 'goods-trade')
    expect(level.certainty).toBe('at least')
    expect(level.label).toMatch(/[1-9]\d* of 5\d pairs/)
    expect(domain(found, 'trade').estimates.some(({ id }) => id.startsWith('gdp-share'))).toBe(false)
  })
})

describe('figures that texts print', () => {
  test('of ASEAN itself are its trade with China; those of single members are not added up', async () => {
    const found = await page('CHN', 'ASEAN')
    expect(known(found, 'trade', 'goods-trade')).toMatchObject({ period: '2025', certainty: 'one report', value: 1.054e12 })
    const sums = domain(found, 'trade').estimates.filter(({ label }) => /of \d+ pairs/.test(label))
    expect(sums.filter(isKnown).flatMap(({ evidence }) => evidence.map(({ source }) => source))).not.toContain('cited-figures')
  })
})

describe('how the members of a bloc stand', () => {
  test('to a state: every pair is counted once, the worst class first, a few are named, and the sentence opens the page', async () => {
    const found = await page('NATO', 'RUS')
    const across = found.standingAcross!
    expect(across.pairs).toBe(32)
    expect(across.groups.reduce((sum, { pairs }) => sum + pairs, across.unplaced)).toBe(32)
    const orders = across.groups.map(({ order }) => order)
    expect(orders).toEqual([...orders].sort())
    for (const { pairs, named } of across.groups) expect(named).toHaveLength(pairs > 4 ? 0 : pairs)
    expect(across.sentence).toMatch(/^Of the 32 pairs of a member of NATO with Russia: none at war, \d+ in a lesser rivalry/)
    expect(found.headline[0]).toBe(across.sentence)
    expect(headlineSentences(found).slice(0, 2)).toEqual([across.sentence, expect.stringMatching(/^NATO .* stands for its 32 members /)])
  })

  test('each pair is in the class that it has by itself on the day', async () => {
    const { groups } = (await page('GCC', 'IRN')).standingAcross!
    const alone = await Promise.all(
      ['ARE', 'BHR', 'KWT', 'OMN', 'QAT', 'SAU'].map((iso3) =>
        standingOfPair(snapshot, stateOf(iso3)!, stateOf('IRN')!, 2026, '2026-11-24'),
      ),
    )
    for (const { order, certainty, pairs } of groups)
      expect(alone.filter((one) => one?.order === order && one.certainty === certainty)).toHaveLength(pairs)
    expect(groups.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(6)
  })

  test('to another bloc pairs are named by both; before there were members of the day, they are those of that day', async () => {
    const found = await page('NATO', 'CSTO')
    expect(found.standingAcross!.pairs).toBe(32 * 6)
    expect(found.standingAcross!.sentence).toContain('pairs of a member of NATO with one of the CSTO: none at war')
    expect((await page('RUS', 'EU', '2010-06-30')).standingAcross!.pairs).toBe(27)
  })
})

describe('the other domains of a bloc', () => {
  test('the EU itself has regimes on Russia, and Russia’s food embargo is on all 27 members', async () => {
    const found = await page('RUS', 'EU')
    expect(known(found, 'sanctions', 'own-regimes-b-on-a').value).toBeGreaterThanOrEqual(4)
    expect(known(found, 'sanctions', 'targets-a-on-b').value).toBe(27)
  })

  test('members of NATO act against Belarus and Russia by themselves and through the EU', async () => {
    const found = await page('NATO', 'CSTO')
    expect(known(found, 'sanctions', 'senders-a-on-b').value).toBeGreaterThanOrEqual(3)
    expect(known(found, 'sanctions', 'body-regimes-a-on-b').value).toBeGreaterThanOrEqual(4)
    expect(domain(found, 'sanctions').summary).toContain('the European Union, to which members belong')
  })

  test('China has a non-aggression treaty with every state that ASEAN had when it acceded', async () => {
    const bound = known(await page('CHN', 'ASEAN'), 'alliance', 'commitment-nonaggression')
    expect(bound.value).toBeGreaterThanOrEqual(10)
    expect(bound.certainty).toBe('at least')
  })

  test('Türkiye is a partner of the SCO and no member', async () => {
    expect(domain(await page('NATO', 'SCO'), 'institutions').summary).toContain('Türkiye (partner of the SCO)')
  })

  test('the ledger of one pair across is told as of that pair', async () => {
    const { items, estimates } = domain(await page('NATO', 'BRICS'), 'technology')
    const ledger = items.filter(({ kind }) => kind !== 'figure')
    expect(ledger.length).toBeGreaterThan(0)
    for (const item of ledger) expect(item.text).toMatch(/^USA and IND: /)
    expect(estimates.some(isKnown)).toBe(true)
  })
})

describe('turning points with a bloc', () => {
  test('each year has those who were members at its end: the EU of 1960 was six states', async () => {
    const { turningPoints } = await page('RUS', 'EU')
    const kappa = turningPoints.series.find(({ id }) => id === 'kappa_quadratic')!
    const six = ['BEL', 'FRA', 'DEU', 'ITA', 'LUX', 'NLD']
    const answer = await measureSimilarity(snapshot, {
      a: stateOf('RUS')!,
      b: undefined,
      window: { from: '1960-01-01', to: '1960-12-31' },
      byYear: false,
      filter: { wholeOnly: true },
      consensus: 'keep',
      absence: 'skip',
      draws: 0,
      seed: 1,
      intervals: false,
    })
    const values = answer.rows.filter((row) => six.includes(row.iso3_b) && row.n >= 10).map((row) => row.measures.kappa_quadratic!)
    expect(values).toHaveLength(5) // the Federal Republic joined the UN in 1973
    expect(kappa.points.find(([year]) => year === 1960)![1]).toBeCloseTo(medianOf(values), 12)
  })
})

test('whose turn comes first swaps the directions and nothing else', async () => {
  const [one, other] = await Promise.all([page('RUS', 'EU'), page('EU', 'RUS')])
  expect(one.b.members).toEqual(other.a.members)
  const swapped: Readonly<Record<string, string>> = {
    'goods-a-to-b': 'goods-b-to-a',
    'export-share-a': 'export-share-b',
    'import-share-a': 'import-share-b',
    'gdp-share-a': 'gdp-share-b',
    'own-regimes-b-on-a': 'own-regimes-a-on-b',
    'cohesion-b': 'cohesion-a',
    kappa_quadratic: 'kappa_quadratic',
    'agreement-across': 'agreement-across',
    'majorities-opposed': 'majorities-opposed',
    'goods-trade': 'goods-trade',
    speech_similarity: 'speech_similarity',
  }
  const figures = (assessment: Assessment): Map<string, Known> =>
    new Map(assessment.domains.flatMap((found) => found.estimates.filter(isKnown)).map((figure) => [figure.id, figure]))
  const [first, second] = [figures(one), figures(other)]
  for (const [id, mirrored] of Object.entries(swapped)) {
    expect(second.get(mirrored)?.value, id).toBe(first.get(id)?.value)
    expect(second.get(mirrored)?.interval, id).toEqual(first.get(id)?.interval)
  }
  expect(first.size).toBe(second.size)
})
