import { benatiCapurriA } from '../similarity/benati-capurri-a.ts'
import { cohenKappa, cohenKappaFromTable } from '../similarity/cohen-kappa.ts'
import { allianceScale, tableFromRows } from '../similarity/contingency.ts'
import { kendallTauB, kendallTauBFromTable } from '../similarity/kendall-tau-b.ts'
import { scottPi, scottPiFromTable } from '../similarity/scott-pi.ts'
import { sFromTable, similarityS } from '../similarity/signorino-ritter-s.ts'
import { alliances1914, votes1946 } from './published-examples.ts'
import { type Reproduction, roundingTolerance } from './reproduction.ts'

const { germany, russia, weights } = alliances1914
const scale = allianceScale
const table = tableFromRows(votes1946)

const signorinoRitter = 'Signorino and Ritter 1999, table 6'
const fpsim = 'R package fpsim 0.2.0 (Miller), its documentation'
const example1914 = 'Germany and Russia 1914, alliances with twenty states'
const example1946 = 'United States and Mexico 1946, 38 roll calls'

/** Similarity of votes and alliances, as printed for two worked examples. */
export const similarityReproductions: readonly Reproduction[] = (
  [
    ['kappa-1914', 'kappa', `${example1914}, quadratic weights`, fpsim, -0.07758621, 8, () => cohenKappa(germany, russia, { scale }).value],
    ['kappa-1946', 'kappa', `${example1946}, quadratic weights`, fpsim, -0.01222707, 8, () => cohenKappaFromTable(table)],
    ['s-1914', 's', example1914, signorinoRitter, 0.4, 7, () => similarityS(germany, russia, { scale }).value],
    [
      's-1914-weighted',
      's',
      `${example1914}, weighted by capabilities`,
      signorinoRitter,
      -0.46,
      7,
      () => similarityS(germany, russia, { scale, weights }).value,
    ],
    [
      's-1914-squared',
      's',
      `${example1914}, squared distance`,
      'worked out independently in R from the same input',
      0.4444444,
      7,
      () => similarityS(germany, russia, { scale, distance: 'squared' }).value,
    ],
    ['s-1946', 's', example1946, 'worked out independently in R from the same votes', 0.1315789, 7, () => sFromTable(table)],
    ['pi-1914', 'pi', example1914, fpsim, -0.04477612, 8, () => scottPi(germany, russia, { scale }).value],
    ['pi-1946', 'pi', example1946, fpsim, -0.02775801, 8, () => scottPiFromTable(table)],
    ['tau-b-1914', 'tau-b', example1914, fpsim, 0.03031695, 8, () => kendallTauB(germany, russia, { scale }).value],
    ['tau-b-1946', 'tau-b', example1946, fpsim, 0.01431261, 8, () => kendallTauBFromTable(table)],
    ['a-1914', 'a', example1914, fpsim, -0.04, 8, () => benatiCapurriA(germany, russia, { scale }).value],
    [
      'a-1914-squared',
      'a',
      `${example1914}, squared distance`,
      fpsim,
      -0.04,
      8,
      () => benatiCapurriA(germany, russia, { scale, distance: 'squared' }).value,
    ],
  ] as const
).map(([id, measure, what, where, published, decimals, ours]) => ({
  id,
  measure,
  what,
  where,
  published,
  tolerance: roundingTolerance(decimals),
  ours,
  test: 'test/reference/similarity.test.ts',
}))
