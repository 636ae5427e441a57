/** Spellings that may mean any of several states, as lines `states: spelling; …`. They are resolved as unknown, with these states as candidates. */
const ambiguous = `
COG COD: Congolese; Two Congos; Congos
DOM DMA: Dominican; Dominicans
KOR PRK: Korean; Koreans; Two Koreas; Koreas; Both Koreas; Korean Peninsula
GIN GNB GNQ PNG: Guineas
BEL: Brussels
DEU DDR: Two Germanies; Germanies; Two Germanys
SDN SSD: Sudans; Two Sudans
YAR YMD: Two Yemens; Yemens
GUY SUR: Guiana; Guianas
BHS: Nassau
DEU DDR: FDR
WSM: Samoan; Samoans; Samoas
IRL GBR: Irelands
`

/** Returns each ambiguous spelling with the ISO3 code of each state that it may mean, one pair for each state. */
export function ambiguousSpellings(): [spelling: string, iso3: string][] {
  return ambiguous
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [codes = '', spellings = ''] = line.split(':').map((part) => part.trim())
      return spellings.split(';').flatMap((spelling) => codes.split(' ').map((iso3): [string, string] => [spelling.trim(), iso3]))
    })
}
