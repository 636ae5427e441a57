import type { QuantityMention } from '../mention.ts'

/** Units of volume, weight, energy and distance, as lines `published unit: conversion factor : spellings`. */
const table = `
bcm: 1 : bcm; billion cubic met(?:er|re)s; bn cubic met(?:er|re)s; bcm of gas
bcm: 0.001 : mcm; million cubic met(?:er|re)s
bcm: 1e-9 : cubic met(?:er|re)s
tonnes: 1 : metric tons?; tonnes?; tons?
mn tonnes: 1 : Mt; mmt; MMT
bcm: 0.0283168 : bcf; billion cubic feet
mn b/d: 1 : mbpd; mb/d; mbd; million b/d
b/d: 1 : barrels (?:of (?:crude|oil|crude oil) )?(?:per|a|each) day; barrels daily; bpd; b/d
b/month: 1 : barrels (?:of (?:crude|oil|crude oil) )?(?:per|a|each) month; barrels monthly
b/year: 1 : barrels (?:of (?:crude|oil|crude oil) )?(?:per|a|each) year
barrels: 1 : barrels?
kWh: 1 : kWh; kilowatt-?hours?; kilowatt hours?
MWh: 1 : MWh; megawatt-?hours?; megawatt hours?
GWh: 1 : GWh; gigawatt-?hours?; gigawatt hours?
TWh: 1 : TWh; terawatt-?hours?; terawatt hours?
kW: 1 : kW; kilowatts?
MW: 1 : MW; megawatts?
GW: 1 : GW; gigawatts?
TEU: 1 : TEUs?
ha: 1 : hectares?
km: 1 : km; kilomet(?:er|re)s?
km2: 1 : sq(?:uare)? km; square kilomet(?:er|re)s?
TIV mn: 1 : million TIV; TIV mn; TIV
`

const rows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [unit = '', factor = '', words = ''] = line.split(/: | : /)
    return {
      unit,
      factor: Number(factor),
      patterns: words.split(';').map((word) => word.trim()),
      pattern: new RegExp(`^(?:${words.replaceAll('; ', '|').trim()})$`, 'i'),
    }
  })

const inMillions: ReadonlySet<string> = new Set(['tonnes', 'barrels', 'b/d', 'b/month', 'b/year', 'TEU', 'ha'])

/** The spellings of all units, as a pattern without groups. */
export const physicalUnits: string = `(?:${rows
  .flatMap(({ patterns }) => patterns)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\w/])`

/**
 * Converts a physical amount to its published unit; undefined for an unknown unit. A thousand tonnes or more are given in millions of tonnes, a million
 * barrels, containers or hectares or more in millions of these.
 *
 * @example physicalUnit(38e9, 'cubic metres')   // { kind: 'physical', value: 38, unit: 'bcm' }
 */
export function physicalUnit(amount: number, word: string): Pick<QuantityMention, 'kind' | 'value' | 'unit'> | undefined {
  const row = rows.find(({ pattern }) => pattern.test(word))
  if (row === undefined) return undefined
  const value = Number((amount * row.factor).toPrecision(12))
  const many = inMillions.has(row.unit) && value >= (row.unit === 'tonnes' ? 1e3 : 1e6)
  return { kind: 'physical', value: many ? Number((value / 1e6).toPrecision(12)) : value, unit: many ? `mn ${row.unit}` : row.unit }
}
