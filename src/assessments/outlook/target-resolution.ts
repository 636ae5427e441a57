import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { OutlookResolution } from '../../outlook/targets/outlook-target.ts'
import type { QuantityId } from '../../outlook/targets/quantities.ts'
import { inSentence } from '../forms/wording.ts'

/** The two states by name, in the order of the forecast: for a flow the exporter first, for a share the state whose share it is. */
export interface NamedSides {
  readonly own: { readonly iso3: string; readonly name: string }
  readonly other: { readonly iso3: string; readonly name: string }
}

/**
 * Writes a session with its years.
 *
 * @example sessionText(80)   // 'session 80 (2025/26)'
 */
export function sessionText(session: number): string {
  const opened = openingYear(session)
  return `session ${session} (${opened}/${String(opened + 1).slice(-2)})`
}

/** How a forecast of a quantity is settled. */
export function quantityResolution(id: QuantityId, { own, other }: NamedSides, period: number): OutlookResolution {
  const pair = `${own.iso3} ${other.iso3}`
  if (id === 'ideal-point-distance')
    return {
      source: 'visavis-ideal-points',
      vintage: `the first record that holds every vote of ${sessionText(period)}`,
      day: endOfSession(period),
      rule: `Distance of ideal points of ${inSentence(own.name)} and ${inSentence(other.name)} in session ${period} by visavis measure ideal-points ${pair}, usual specification. Void if either has no position.`,
    }
  if (id === 'agreement-rate')
    return {
      source: 'un-resolutions',
      vintage: `the first record that holds every vote of ${sessionText(period)}`,
      day: endOfSession(period),
      rule: `Of the recorded votes on whole resolutions from ${openingYear(period)}-09-15 to ${openingYear(period + 1)}-09-14 on which both took a position, the percentage on which ${inSentence(own.name)} and ${inSentence(other.name)} took the same. Void with fewer than 20 such votes.`,
    }
  if (id === 'agreement-place')
    return {
      source: 'visavis-ideal-points',
      vintage: `the first record that holds every vote of ${sessionText(period)}`,
      day: endOfSession(period),
      rule: `Percentile of the pair among all pairs in sessions ${period - 2} to ${period}, as visavis assess ${pair} gives it; 100 is closest. Void if the pair has no place.`,
    }
  return goodsResolution(id, { own, other }, period)
}

function goodsResolution(id: QuantityId, { own, other }: NamedSides, year: number): OutlookResolution {
  const settled = {
    source: 'baci',
    vintage: `the first edition of BACI that covers ${year}`,
    // editions appear early in the second year after their last
    day: `${year + 2}-03-01`,
  }
  if (id === 'goods-flow')
    return {
      ...settled,
      rule: `Goods from ${inSentence(own.name)} to ${inSentence(other.name)} in ${year}, all products, in current US dollars. Void if the edition has none.`,
    }
  const both = `Goods between ${inSentence(own.name)} and ${inSentence(other.name)} in ${year}, both directions`
  const isVoid = 'Void if the edition lacks a direction'
  return id === 'trade-gdp-share'
    ? {
        ...settled,
        rule: `${both}, in percent of the GDP of ${inSentence(own.name)} in current US dollars by the World Bank’s edition of the same day. ${isVoid} or there is no GDP.`,
      }
    : {
        ...settled,
        rule: `${both}, in percent of all goods that ${inSentence(own.name)} exports and imports in the same edition. ${isVoid}.`,
      }
}

/** How a forecast of a move of standing is settled. */
export function moveResolution(direction: 'up' | 'down', { own, other }: NamedSides, now: string, year: number): OutlookResolution {
  return {
    source: 'interstate-relations',
    vintage: `the first record compiled after ${year}`,
    day: `${year + 1}-03-31`,
    rule: `visavis measure standing ${own.iso3} ${other.iso3} --year ${year} gives a ${direction === 'up' ? 'higher' : 'lower'} class than ${now}. Void if either is no state in ${year}.`,
  }
}

function endOfSession(session: number): string {
  return `${openingYear(session + 1)}-09-15`
}
