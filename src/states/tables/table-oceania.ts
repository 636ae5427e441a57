/** The states of Oceania, one a line, in the order of their Correlates of War numbers; row.ts lists the columns. */
export const oceania = `
AUS | AU | 36 | Australia | Australia | 900: 1920-01-10/ | 900: 1901-01-01/ |  |
PNG | PG | 598 | Papua New Guinea | Independent State of Papua New Guinea | 910: 1975-09-16/ | 910: 1975-09-16/ |  |
NZL | NZ | 554 | New Zealand | New Zealand | 920: 1920-01-10/ | 920: 1907-09-01/ |  |
VUT | VU | 548 | Vanuatu | Republic of Vanuatu | 935: 1981-09-15/ |  |  |
SLB | SB | 90 | Solomon Islands | Solomon Islands | 940: 1978-07-07/ | 940: 1978-07-07/ |  |
KIR | KI | 296 | Kiribati | Republic of Kiribati | 946: 1999-09-14/ |  |  |
TUV | TV | 798 | Tuvalu | Tuvalu | 947: 2000-09-05/ |  |  |
FJI | FJ | 242 | Fiji | Republic of Fiji | 950: 1970-10-10/ | 950: 1970-10-10/ |  |
TON | TO | 776 | Tonga | Kingdom of Tonga | 955: 1999-09-14/ |  |  |
NRU | NR | 520 | Nauru | Republic of Nauru | 970: 1999-09-14/ |  |  |
MHL | MH | 584 | Marshall Islands | Republic of the Marshall Islands | 983: 1991-09-17/ |  |  |
PLW | PW | 585 | Palau | Republic of Palau | 986: 1994-12-15/ |  |  |
FSM | FM | 583 | Micronesia | Federated States of Micronesia | 987: 1991-09-17/ |  |  |
WSM | WS | 882 | Samoa | Independent State of Samoa | 990: 1976-12-15/ |  |  | Western Samoa 1976-12-15/1997-07-03
`
