/** The states of Africa, one a line, in the order of their Correlates of War numbers; row.ts lists the columns. */
export const africa = `
CPV | CV | 132 | Cabo Verde | Republic of Cabo Verde | 402: 1975-07-05/ | 402: 1975-07-05/ |  | Cape Verde 1975-07-05/2013-10-23
STP | ST | 678 | São Tomé and Príncipe | Democratic Republic of São Tomé and Príncipe | 403: 1975-07-12/ |  |  |
GNB | GW | 624 | Guinea-Bissau | Republic of Guinea-Bissau | 404: 1974-09-10/ | 404: 1974-09-10/ |  |
GNQ | GQ | 226 | Equatorial Guinea | Republic of Equatorial Guinea | 411: 1968-10-12/ | 411: 1968-10-12/ |  |
GMB | GM | 270 | Gambia | Republic of the Gambia | 420: 1965-02-18/ | 420: 1965-02-18/ |  |
MLI | ML | 466 | Mali | Republic of Mali | 432: 1960-06-20/ | 432: 1960-09-22/ |  |
SEN | SN | 686 | Senegal | Republic of Senegal | 433: 1960-08-20/ | 433: 1960-04-04/ |  |
BEN | BJ | 204 | Benin | Republic of Benin | 434: 1960-08-01/ | 434: 1960-08-01/ |  | Dahomey 1960-08-01/1975-11-29
MRT | MR | 478 | Mauritania | Islamic Republic of Mauritania | 435: 1960-11-28/ | 435: 1960-11-28/ |  |
NER | NE | 562 | Niger | Republic of the Niger | 436: 1960-10-03/ | 436: 1960-08-03/ |  |
CIV | CI | 384 | Côte d'Ivoire | Republic of Côte d'Ivoire | 437: 1960-08-07/ | 437: 1960-08-07/ |  | Ivory Coast 1960-08-07/1985-12-31
GIN | GN | 324 | Guinea | Republic of Guinea | 438: 1958-10-02/ | 438: 1958-10-02/ |  |
BFA | BF | 854 | Burkina Faso | Burkina Faso | 439: 1960-08-05/ | 439: 1960-08-05/ |  | Upper Volta 1960-08-05/1984-08-03
LBR | LR | 430 | Liberia | Republic of Liberia | 450: 1920-06-30/ | 450: 1847-07-26/ |  |
SLE | SL | 694 | Sierra Leone | Republic of Sierra Leone | 451: 1961-04-27/ | 451: 1961-04-27/ |  |
GHA | GH | 288 | Ghana | Republic of Ghana | 452: 1957-03-06/ | 452: 1957-03-06/ |  |
TGO | TG | 768 | Togo | Togolese Republic | 461: 1960-04-27/ | 461: 1960-04-27/ |  |
CMR | CM | 120 | Cameroon | Republic of Cameroon | 471: 1960-01-01/ | 471: 1960-01-01/ |  |
NGA | NG | 566 | Nigeria | Federal Republic of Nigeria | 475: 1960-10-01/ | 475: 1960-10-01/ |  |
GAB | GA | 266 | Gabon | Gabonese Republic | 481: 1960-08-17/ | 481: 1960-08-17/ |  |
CAF | CF | 140 | Central African Republic | Central African Republic | 482: 1960-08-13/ | 482: 1960-08-13/ |  | Central African Empire 1976-12-04/1979-09-20
TCD | TD | 148 | Chad | Republic of Chad | 483: 1960-08-11/ | 483: 1960-08-11/ |  |
COG | CG | 178 | Republic of the Congo | Republic of the Congo | 484: 1960-08-15/ | 484: 1960-08-15/ |  |
COD | CD | 180 | Democratic Republic of the Congo | Democratic Republic of the Congo | 490: 1960-06-30/ | 490: 1960-06-30/ |  | Congo (Léopoldville) 1960-06-30/1964-07-31; Zaire 1971-10-27/1997-05-16
UGA | UG | 800 | Uganda | Republic of Uganda | 500: 1962-10-09/ | 500: 1962-10-09/ |  |
KEN | KE | 404 | Kenya | Republic of Kenya | 501: 1963-12-12/ | 501: 1963-12-12/ |  |
TZA | TZ | 834 | Tanzania | United Republic of Tanzania | 510: 1961-12-09/ | 510: 1961-12-09/ | ZAN | Tanganyika 1961-12-09/1964-04-25; Tanganyika and Zanzibar 1964-04-26/1964-10-28
ZAN |  |  | Zanzibar | People's Republic of Zanzibar | 511: 1963-12-19/1964-04-26 | 511: 1963-12-19/1964-04-26 |  |
BDI | BI | 108 | Burundi | Republic of Burundi | 516: 1962-07-01/ | 516: 1962-07-01/ |  |
RWA | RW | 646 | Rwanda | Republic of Rwanda | 517: 1962-07-01/ | 517: 1962-01-07/ |  |
SOM | SO | 706 | Somalia | Federal Republic of Somalia | 520: 1960-07-01/ | 520: 1960-07-01/ |  |
DJI | DJ | 262 | Djibouti | Republic of Djibouti | 522: 1977-06-27/ | 522: 1977-06-27/ |  |
ETH | ET | 231 | Ethiopia | Federal Democratic Republic of Ethiopia | 530: 1898-01-01/1936-05-05, 1941-05-05/ | 530: 1855-02-11/ |  |
ERI | ER | 232 | Eritrea | State of Eritrea | 531: 1993-05-24/ | 531: 1993-05-24/ | ETH |
AGO | AO | 24 | Angola | Republic of Angola | 540: 1975-11-11/ | 540: 1975-11-11/ |  |
MOZ | MZ | 508 | Mozambique | Republic of Mozambique | 541: 1975-06-25/ | 541: 1975-06-25/ |  |
ZMB | ZM | 894 | Zambia | Republic of Zambia | 551: 1964-10-24/ | 551: 1964-10-24/ |  |
ZWE | ZW | 716 | Zimbabwe | Republic of Zimbabwe | 552: 1965-11-11/ | 552: 1965-11-11/ |  | Rhodesia 1965-11-11/1979-05-31; Zimbabwe Rhodesia 1979-06-01/1979-12-11; Southern Rhodesia 1979-12-12/1980-04-17
MWI | MW | 454 | Malawi | Republic of Malawi | 553: 1964-07-06/ | 553: 1964-07-06/ |  |
ZAF | ZA | 710 | South Africa | Republic of South Africa | 560: 1920-01-10/ | 560: 1910-05-31/ | OFS TRA | Union of South Africa 1910-05-31/1961-05-30
TRA |  |  | Transvaal | South African Republic |  | 563: 1852-01-01/1910-05-30 |  |
OFS |  |  | Orange Free State | Orange Free State |  | 564: 1854-03-28/1910-05-30 |  |
NAM | NA | 516 | Namibia | Republic of Namibia | 565: 1990-03-21/ | 565: 1990-03-21/ |  |
LSO | LS | 426 | Lesotho | Kingdom of Lesotho | 570: 1966-10-04/ | 570: 1966-10-04/ |  |
BWA | BW | 72 | Botswana | Republic of Botswana | 571: 1966-09-30/ | 571: 1966-09-30/ |  |
SWZ | SZ | 748 | Eswatini | Kingdom of Eswatini | 572: 1968-09-06/ | 572: 1968-09-06/ |  | Swaziland 1968-09-06/2018-04-18
MDG | MG | 450 | Madagascar | Republic of Madagascar | 580: 1960-06-26/ | 580: 1816-01-01/1896-08-05, 1960-06-26/ |  | Malagasy Republic 1960-06-26/1975-12-20
COM | KM | 174 | Comoros | Union of the Comoros | 581: 1975-12-31/ | 581: 1975-07-06/ |  |
MUS | MU | 480 | Mauritius | Republic of Mauritius | 590: 1968-03-12/ | 590: 1968-03-12/ |  |
SYC | SC | 690 | Seychelles | Republic of Seychelles | 591: 1976-06-29/ |  |  |
MAR | MA | 504 | Morocco | Kingdom of Morocco | 600: 1847-01-01/1912-03-30, 1956-03-02/ | 600: 1816-01-01/1904-01-01, 1956-03-02/ |  |
DZA | DZ | 12 | Algeria | People's Democratic Republic of Algeria | 615: 1962-07-05/ | 615: 1816-01-01/1830-07-05, 1962-07-05/ |  |
TUN | TN | 788 | Tunisia | Republic of Tunisia | 616: 1825-01-01/1881-05-12, 1956-03-20/ | 616: 1816-01-01/1881-05-12, 1956-01-01/ |  |
LBY | LY | 434 | Libya | State of Libya | 620: 1951-12-24/ | 620: 1816-01-01/1834-12-31, 1951-12-24/ |  |
SDN | SD | 729 | Sudan | Republic of the Sudan | 625: 1956-01-01/ | 625: 1956-01-01/ |  |
SSD | SS | 728 | South Sudan | Republic of South Sudan | 626: 2011-07-09/ | 626: 2011-07-09/ | SDN |
`
