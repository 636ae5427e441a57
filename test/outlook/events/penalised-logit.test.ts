import { describe, expect, it } from 'vitest'
import { randomStream } from '../../../src/numeric/random.ts'
import { fitLogit, logitProbability } from '../../../src/outlook/events/penalised-logit.ts'

describe('fitLogit', () => {
  it('gives the log odds ratio of a table of two by two as the penalty vanishes', () => {
    // with the covariate 30 of 100 had the event, without it 10 of 100
    const values = Array.from({ length: 200 }, (_, i) => Number(i < 100))
    const came = Uint8Array.from(values, (_, i) => Number(i < 30 || (i >= 100 && i < 110)))
    const fit = fitLogit({ columns: 1, values, came }, 1e-9)!
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(30 / 70) - Math.log(10 / 90), 6)
    expect(fit.intercept).toBeCloseTo(Math.log(10 / 90), 6)
    expect(logitProbability(fit, [1])).toBeCloseTo(0.3, 6)
  })

  it('leaves no slope of the penalised likelihood', () => {
    const stream = randomStream(1, 'logit')
    const [n, columns, penalty] = [300, 3, 2]
    const values = Float64Array.from({ length: n * columns }, () => 4 * (stream.uint32() / 2 ** 32) - 1)
    const came = Uint8Array.from({ length: n }, (_, r) => Number(stream.uint32() / 2 ** 32 < 1 / (1 + Math.exp(1 - values[r * columns]!))))
    const fit = fitLogit({ columns, values, came }, penalty)!
    for (let c = 0; c < columns; c++) {
      const own = Array.from({ length: n }, (_, r) => values[r * columns + c]!)
      const mean = own.reduce((sum, one) => sum + one, 0) / n
      const deviation = Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / n)
      const slope = own.reduce(
        (sum, one, r) => sum + ((one - mean) / deviation) * (logitProbability(fit, values, r * columns) - came[r]!),
        0,
      )
      expect(slope + penalty * fit.coefficients[c]! * deviation).toBeCloseTo(0, 4)
    }
  })

  it('keeps coefficients finite where a covariate separates the cases', () => {
    const fit = fitLogit({ columns: 1, values: [0, 0, 0, 1, 1, 1], came: Uint8Array.of(0, 0, 0, 1, 1, 1) }, 1)!
    expect(fit.coefficients[0]).toBeGreaterThan(0)
    expect(Number.isFinite(fit.coefficients[0])).toBe(true)
  })

  it('counts a row by its weight and starts from another fit without a difference', () => {
    const twice = fitLogit({ columns: 1, values: [0, 0, 1, 1, 1, 1], came: Uint8Array.of(1, 0, 1, 0, 1, 0) }, 1)!
    const weighted = fitLogit({ columns: 1, values: [0, 0, 1, 1], came: Uint8Array.of(1, 0, 1, 0), weight: [1, 1, 2, 2] }, 1, {
      intercept: 2,
      coefficients: [-3],
    })!
    expect(weighted.intercept).toBeCloseTo(twice.intercept, 6)
    expect(weighted.coefficients[0]).toBeCloseTo(twice.coefficients[0]!, 6)
  })

  it('says that nothing can be learnt, and refuses what is no number', () => {
    expect(fitLogit({ columns: 1, values: [1, 2], came: Uint8Array.of(0, 0) }, 1)).toBeUndefined()
    expect(() => fitLogit({ columns: 1, values: [1, Number.NaN], came: Uint8Array.of(0, 1) }, 1)).toThrow(RangeError)
    expect(() => fitLogit({ columns: 0, values: [], came: Uint8Array.of(0, 1) }, 0)).toThrow(RangeError)
  })
})
