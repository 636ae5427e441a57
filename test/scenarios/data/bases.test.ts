import { describe, expect, test } from 'vitest'
import { asOneSector, baseIds, baseNamed } from '../../../src/scenarios/data/bases.ts'
import { elasticitiesNamed, elasticitySetsOf } from '../../../src/scenarios/data/elasticity-sets.ts'
import { baseBytes, readBase, type TradeBase } from '../../../src/scenarios/data/trade-base.ts'
import { sharesOfTable } from '../../../src/scenarios/models/trade-shares.ts'

/** Sales of goods (all sectors but services) or of one sector, in billion US dollars. */
function sales(
  base: TradeBase,
  from: string,
  to: string,
  sectors: readonly string[] = base.sectors.filter((code) => code !== 'SERV'),
): number {
  const n = base.economies.length
  const [i, j] = [base.economies.indexOf(from), base.economies.indexOf(to)]
  return sectors.reduce((sum, code) => sum + base.flows[(base.sectors.indexOf(code) * n + i) * n + j]!, 0) / 1000
}

describe('bases of the package', () => {
  test.each(baseIds)('%s: every economy sells and buys, and it is what its card says', (id) => {
    const base = baseNamed(id)
    expect(sharesOfTable(base).output.every((value) => value > 0)).toBe(true)
    expect(base.card.economies).toEqual(base.economies)
    expect([...base.economies]).toEqual([...new Set(base.economies)].sort())
  })

  test('icio-2022: world output 199.7 trillion; goods China to the United States 453, Russia to China 77.7 billion', () => {
    const base = baseNamed('icio-2022')
    expect(base.flows.reduce((sum, flow) => sum + flow, 0) / 1e6).toBeCloseTo(199.69, 1)
    expect(sales(base, 'CHN', 'USA')).toBeCloseTo(453, 0)
    expect(sales(base, 'RUS', 'CHN')).toBeCloseTo(77.7, 1)
    expect(base.tariffs).toBeUndefined()
  })

  test('baci-2023: China to Russia 110.0, Germany to the United States 166.2; Korea to Vietnam, which BACI lacks, is the 51.8 of the OECD', () => {
    const base = baseNamed('baci-2023')
    expect(sales(base, 'CHN', 'RUS')).toBeCloseTo(110, 0)
    expect(sales(base, 'DEU', 'USA')).toBeCloseTo(166.2, 1)
    expect(sales(base, 'KOR', 'VNM')).toBeCloseTo(51.8, 1)
    expect(base.economies).toContain('TWN')
  })

  test('wiod-2011: Russia to China and back 47.7 and 57.6 billion with services; inputs and final use make up all spending', () => {
    const base = baseNamed('wiod-2011')
    expect(sales(base, 'RUS', 'CHN')).toBeCloseTo(47.7, 1)
    expect(sales(base, 'CHN', 'RUS')).toBeCloseTo(57.6, 1)
    expect(base.economies).toContain('ROU')
    const { links } = base
    const m = base.sectors.length
    for (let row = 0; row < base.economies.length * m; row++) {
      const inputs = links!.inputShares.subarray(row * m, (row + 1) * m).reduce((sum, share) => sum + share, 0)
      expect(inputs).toBeLessThanOrEqual(0.9901)
    }
  })

  test('a base survives its bytes to six digits; bytes that are cut short or not ours are refused', () => {
    const base = baseNamed('wiod-2011')
    const bytes = baseBytes(base)
    const again = readBase(bytes, 'x.base')
    for (const k of [0, 1234, 50000]) expect(Math.abs(again.flows[k]! / base.flows[k]! - 1) || 0).toBeLessThan(6e-8)
    expect(() => readBase(bytes.subarray(0, -4), 'x.base')).toThrow('x.base is not a base of trade')
    expect(() => readBase(new TextEncoder().encode('{}\n'), 'x.base')).toThrow('its header')
    expect(() => readBase(new Uint8Array(9), 'x.base')).toThrow('no header')
    expect(() => baseNamed('gtap-11')).toThrow('no base "gtap-11"')
  })

  test('one sector is the sum of all', () => {
    const base = baseNamed('icio-2022')
    expect(sales(asOneSector(base), 'CHN', 'USA', ['ALL'])).toBeCloseTo(sales(base, 'CHN', 'USA', base.sectors), 6)
  })
})

describe('elasticities', () => {
  test('refined fuels: 64.85 by Caliendo and Parro, 8.95 by Shapiro; the usual set of 28 sectors is 4', () => {
    const base = baseNamed('icio-2022')
    const fuels = base.sectors.indexOf('C19')
    expect(elasticitiesNamed('caliendo-parro-2015', base).values[fuels]).toBe(64.85)
    expect(elasticitiesNamed('shapiro-2016', base).values[fuels]).toBe(8.95)
    expect([...elasticitiesNamed(undefined, base).values]).toEqual(new Array(28).fill(4))
    expect(elasticitySetsOf(base).length).toBe(7)
  })

  test('a set of another base, a sector without a number, and a number that is none are refused', () => {
    const base = baseNamed('icio-2022')
    expect(() => elasticitiesNamed('eaton-kortum-2002', base)).toThrow('no set "eaton-kortum-2002"')
    expect(() => elasticitiesNamed({ A01: 3 }, base)).toThrow('A02 has no number')
    expect(() => elasticitiesNamed({ Z99: 3 }, base)).toThrow('no sector "Z99"')
    expect(() => elasticitiesNamed(0, base)).toThrow('not above 0')
  })
})
