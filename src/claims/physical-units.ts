import type { QuantityMention } from './mention.ts'

/** Units of volume, weight, energy and distance: the published name, by how many of it the written one is, and how it is written. */
const table = `
bcm: 1 : bcm; billion cubic met(?:er|re)s; bn cubic met(?:er|re)s; bcm of gas
bcm: 0.001 : mcm; million cubic met(?:er|re)s
bcm: 1e-9 : cubic met(?:er|re)s
tonnes: 1 : metric tons?; tonnes?; tons?
mn tonnes: 1 : Mt; mmt; MMT
mn b/d: 1 : mbpd; mb/d; mbd; million b/d
b/d: 1 : barrels (?:of (?:crude|oil|crude oil) )?(?:per|a|each) day; barrels daily; bpd; b/d
barrels: 1 : barrels?
MW: 1 : MW; megawatts?
GW: 1 : GW; gigawatts?
TWh: 1 : TWh; terawatt-?hours?
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

/** How a unit is written, as a pattern without groups. */
export const physicalUnits: string = `(?:${rows
  .flatMap(({ patterns }) => patterns)
  .sort((a, b) => b.length - a.length)
  .join('|')})(?![\\w/])`

/**
 * A physical amount in the published unit: tonnes and barrels in millions from a million on.
 *
 * @example physicalUnit(38e9, 'cubic metres')   // { kind: 'physical', value: 38, unit: 'bcm' }
 */
export function physicalUnit(amount: number, word: string): Pick<QuantityMention, 'kind' | 'value' | 'unit'> | undefined {
  const row = rows.find(({ pattern }) => pattern.test(word))
  if (row === undefined) return undefined
  const value = Number((amount * row.factor).toPrecision(12))
  const many = value >= 1e6 && ['tonnes', 'barrels', 'b/d'].includes(row.unit)
  return { kind: 'physical', value: many ? Number((value / 1e6).toPrecision(12)) : value, unit: many ? `mn ${row.unit}` : row.unit }
}
