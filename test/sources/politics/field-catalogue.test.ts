import { expect, test } from 'vitest'
import { card as cfrCyber } from '../../../src/sources/conflict/cfr-cyber.ts'
import { card as cowMid } from '../../../src/sources/conflict/cow-mid.ts'
import { card as dcid } from '../../../src/sources/conflict/dcid.ts'
import { card as gmlMid } from '../../../src/sources/conflict/gml-mid.ts'
import { card as icb } from '../../../src/sources/conflict/icb.ts'
import { card as gdp } from '../../../src/sources/finance/gdp-estimates.ts'
import { card as atop } from '../../../src/sources/politics/atop.ts'
import { card as contiguity } from '../../../src/sources/politics/cow-contiguity.ts'
import { card as igo } from '../../../src/sources/politics/cow-igo.ts'
import { card as nmc } from '../../../src/sources/politics/cow-nmc.ts'
import { card as regimes } from '../../../src/sources/politics/democracy-scores.ts'
import { card as geodist } from '../../../src/sources/politics/geodist.ts'
import { card as surplus } from '../../../src/sources/politics/surplus-product.ts'
import { card as trade } from '../../../src/sources/trade/cow-trade.ts'
import { indicatorOf } from '../../../src/store/indicators/indicators.ts'
import { capabilityIndicators } from '../../../src/store/indicators/indicators-capabilities.ts'
import { dyadIndicators } from '../../../src/store/indicators/indicators-dyads.ts'

const cards = [atop, contiguity, igo, nmc, trade, gdp, geodist, regimes, surplus, cowMid, gmlMid, icb, dcid, cfrCyber]

test('every indicator of these sources is in the catalogue, and every one of these catalogues has a source', () => {
  const covered = cards.flatMap((card) => card.coverage.map(({ indicator }) => indicator))
  expect(covered.filter((id) => indicatorOf(id) === undefined)).toEqual([])
  expect([...dyadIndicators, ...capabilityIndicators].map(({ id }) => id).filter((id) => !covered.includes(id))).toEqual([])
})

test('only what its provider lets pass on may be in the bundled record', () => {
  expect(cards.filter((card) => card.licence.redistribute).map(({ id }) => id)).toEqual(['geodist'])
})
