import { beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { type CoalitionAnswer, coalitionCsv, coalitionPage } from '../../../../src/reports/scenarios/coalition.ts'
import { type DeterrenceAnswer, deterrenceCsv, deterrencePage } from '../../../../src/reports/scenarios/deterrence.ts'
import { type LeverageAnswer, leverageCsv, leveragePage } from '../../../../src/reports/scenarios/leverage.ts'
import { type ResilienceAnswer, resilienceCsv, resiliencePage } from '../../../../src/reports/scenarios/resilience.ts'
import { type TariffWarAnswer, tariffWarCsv, tariffWarPage } from '../../../../src/reports/scenarios/tariff-war.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function ask<T>(name: string, input: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  const { output, run } = await operation.load()
  return output.parse(await run(checkInput(operation, input), { ...context, ...more })) as T
}

const coalition = (input: Record<string, unknown>, more = {}) => ask<CoalitionAnswer>('coalition', { base: 'baci-2023', ...input }, more)

describe('a coalition against Russia on the trade of 2023', () => {
  let answer: CoalitionAnswer
  beforeAll(async () => {
    answer = await coalition({ target: 'RUS', members: 'USA, EU, CHN', loss: '1' })
  })

  test('harm adds up, and China can do more than the United States', () => {
    expect(answer.members.reduce((sum, one) => sum + one.shapley, 0)).toBeCloseTo(answer.targetLoss, 6)
    const [usa, eu, china] = answer.members
    expect(china!.shapley).toBeGreaterThan(usa!.shapley)
    expect(eu!.economies.length).toBe(27)
    expect(answer.shapley.method).toBe('exact')
    expect(answer.targetLossRange.low).toBeLessThanOrEqual(answer.targetLoss)
    expect(answer.targetLossRange.high).toBeGreaterThanOrEqual(answer.targetLoss)
  })

  test('payments cancel out and leave all with the same share of loss', () => {
    expect(answer.members.reduce((sum, one) => sum + one.received, 0)).toBeCloseTo(0, 4)
    const share = ({ ownLoss, ownLossPercent, received }: CoalitionAnswer['members'][number]) => ownLossPercent * (1 - received / ownLoss)
    expect(share(answer.members[0]!)).toBeCloseTo(share(answer.members[2]!), 8)
    expect(share(answer.members[0]!)).toBeCloseTo(answer.costPercent, 8)
  })

  test('the coalition from a loss on is one of those that were solved', () => {
    expect(answer.threshold!.members === null || answer.threshold!.targetLoss! >= 1).toBe(true)
    expect(answer.frontier.at(-1)!.targetLoss).toBeCloseTo(answer.targetLoss, 8)
  })

  test('text and CSV name the members, and the text claims no success', () => {
    expect(coalitionPage.table(answer)).toMatch(/says nothing of\s+whether\s+a\s+threat\s+works/)
    expect(coalitionCsv(answer)).toMatch(/^Russia,EU,\d/m)
  })
})

describe('a coalition', () => {
  test('a bloc acts without the target that belongs to it', async () => {
    const { members } = await coalition({ target: 'HUN', members: 'EU' })
    expect(members[0]!.economies.length).toBe(26)
  })

  test('of seven members is drawn from orders, the same for the same seed, with an error and progress', async () => {
    const counted: number[] = []
    const input = { target: 'AUS', members: 'CHN,JPN,KOR,USA,IND,GBR,NZL', orders: 4, seed: 7 }
    const answer = await coalition(input, { onCount: (_: string, done: number) => counted.push(done) })
    expect(answer.shapley).toEqual({ method: 'sampled', orders: 4, seed: 7 })
    expect(answer.members.some(({ error }) => error > 0)).toBe(true)
    expect(answer.members.reduce((sum, one) => sum + one.shapley, 0)).toBeCloseTo(answer.targetLoss, 6)
    expect(counted.length).toBeGreaterThan(20)
  })

  test('stops where it is interrupted', async () => {
    await expect(coalition({ target: 'RUS', members: 'USA,CHN' }, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })

  test.each([
    [{ target: 'RUS', members: 'USA,USA' }, /USA is in United States and in United States/],
    [{ target: 'RUS', members: 'DEU,EU' }, /DEU is in Germany and in EU/],
    [{ target: 'RUS', members: 'RUS' }, /Russia is the target itself/],
    [{ target: 'RUS', members: ' , ' }, /names nobody/],
    [{ target: 'RUS', members: 'Atlantis' }, /"Atlantis" is neither a state nor a bloc/],
    [{ target: 'PRK', members: 'USA' }, /the base baci-2023 has no PRK/],
    [{ target: 'RUS', members: 'USA', factor: '0.5' }, /factor: "0.5" is no number from 1.01 to 100/],
    [{ target: 'RUS', members: 'USA', sectors: 'B06' }, /there is no sector "B06" in this base/],
    [{ target: 'RUS', members: 'USA', elasticities: 'best' }, /no set "best"/],
    [{ target: 'RUS', members: 'USA', loss: 'much' }, /loss: "much" is no number/],
  ])('%j is refused', async (input, message) => {
    await expect(coalition(input)).rejects.toThrow(message)
  })
})

describe('leverage', () => {
  let answer: LeverageAnswer
  beforeAll(async () => {
    answer = await ask<LeverageAnswer>('leverage', { a: 'China', b: 'AUS', base: 'baci-2023' })
  })

  test('China can harm Australia more than Australia China, whatever the elasticity', () => {
    const all = answer.rows.find(({ id }) => id === 'allTrade')!
    expect(all.b).toBeGreaterThan(3 * all.a)
    expect(answer.asymmetry).toMatchObject({ stronger: 'a', sameInAllSets: true })
    expect(leveragePage.table(answer)).toMatch(/China has the leverage/)
  })

  test('the range over published elasticities holds the answer', () => {
    for (const { a, aRange, b, bRange } of answer.rows) {
      expect(aRange.low <= a && a <= aRange.high && bRange.low <= b && b <= bRange.high).toBe(true)
      expect(aRange.sets).toBeGreaterThan(1)
    }
    expect(leverageCsv(answer).split('\n').length).toBe(5)
  })

  test('of a state with its own bloc is refused', async () => {
    await expect(ask('leverage', { a: 'DEU', b: 'EU', base: 'baci-2023' })).rejects.toThrow(/stands on both sides/)
  })
})

describe('tariff-war', () => {
  test('the best tariff of one is a little above one over the elasticity, for deficits are removed first', async () => {
    const { players, sameFromSecondStart } = await ask<TariffWarAnswer>('tariff-war', { players: ['USA'], elasticities: '5' })
    expect(players[0]!.alone.tariff).toBeGreaterThan(20)
    expect(players[0]!.alone.tariff).toBeLessThan(22)
    expect(players[0]!.alone.welfare).toBeGreaterThan(0)
    expect([players[0]!.war, sameFromSecondStart]).toEqual([null, null])
  })

  test('two that tax only each other both lose, from either start', async () => {
    const answer = await ask<TariffWarAnswer>('tariff-war', { players: ['Canada', 'MEX'], eachOther: true })
    expect(answer.converged && answer.sameFromSecondStart).toBe(true)
    for (const { war } of answer.players) expect(war!.tariff).toBeGreaterThan(0)
    expect(answer.players.reduce((sum, { war }) => sum + war!.welfare, 0)).toBeLessThan(0)
    expect(tariffWarPage.table(answer)).toMatch(/Canada/)
    expect(tariffWarCsv(answer).split('\n').length).toBe(4)
  })

  test.each([
    [{ players: ['USA'], eachOther: true }, /one player has no other/],
    [{ players: ['DEU', 'EU'] }, /DEU plays twice/],
    [{ players: ['USA', 'CHN', 'JPN', 'IND', 'BRA'] }, /there are 5, and four are the most/],
  ])('%j is refused', async (input, message) => {
    await expect(ask('tariff-war', input)).rejects.toThrow(message)
  })
})

describe('resilience', () => {
  test('more trade moved costs more every year and saves more in the first year of a cut', async () => {
    const answer = await ask<ResilienceAnswer>('resilience', { target: 'AUS', against: 'CHN', base: 'baci-2023' })
    const [quarter, half, most] = answer.rows
    expect(quarter!.premium).toBeLessThan(half!.premium)
    expect(half!.premium).toBeLessThan(most!.premium)
    expect(quarter!.saved).toBeLessThan(half!.saved)
    expect(half!.saved).toBeLessThan(most!.saved)
    expect(answer.unprepared).toBeGreaterThan(answer.longRun)
    expect(resiliencePage.table(answer)).toMatch(/in\s+the\s+first\s+year\s+without\s+preparation/)
    expect(resilienceCsv(answer).split('\n').length).toBe(5)
  })

  test('against oneself is refused', async () => {
    await expect(ask('resilience', { target: 'DEU', against: 'DEU', base: 'baci-2023' })).rejects.toThrow(/names nobody but the target/)
  })
})

describe('a target that prepares', () => {
  const resilience = (input: Record<string, unknown>) => ask<ResilienceAnswer>('resilience', { base: 'icio-2022', ...input })

  test('by a stock, or with a friend among the partners', async () => {
    const answer = await resilience({ target: 'JPN', against: 'CHN,KOR', sectors: 'C26,C27', stock: 'C26' })
    expect(answer.stock!.rows.map(({ months }) => months)).toEqual([1, 3, 6, 12])
    expect(answer.stock!.rows[3]!.value).toBeCloseTo(12 * answer.stock!.rows[0]!.value, 6)
    for (const { prepared, saved } of answer.stock!.rows) expect(prepared + saved).toBeCloseTo(answer.unprepared, 8)
    const [china, korea] = answer.friends
    expect(china!.saved).toBeGreaterThan(korea!.saved)
    expect(resiliencePage.table(answer)).toContain('A stock of electronics from these partners')
    expect(resiliencePage.table(answer)).toContain('If one of them does not join, China matters most')
    expect(resilienceCsv(answer).trimEnd().split('\n')).toHaveLength(1 + 3 + 4 + 2)
  })

  test.each([
    [{ target: 'JPN', against: 'CHN', sectors: 'C26', stock: 'C27' }, /trade in C27 is not cut, so a stock saves nothing/],
    [{ target: 'JPN', against: 'CHN', stock: 'X' }, /there is no sector "X" in this base/],
    [{ target: 'JPN', against: 'CHN', stock: 'SERV' }, /services cannot be stored/],
    [{ target: 'JPN', against: 'CHN', months: 3 }, /of which sectors\?/],
    [{ target: 'JPN', against: 'CHN', stock: ',' }, /names no sector/],
  ])('refuses %j', async (input, message) => {
    await expect(resilience(input)).rejects.toThrow(message)
  })
})

describe('a threatened coalition', () => {
  const deterrence = (input: Record<string, unknown>) => ask<DeterrenceAnswer>('deterrence', { base: 'baci-2023', ...input })

  test('costs its target more with others and less without a member; the loss asked for is reached as it grows', async () => {
    const answer = await deterrence({ target: 'AUS', members: 'CHN,USA,KOR', others: 'JPN', loss: '0.5' })
    const rows = (kind: string) => answer.rows.filter((row) => row.kind === kind)
    const [all] = rows('named')
    expect(rows('without').every(({ later }) => later < all!.later)).toBe(true)
    expect(rows('with')[0]!.later).toBeGreaterThan(all!.later)
    expect(rows('growing').at(-1)!.later).toBeCloseTo(all!.later, 10)
    const reached = answer.threshold!.members!
    expect(rows('growing')[reached.length - 1]!.later).toBeGreaterThanOrEqual(0.5)
    expect(answer.laterRange.low).toBeLessThanOrEqual(all!.later)
    expect(answer.before.moved.prepared).toBeLessThan(all!.firstYear)
    const text = deterrencePage.table(answer).replace(/\s+/g, ' ')
    expect(text).toContain('no probability follows from it')
    expect(text).toContain('A loss of 0.50 % for Australia later on is reached with China')
    expect(deterrenceCsv(answer)).toMatch(/^Australia,without,China,/m)
  })

  test('that does not reach a loss says so', async () => {
    const answer = await deterrence({ target: 'AUS', members: 'NZL', loss: '50' })
    expect(answer.threshold).toEqual({ loss: 50, members: null })
    expect(deterrencePage.table(answer).replace(/\s+/g, ' ')).toContain('A loss of 50.00 % later on is not reached even by all together.')
  })

  test.each([
    [{ target: 'AUS', members: 'CHN', others: 'CHN' }, /CHN is in China and in China/],
    [{ target: 'AUS', members: 'AUS' }, /Australia is the target itself/],
    [{ target: 'AUS', members: 'CHN', loss: 'much' }, /loss: "much" is no number/],
    [{ target: 'AUS', members: ' ' }, /names nobody/],
  ])('refuses %j', async (input, message) => {
    await expect(deterrence(input)).rejects.toThrow(message)
  })
})
