// biome-ignore-all lint/correctness/noPrecisionLoss: the values stand as R printed them
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: the same
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inverseMills, logNormalCdf, millsRatio, normalCdf, normalDensity, normalQuantile } from '../../src/numeric/normal.ts'
import { inverseMillsFast, logNormalCdfFast, logNormalCdfResult, millsRatioFast } from '../../src/numeric/normal-tables.ts'

/** Printed by R 4.5.0 with 17 digits: x, pnorm(x), dnorm(x), pnorm(x, log.p = TRUE), dnorm(x) / pnorm(x), pnorm(x, lower.tail = FALSE) / dnorm(x). */
const printed: readonly (readonly [number, number, number, number, number, number])[] = [
  [-37.0, 5.7255712225245771e-300, 2.1200065515246056e-298, -689.03058557689064, 37.026987686126986, 4.7169665550365805e297],
  [-30.0, 4.9067139271481872e-198, 1.4736461348785476e-196, -454.32124395634321, 30.033259667433679, 6.7858896130611182e195],
  [-20.0, 2.7536241186062337e-89, 5.5209483621597635e-88, -203.91715537109727, 20.049753068527853, 1.8112830158925915e87],
  [-12.5, 3.7325642988777138e-36, 4.6951953579751464e-35, -81.575967870743881, 12.579007304406975, 2.1298368305408719e34],
  [-8.0, 6.2209605742717849e-16, 5.0522710835368927e-15, -35.013437159914552, 8.1213681122361123, 197930788642469.16],
  [-6.25, 2.0522634252189388e-10, 1.314001818155884e-9, -22.306907636008251, 6.4026956871567506, 761033954.42649269],
  [-5.7, 5.9903714010635279e-9, 3.513955094820434e-8, -18.933112423224742, 5.8660053935830554, 28457961.670700558],
  [-5.6, 1.071759025831093e-8, 6.1826205001658573e-8, -18.351379495909331, 5.7686666042971355, 16174371.195119988],
  [-4.0, 3.1671241833119924e-5, 0.00013383022576488537, -10.360101486527292, 4.2256071444894712, 7471.916923422993],
  [-3.0, 0.0013498980316300946, 0.0044318484119380075, -6.6077262215103492, 3.2830986549304368, 225.33489622034909],
  [-2.2, 0.013903447513498606, 0.035474592846231424, -4.2756184470441436, 2.5514961531512084, 27.797262022452148],
  [-1.5, 0.066807201268858071, 0.12951759566589174, -2.7059444008238898, 1.9386771666225433, 7.2051430072747777],
  [-0.7, 0.24196365222307298, 0.31225393336676127, -1.4189677615315315, 1.2904993394581667, 2.4276278591711673],
  [-0.67, 0.25142889509531013, 0.31873713847540153, -1.3805950526951889, 1.2677028960994186, 2.3485531321680631],
  [-0.3, 0.38208857781104733, 0.38138781546052414, -0.96210281816885079, 0.99816596885848352, 1.6201656087067893],
  [-0.001, 0.49960105778608893, 0.39894208093034239, -0.69394538346696522, 0.79852128956291146, 1.2543147643060588],
  [0.0, 0.5, 0.3989422804014327, -0.69314718055994529, 0.79788456080286541, 1.2533141373155001],
  [1e-5, 0.500003989422804, 0.3989422803814856, -0.69313920174616817, 0.79787819461604237, 1.2533041373781655],
  [0.25, 0.5987063256829237, 0.38666811680284924, -0.51298407540943047, 0.64583937101681732, 1.0378245758537268],
  [0.5, 0.69146246127401301, 0.35206532676429952, -0.36894641528865652, 0.50916043383703358, 0.87636445645369232],
  [0.674, 0.74984434315967741, 0.31788152350887061, -0.28788963644545978, 0.42393001482066067, 0.7869461995747038],
  [0.68, 0.75174776954642941, 0.31659290771089277, -0.28535442413295908, 0.42114246365095381, 0.78413705552832602],
  [1.0, 0.84134474606854293, 0.24197072451914337, -0.17275377902344988, 0.28759997093917838, 0.65567954241879844],
  [1.96, 0.97500210485177963, 0.058440944333451469, -0.025315649164282108, 0.059939300687289997, 0.42774625621358564],
  [3.0, 0.9986501019683699, 0.0044318484119380075, -0.0013508099647481938, 0.0044378390421256639, 0.30459029871010329],
  [4.5, 0.99999660232687526, 1.5983741106905475e-5, -3.3976788968344657e-6, 1.5983795414617587e-5, 0.21257058044203175],
  [5.65, 0.99999999197760814, 4.6668867975942541e-8, -8.0223918828428826e-9, 4.6668868350338488e-8, 0.17190028810638777],
  [5.66, 0.99999999243135029, 4.4102977789373096e-8, -7.5686497806399427e-9, 4.410297812317309e-8, 0.1716131229991783],
  [7.0, 0.99999999999872013, 9.1347204083645936e-12, -1.2798125438866541e-12, 9.1347204083762856e-12, 0.14010418345305026],
  [8.2, 0.99999999999999989, 9.9983787484972129e-16, -1.2019351542735859e-16, 9.9983787484972148e-16, 0.12021300497885624],
]

/** Printed by R 4.5.0: p, qnorm(p). */
const quantiles: readonly (readonly [number, number])[] = [
  [1e-300, -37.047096299361201],
  [1e-100, -21.273453560965319],
  [1e-20, -9.2623400897984052],
  [1e-10, -6.3613409024040557],
  [1e-5, -4.2648907939228256],
  [0.001, -3.0902323061678132],
  [0.02, -2.0537489106318225],
  [0.0749, -1.4402382675279632],
  [0.075, -1.4395314709384557],
  [0.0751, -1.4388253927525398],
  [0.1, -1.2815515655446008],
  [0.25, -0.67448975019608171],
  [0.425, -0.18911842627279249],
  [0.49, -0.025068908258711057],
  [0.5, 0],
  [0.6, 0.25334710313579978],
  [0.9, 1.2815515655446008],
  [0.924, 1.4325027208258119],
  [0.93, 1.4757910281791708],
  [0.975, 1.9599639845400536],
  [0.999, 3.0902323061678132],
  [0.9999999, 5.1993375822906618],
]

const relative = (ours: number, theirs: number): number => (theirs === 0 ? Math.abs(ours) : Math.abs(ours / theirs - 1))

describe('the standard normal against R, to a relative 1e-14', () => {
  test.each(printed)('at %d', (x, cdf, density, log, inverse, mills) => {
    expect(relative(normalCdf(x), cdf)).toBeLessThan(1e-14)
    expect(relative(normalDensity(x), density)).toBeLessThan(1e-14)
    expect(relative(logNormalCdf(x), log)).toBeLessThan(1e-14)
    expect(relative(inverseMills(x), inverse)).toBeLessThan(1e-14)
    expect(relative(millsRatio(x), mills)).toBeLessThan(1e-14)
  })

  test.each(quantiles)('quantile of %d', (p, x) => {
    expect(relative(normalQuantile(p), x)).toBeLessThan(1e-14)
  })

  test('ends, and what is no probability', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN()
    expect([normalCdf(Number.NEGATIVE_INFINITY), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1])
    expect(normalCdf(Number.NaN)).toBeNaN()
    expect(millsRatio(-40)).toBe(Number.POSITIVE_INFINITY)
  })

  test('the quantile undoes the distribution function, and both sides add up to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14)
        // Where p is near 1 its own rounding moves the quantile by 1e-16 over the density.
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThan(1e-13 + 2e-16 / normalDensity(x))
      }),
    )
  })
})

describe('tables against the functions', () => {
  const everywhere = fc.double({ min: -45, max: 12, noNaN: true })

  test('inverse Mills ratio within 1e-9, 1e-4 beyond the table', () => {
    fc.assert(
      fc.property(everywhere, (x) => {
        expect(Math.abs(inverseMillsFast(x) - inverseMills(x))).toBeLessThan(x > -40 ? 1e-9 : 1e-4)
      }),
      { numRuns: 2000 },
    )
  })

  test('logarithm of the distribution function within 1e-9, and with it the inverse Mills ratio', () => {
    fc.assert(
      fc.property(everywhere, (x) => {
        logNormalCdfFast(x)
        expect(Math.abs(logNormalCdfResult[0]! - logNormalCdf(x))).toBeLessThan(x > -40 ? 1e-9 : 1e-3)
        expect(Math.abs(logNormalCdfResult[1]! - inverseMills(x))).toBeLessThan(x > -40 ? 1e-9 : 1e-4)
      }),
      { numRuns: 2000 },
    )
  })

  test('Mills ratio within a relative 2e-7, and 4e-6 on the left of -2', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 60, noNaN: true }), (x) => {
        expect(relative(millsRatioFast(x), millsRatio(x))).toBeLessThan(x < -2 ? 4e-6 : x < 40 ? 2e-7 : 2e-6)
      }),
      { numRuns: 2000 },
    )
  })
})
