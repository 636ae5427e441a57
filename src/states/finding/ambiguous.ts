/** Spellings that may mean any of several states, as lines `states: spelling; …`. They are resolved as unknown, with these states as candidates. */
export const ambiguous = `
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
