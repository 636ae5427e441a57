/** The states of the Americas, one a line, in the order of their Correlates of War numbers; row.ts lists the columns. */
export const americas = `
USA | US | 840 | United States | United States of America | 2: 1816-01-01/ | 2: 1816-01-01/ |  |
CAN | CA | 124 | Canada | Canada | 20: 1920-01-10/ | 20: 1867-07-01/ |  |
BHS | BS | 44 | Bahamas | Commonwealth of the Bahamas | 31: 1973-07-10/ | 31: 1973-07-10/ |  |
CUB | CU | 192 | Cuba | Republic of Cuba | 40: 1902-05-20/1906-09-25, 1909-01-23/ | 40: 1902-05-20/ |  |
HTI | HT | 332 | Haiti | Republic of Haiti | 41: 1859-01-01/1915-07-28, 1934-08-15/ | 41: 1816-01-01/1915-07-04, 1934-08-15/ |  |
DOM | DO | 214 | Dominican Republic | Dominican Republic | 42: 1894-01-01/1916-11-29, 1924-09-29/ | 42: 1844-02-27/ | HTI |
JAM | JM | 388 | Jamaica | Jamaica | 51: 1962-08-06/ | 51: 1962-08-06/ |  |
TTO | TT | 780 | Trinidad and Tobago | Republic of Trinidad and Tobago | 52: 1962-08-31/ | 52: 1962-08-31/ |  |
BRB | BB | 52 | Barbados | Barbados | 53: 1966-11-30/ | 53: 1966-11-30/ |  |
DMA | DM | 212 | Dominica | Commonwealth of Dominica | 54: 1978-11-03/ |  |  |
GRD | GD | 308 | Grenada | Grenada | 55: 1974-02-07/ |  |  |
LCA | LC | 662 | Saint Lucia | Saint Lucia | 56: 1979-02-22/ |  |  |
VCT | VC | 670 | Saint Vincent and the Grenadines | Saint Vincent and the Grenadines | 57: 1979-10-27/ |  |  |
ATG | AG | 28 | Antigua and Barbuda | Antigua and Barbuda | 58: 1981-11-01/ |  |  |
KNA | KN | 659 | Saint Kitts and Nevis | Federation of Saint Christopher and Nevis | 60: 1983-09-19/ |  |  |
MEX | MX | 484 | Mexico | United Mexican States | 70: 1831-01-01/ | 70: 1821-07-01/ |  |
BLZ | BZ | 84 | Belize | Belize | 80: 1981-09-21/ | 80: 1981-09-21/ |  |
UPC |  |  | Central American Federation | Federal Republic of Central America |  | 89: 1823-07-01/1839-12-31 |  |
GTM | GT | 320 | Guatemala | Republic of Guatemala | 90: 1868-01-01/ | 90: 1840-01-01/ | UPC |
HND | HN | 340 | Honduras | Republic of Honduras | 91: 1899-01-01/ | 91: 1840-01-01/ | UPC |
SLV | SV | 222 | El Salvador | Republic of El Salvador | 92: 1875-01-01/ | 92: 1840-01-01/ | UPC |
NIC | NI | 558 | Nicaragua | Republic of Nicaragua | 93: 1900-01-01/ | 93: 1840-01-01/ | UPC |
CRI | CR | 188 | Costa Rica | Republic of Costa Rica | 94: 1920-01-01/ | 94: 1840-01-01/ | UPC |
PAN | PA | 591 | Panama | Republic of Panama | 95: 1903-11-03/ | 95: 1903-11-03/ | COL |
GCL |  |  | Gran Colombia | Republic of Colombia (1819-1831) |  | 99: 1821-08-30/1830-09-22 |  |
COL | CO | 170 | Colombia | Republic of Colombia | 100: 1831-01-01/ | 100: 1830-09-23/ | GCL | New Granada 1831-10-20/1858-05-21; Granadine Confederation 1858-05-22/1863-05-07; United States of Colombia 1863-05-08/1886-08-04
VEN | VE | 862 | Venezuela | Bolivarian Republic of Venezuela | 101: 1841-01-01/ | 101: 1829-01-01/ | GCL |
GUY | GY | 328 | Guyana | Co-operative Republic of Guyana | 110: 1966-05-26/ | 110: 1966-05-26/ |  |
SUR | SR | 740 | Suriname | Republic of Suriname | 115: 1975-11-25/ | 115: 1975-11-25/ |  |
ECU | EC | 218 | Ecuador | Republic of Ecuador | 130: 1854-01-01/ | 130: 1830-05-13/ | GCL |
PER | PE | 604 | Peru | Republic of Peru | 135: 1839-01-01/ | 135: 1824-12-09/ |  |
BRA | BR | 76 | Brazil | Federative Republic of Brazil | 140: 1822-09-07/ | 140: 1822-09-07/ |  |
BOL | BO | 68 | Bolivia | Plurinational State of Bolivia | 145: 1848-01-01/ | 145: 1825-08-06/ |  |
PRY | PY | 600 | Paraguay | Republic of Paraguay | 150: 1846-01-01/1870-06-20, 1876-06-22/ | 150: 1816-01-01/ |  |
CHL | CL | 152 | Chile | Republic of Chile | 155: 1839-01-01/ | 155: 1818-04-01/ |  |
ARG | AR | 32 | Argentina | Argentine Republic | 160: 1841-01-01/ | 160: 1816-07-09/ |  |
URY | UY | 858 | Uruguay | Eastern Republic of Uruguay | 165: 1882-01-01/ | 165: 1830-05-26/ | BRA |
`
