import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readLiberationDayFiles } from '../../src/operations/scenarios/liberation-day-files.ts'
import { calibrate } from '../../src/scenarios/liberation-day/calibration.ts'
import { type LiberationDayOptions, liberationDay } from '../../src/scenarios/liberation-day/liberation-day.ts'
import { optimalUniformTariff } from '../../src/scenarios/liberation-day/tariff-policy.ts'
import { expectKept } from './kept-comparison.ts'
import { expectReproductions } from './kept-reproductions.ts'

const folder = fileURLToPath(new URL('../../../shared/reference/liberation-day', import.meta.url))
const there = existsSync(folder) || process.env['CI'] === 'true'

describe.skipIf(!there)('the published results on Liberation Day (needs ../shared)', async () => {
  const inputs = there ? await readLiberationDayFiles(folder) : undefined
  const answer = (options: LiberationDayOptions = {}) => liberationDay(inputs!, options)
  const of = (iso3: string, options?: LiberationDayOptions) => answer(options).economies.find((one) => one.iso3 === iso3)!

  test('seven figures of each of 194 economies are those of the authors', () => {
    const [, ...rows] = readFileSync(`${folder}/output_map.csv`, 'utf8').trim().split(/\r?\n/)
    const { economies } = answer()
    expect(rows.length).toBe(194)
    const differences: number[] = []
    rows.forEach((row, i) => {
      const [iso3, ...published] = row.split(',')
      const one = economies[i]!
      const ours = [one.welfare, one.deficit, one.exportsGdp, one.importsGdp, one.employment, one.prices, one.revenue]
      expect(one.iso3).toBe(iso3)
      ours.forEach((value, k) => {
        differences.push(Math.abs(value! - Number(published[k])))
      })
    })
    expect(Math.max(...differences)).toBeLessThan(1e-8)
    expectKept('liberation-day-all', Math.max(...differences), differences.length)
    const named = ['USA', 'CHN', 'RUS', 'VNM']
    const welfareOf = (code: string): number => Number(rows.find((row) => row.startsWith(`${code},`))!.split(',')[1])
    expectReproductions(
      'liberation-day',
      Object.fromEntries(named.map((code) => [code, economies.find(({ iso3 }) => iso3 === code)!.welfare!])),
      Object.fromEntries(named.map((code) => [code, welfareOf(code)])),
    )
  })

  test('the printed welfare of the United States in seven cases', () => {
    const usa = (options: LiberationDayOptions): number => of('USA', options).welfare!
    expectReproductions('liberation-day-usa', {
      'lump-sum': usa({ rebate: 'lump-sum' }),
      'eaton-kortum': usa({ model: 'eaton-kortum' }),
      'elasticity-8': usa({ elasticity: 8 }),
      optimal: usa({ tariff: 'optimal' }),
      reciprocal: usa({ retaliation: 'reciprocal' }),
      retaliation: usa({ retaliation: 'optimal' }),
      'both-optimal': usa({ tariff: 'optimal', retaliation: 'optimal' }),
    })
  })

  test('the welfare of the United States in six cases is that of an independent solution', () => {
    const cases: readonly (readonly [LiberationDayOptions, exact: number])[] = [
      [{ rebate: 'lump-sum' }, -0.00572],
      [{ model: 'eaton-kortum' }, 1.24257434],
      [{ elasticity: 8 }, 0.325653458],
      [{ tariff: 'optimal' }, 1.78955873],
      [{ retaliation: 'reciprocal' }, -0.357627431],
      [{ retaliation: 'optimal' }, -0.745409699],
    ]
    const differences = cases.map(([options, exact]) => Math.abs(of('USA', options).welfare! - exact))
    // the first is known to five decimals only
    expect(differences[0]).toBeLessThan(5e-6)
    expect(Math.max(...differences.slice(1))).toBeLessThan(1e-8)
    expectKept('liberation-day-cases', Math.max(...differences), cases.length)
  })

  test('the optimal uniform tariff, and the local parts of sales behind it', () => {
    const base = calibrate(inputs!)
    const difference = Math.abs(100 * optimalUniformTariff(base, 4) - 21.798821501)
    expect(difference).toBeLessThan(1e-4)
    expectKept('liberation-day-optimum', difference, 1)
    expect([base.localPart[0], base.localPart[base.usa]]).toEqual([expect.closeTo(0.11433521, 8), expect.closeTo(0.27047098, 8)])
  })

  test('the printed table of retaliation, with the optimal tariff too', () => {
    const printed = (iso3: string, options: LiberationDayOptions) => {
      const { welfare, deficit, employment, prices } = of(iso3, options)
      return [welfare!.toFixed(2), deficit!.toFixed(1), employment.toFixed(2), prices.toFixed(1)]
    }
    const both = { tariff: 'optimal', retaliation: 'optimal' } as const
    expect(printed('USA', { retaliation: 'reciprocal' })).toEqual(['-0.36', '-26.7', '-0.18', '7.5'])
    expect(printed('CHN', { retaliation: 'reciprocal' })).toEqual(['-0.82', '6.2', '-0.16', '-3.7'])
    expect(printed('USA', { retaliation: 'optimal' })).toEqual(['-0.75', '-29.0', '-0.32', '6.0'])
    expect(printed('CHN', { retaliation: 'optimal' })).toEqual(['-0.65', '6.3', '-0.13', '-3.3'])
    expect(printed('USA', both)).toEqual(['-0.32', '-28.4', '-0.20', '4.2'])
    expect(printed('CHN', both)).toEqual(['-0.36', '4.2', '-0.08', '-2.1'])
  })

  test('world trade and employment are those printed', () => {
    const world = (options: LiberationDayOptions) => answer(options).world
    expect(world({}).trade.toFixed(1)).toBe('-9.4')
    expect(world({}).employment.toFixed(2)).toBe('-0.02')
    expect(world({ retaliation: 'reciprocal' }).trade.toFixed(1)).toBe('-11.6')
    expect(world({ retaliation: 'reciprocal' }).employment.toFixed(2)).toBe('-0.15')
  })

  test('markets balance to the last digits, and a second start leads to the same solution', () => {
    const { converged, residual, sameFromSecondStart } = answer({ secondStart: true })
    expect(converged).toBe(true)
    expect(residual).toBeLessThan(1e-13)
    expect(sameFromSecondStart).toBe(true)
  })
})

test('the reference is there where the build must check it', () => expect(existsSync(folder) || process.env['CI'] !== 'true').toBe(true))
