/** The states of Europe, one a line, in the order of their Correlates of War numbers; row.ts lists the columns. */
export const europe = `
GBR | GB | 826 | United Kingdom | United Kingdom of Great Britain and Northern Ireland | 200: 1816-01-01/ | 200: 1816-01-01/ |  |
IRL | IE | 372 | Ireland | Ireland | 205: 1922-12-06/ | 205: 1921-12-06/ | GBR | Irish Free State 1922-12-06/1937-12-28
NLD | NL | 528 | Netherlands | Kingdom of the Netherlands | 210: 1816-01-01/1940-07-14, 1945-06-26/ | 210: 1816-01-01/ |  |
BEL | BE | 56 | Belgium | Kingdom of Belgium | 211: 1830-12-20/1940-05-28, 1945-06-26/ | 211: 1830-10-04/ | NLD |
LUX | LU | 442 | Luxembourg | Grand Duchy of Luxembourg | 212: 1920-11-15/1940-05-10, 1944-09-10/ | 212: 1867-05-11/ | NLD |
FRA | FR | 250 | France | French Republic | 220: 1816-01-01/1942-11-11, 1944-08-25/ | 220: 1816-01-01/ |  |
MCO | MC | 492 | Monaco | Principality of Monaco | 221: 1993-05-28/ |  |  |
LIE | LI | 438 | Liechtenstein | Principality of Liechtenstein | 223: 1990-09-18/ |  |  |
CHE | CH | 756 | Switzerland | Swiss Confederation | 225: 1816-01-01/ | 225: 1816-01-01/ |  |
ESP | ES | 724 | Spain | Kingdom of Spain | 230: 1816-01-01/ | 230: 1816-01-01/ |  |
AND | AD | 20 | Andorra | Principality of Andorra | 232: 1993-07-28/ |  |  |
PRT | PT | 620 | Portugal | Portuguese Republic | 235: 1816-01-01/ | 235: 1816-01-01/ |  |
HAN |  |  | Hanover | Kingdom of Hanover | 240: 1837-06-20/1866-07-26 | 240: 1816-01-01/1871-01-17 |  |
BAV |  |  | Bavaria | Kingdom of Bavaria | 245: 1816-01-01/1871-01-18 | 245: 1816-01-01/1871-01-17 |  |
DEU | DE | 276 | Germany | Federal Republic of Germany | 255: 1816-01-01/1945-05-08, 1990-10-03/; 260: 1955-05-05/1990-10-02 | 255: 1816-01-01/1945-05-07; 260: 1949-09-21/ | BAD BAV DDR HAN HSE HSG MEC SAX WRT | Prussia 1816-01-01/1871-01-17; West Germany 1949-09-21/1990-10-02
DDR | DD | 278 | East Germany | German Democratic Republic | 265: 1954-03-25/1990-10-02 | 265: 1949-10-05/1990-10-02 | DEU |
BAD |  |  | Baden | Grand Duchy of Baden | 267: 1816-01-01/1871-01-18 | 267: 1816-01-01/1871-01-17 |  |
SAX |  |  | Saxony | Kingdom of Saxony | 269: 1816-01-01/1867-04-17 | 269: 1816-01-01/1871-01-17 |  |
WRT |  |  | Württemberg | Kingdom of Württemberg | 271: 1816-01-01/1871-01-18 | 271: 1816-01-01/1871-01-17 |  |
HSE |  |  | Hesse-Kassel | Electorate of Hesse | 273: 1816-01-01/1866-07-26 | 273: 1816-01-01/1871-01-17 |  |
HSG |  |  | Hesse-Darmstadt | Grand Duchy of Hesse | 275: 1816-01-01/1867-04-17 | 275: 1816-01-01/1871-01-17 |  |
MEC |  |  | Mecklenburg-Schwerin | Grand Duchy of Mecklenburg-Schwerin | 280: 1843-01-01/1867-04-17 | 280: 1816-01-01/1871-01-17 |  |
POL | PL | 616 | Poland | Republic of Poland | 290: 1918-11-03/1939-09-27, 1945-06-28/ | 290: 1918-11-11/ | AUH DEU RUS |
AUH |  |  | Austria-Hungary | Austro-Hungarian Monarchy | 300: 1816-01-01/1918-11-12 | 300: 1816-01-01/1918-11-13 |  | Austrian Empire 1816-01-01/1867-06-07
AUT | AT | 40 | Austria | Republic of Austria | 305: 1919-09-10/1938-03-13, 1955-07-27/ | 305: 1918-11-14/ | AUH |
HUN | HU | 348 | Hungary | Hungary | 310: 1918-11-16/ | 310: 1918-11-03/ | AUH |
CSK | CS | 200 | Czechoslovakia | Czech and Slovak Federative Republic | 315: 1918-10-28/1939-03-15, 1945-05-10/1992-12-31 | 315: 1918-11-11/1992-12-31 | AUH |
CZE | CZ | 203 | Czechia | Czech Republic | 316: 1993-01-01/ | 316: 1993-01-01/ | CSK | Czech Republic 1993-01-01/2016-07-04
SVK | SK | 703 | Slovakia | Slovak Republic | 317: 1993-01-01/ | 317: 1993-01-01/ | CSK |
ITA | IT | 380 | Italy | Italian Republic | 325: 1816-01-01/ | 325: 1816-01-01/ | MOD PAP PMA SIC TUS | Sardinia 1816-01-01/1861-03-16
PAP |  |  | Papal States | States of the Church | 327: 1816-01-01/1860-11-05 | 327: 1816-01-01/1870-09-22 |  |
SIC |  |  | Two Sicilies | Kingdom of the Two Sicilies | 329: 1816-01-01/1861-02-13 | 329: 1816-01-01/1861-03-16 |  |
SMR | SM | 674 | San Marino | Republic of San Marino | 331: 1992-03-02/ |  |  |
MOD |  |  | Modena | Duchy of Modena and Reggio | 332: 1842-01-01/1860-03-15 | 332: 1816-01-01/1861-03-16 |  |
PMA |  |  | Parma | Duchy of Parma, Piacenza and Guastalla | 335: 1851-01-01/1860-03-15 | 335: 1816-01-01/1861-03-16 |  |
TUS |  |  | Tuscany | Grand Duchy of Tuscany | 337: 1816-01-01/1860-03-15 | 337: 1816-01-01/1861-03-16 |  |
MLT | MT | 470 | Malta | Republic of Malta | 338: 1964-09-21/ | 338: 1964-09-21/ |  |
ALB | AL | 8 | Albania | Republic of Albania | 339: 1914-01-01/1939-04-07, 1944-11-17/ | 339: 1913-01-01/ | TUR |
MNE | ME | 499 | Montenegro | Montenegro | 341: 2006-06-12/ | 341: 1868-01-01/1915-07-01, 2006-06-03/ | YUG |
MKD | MK | 807 | North Macedonia | Republic of North Macedonia | 343: 1993-04-08/ | 343: 1991-11-20/ | YUG | Macedonia 1991-11-20/2019-02-11
HRV | HR | 191 | Croatia | Republic of Croatia | 344: 1992-01-15/ | 344: 1992-04-27/ | YUG |
SRB | RS | 688 | Serbia | Republic of Serbia | 345: 1878-07-13/1918-11-30, 2006-06-05/ | 340: 1878-07-13/1915-10-01, 2006-06-05/ | TUR YUG |
YUG | YU | 891 | Yugoslavia | Federal Republic of Yugoslavia | 345: 1918-12-01/1941-04-20, 1944-10-20/2006-06-04 | 345: 1918-12-01/2006-06-04 | AUH MNE SRB | Kingdom of Serbs, Croats and Slovenes 1918-12-01/1929-10-02; Serbia and Montenegro 2003-02-04/2006-06-04
BIH | BA | 70 | Bosnia and Herzegovina | Bosnia and Herzegovina | 346: 1992-04-07/ | 346: 1992-04-27/ | YUG |
XKX | XK |  | Kosovo | Republic of Kosovo | 347: 2008-02-20/ | 347: 2008-02-17/ | SRB |
SVN | SI | 705 | Slovenia | Republic of Slovenia | 349: 1992-01-15/ | 349: 1992-04-27/ | YUG |
GRC | GR | 300 | Greece | Hellenic Republic | 350: 1828-01-01/1941-04-23, 1944-10-13/ | 350: 1828-04-25/ | TUR |
CYP | CY | 196 | Cyprus | Republic of Cyprus | 352: 1960-08-16/ | 352: 1960-08-16/ |  |
BGR | BG | 100 | Bulgaria | Republic of Bulgaria | 355: 1908-10-05/ | 355: 1878-03-03/ | TUR |
MDA | MD | 498 | Moldova | Republic of Moldova | 359: 1991-12-26/ | 359: 1991-08-27/ | RUS |
ROU | RO | 642 | Romania | Romania | 360: 1878-07-13/ | 360: 1878-07-13/ | TUR |
RUS | RU | 643 | Russia | Russian Federation | 365: 1816-01-01/ | 365: 1816-01-01/ |  | Russian Empire 1816-01-01/1917-03-15; Soviet Russia 1917-11-07/1922-12-29; Soviet Union 1922-12-30/1991-12-25
EST | EE | 233 | Estonia | Republic of Estonia | 366: 1918-02-24/1940-06-16, 1991-09-06/ | 366: 1918-11-11/1940-06-01, 1991-09-06/ | RUS |
LVA | LV | 428 | Latvia | Republic of Latvia | 367: 1918-11-18/1940-06-16, 1991-09-06/ | 367: 1918-11-11/1940-06-01, 1991-09-06/ | RUS |
LTU | LT | 440 | Lithuania | Republic of Lithuania | 368: 1918-02-16/1940-06-15, 1991-09-06/ | 368: 1918-02-16/1940-06-01, 1991-09-06/ | RUS |
UKR | UA | 804 | Ukraine | Ukraine | 369: 1991-12-26/ | 369: 1991-12-01/ | RUS |
BLR | BY | 112 | Belarus | Republic of Belarus | 370: 1991-12-26/ | 370: 1991-08-25/ | RUS | Byelorussia 1991-08-25/1991-09-18
ARM | AM | 51 | Armenia | Republic of Armenia | 371: 1991-12-26/ | 371: 1991-12-21/ | RUS |
GEO | GE | 268 | Georgia | Georgia | 372: 1991-12-26/ | 372: 1991-12-21/ | RUS |
AZE | AZ | 31 | Azerbaijan | Republic of Azerbaijan | 373: 1991-12-26/ | 373: 1991-12-21/ | RUS |
FIN | FI | 246 | Finland | Republic of Finland | 375: 1917-12-06/ | 375: 1917-12-06/ | RUS |
SWE | SE | 752 | Sweden | Kingdom of Sweden | 380: 1816-01-01/ | 380: 1816-01-01/ |  |
NOR | NO | 578 | Norway | Kingdom of Norway | 385: 1905-06-07/1940-04-30, 1945-05-07/ | 385: 1905-08-26/ | SWE |
DNK | DK | 208 | Denmark | Kingdom of Denmark | 390: 1816-01-01/1940-04-09, 1945-05-07/ | 390: 1816-01-01/ |  |
ISL | IS | 352 | Iceland | Republic of Iceland | 395: 1944-06-17/ | 395: 1944-06-17/ | DNK |
`
