/** The states of the Middle East and Asia, one a line, in the order of their Correlates of War numbers; row.ts lists the columns. */
export const asia = `
IRN | IR | 364 | Iran | Islamic Republic of Iran | 630: 1855-01-01/ | 630: 1816-01-01/ |  | Persia 1816-01-01/1935-03-20
TUR | TR | 792 | Türkiye | Republic of Türkiye | 640: 1816-01-01/ | 640: 1816-01-01/ |  | Ottoman Empire 1816-01-01/1923-10-28; Turkey 1923-10-29/2022-05-31
IRQ | IQ | 368 | Iraq | Republic of Iraq | 645: 1932-10-03/ | 645: 1932-10-03/ |  |
EGY | EG | 818 | Egypt | Arab Republic of Egypt | 651: 1855-01-01/1882-09-15, 1937-05-26/ | 651: 1827-01-01/1855-12-31, 1922-02-28/ |  | United Arab Republic 1958-02-22/1971-09-01
SYR | SY | 760 | Syria | Syrian Arab Republic | 652: 1946-04-17/1958-02-01, 1961-09-29/ | 652: 1946-01-01/ |  |
LBN | LB | 422 | Lebanon | Lebanese Republic | 660: 1946-03-10/ | 660: 1944-11-22/ |  |
JOR | JO | 400 | Jordan | Hashemite Kingdom of Jordan | 663: 1946-03-22/ | 663: 1946-05-25/ |  | Transjordan 1946-03-22/1949-04-25
ISR | IL | 376 | Israel | State of Israel | 666: 1948-05-14/ | 666: 1948-05-14/ |  |
SAU | SA | 682 | Saudi Arabia | Kingdom of Saudi Arabia | 670: 1927-05-20/ | 670: 1932-09-23/ |  | Hejaz and Nejd 1927-05-20/1932-09-22
YAR |  | 886 | North Yemen | Yemen Arab Republic | 678: 1926-09-02/1990-05-21 | 678: 1918-10-30/1990-05-21 |  | Kingdom of Yemen 1918-10-30/1962-09-26
YEM | YE | 887 | Yemen | Republic of Yemen | 679: 1990-05-22/ | 678: 1990-05-22/ | YAR YMD |
YMD | YD | 720 | South Yemen | People's Democratic Republic of Yemen | 680: 1967-11-30/1990-05-21 | 680: 1967-11-30/1990-05-21 |  | Southern Yemen 1967-11-30/1970-11-29; Democratic Yemen 1970-11-30/1990-05-21
KWT | KW | 414 | Kuwait | State of Kuwait | 690: 1961-06-19/ | 690: 1961-06-19/ |  |
BHR | BH | 48 | Bahrain | Kingdom of Bahrain | 692: 1971-08-15/ | 692: 1971-08-15/ |  |
QAT | QA | 634 | Qatar | State of Qatar | 694: 1971-09-03/ | 694: 1971-09-03/ |  |
ARE | AE | 784 | United Arab Emirates | United Arab Emirates | 696: 1971-12-02/ | 696: 1971-12-02/ |  |
OMN | OM | 512 | Oman | Sultanate of Oman | 698: 1971-10-07/ | 698: 1816-01-01/ |  |
AFG | AF | 4 | Afghanistan | Islamic Republic of Afghanistan | 700: 1919-08-08/ | 700: 1816-01-01/1888-12-30, 1919-05-01/ |  |
TKM | TM | 795 | Turkmenistan | Turkmenistan | 701: 1991-12-26/ | 701: 1991-10-27/ | RUS |
TJK | TJ | 762 | Tajikistan | Republic of Tajikistan | 702: 1991-12-26/ | 702: 1991-09-09/ | RUS |
KGZ | KG | 417 | Kyrgyzstan | Kyrgyz Republic | 703: 1991-12-26/ | 703: 1991-08-31/ | RUS |
UZB | UZ | 860 | Uzbekistan | Republic of Uzbekistan | 704: 1991-12-26/ | 704: 1991-08-31/ | RUS |
KAZ | KZ | 398 | Kazakhstan | Republic of Kazakhstan | 705: 1991-12-26/ | 705: 1991-12-16/ | RUS |
CHN | CN | 156 | China | People's Republic of China | 710: 1860-10-25/ | 710: 1816-01-01/ |  | Qing Empire 1816-01-01/1911-12-31; Republic of China 1912-01-01/1949-09-30
TBT |  |  | Tibet | Tibet |  | 711: 1913-01-01/1950-10-01 | CHN |
MNG | MN | 496 | Mongolia | Mongolia | 712: 1921-03-13/ | 712: 1921-03-13/ | CHN |
TWN | TW | 158 | Taiwan | Republic of China | 713: 1949-12-08/ | 713: 1949-12-08/ | CHN |
JOS |  |  | Korea (to 1910) | Empire of Korea | 730: 1887-01-01/1905-11-17 | 730: 1816-01-01/1910-08-22 |  |
PRK | KP | 408 | North Korea | Democratic People's Republic of Korea | 731: 1948-09-09/ | 731: 1948-09-09/ | JOS |
KOR | KR | 410 | South Korea | Republic of Korea | 732: 1949-06-29/ | 732: 1948-08-15/ | JOS |
JPN | JP | 392 | Japan | Japan | 740: 1860-01-01/1945-08-14, 1952-04-28/ | 740: 1816-01-01/ |  |
IND | IN | 356 | India | Republic of India | 750: 1947-08-15/ | 750: 1947-08-15/ |  |
BTN | BT | 64 | Bhutan | Kingdom of Bhutan | 760: 1971-09-21/ | 760: 1949-01-01/ |  |
PAK | PK | 586 | Pakistan | Islamic Republic of Pakistan | 770: 1947-08-14/ | 770: 1947-08-14/ |  |
BGD | BD | 50 | Bangladesh | People's Republic of Bangladesh | 771: 1971-12-16/ | 771: 1971-12-16/ | PAK |
MMR | MM | 104 | Myanmar | Republic of the Union of Myanmar | 775: 1948-01-04/ | 775: 1816-01-01/1885-12-31, 1948-01-04/ |  | Burma 1816-01-01/1885-12-31; Burma 1948-01-04/1989-06-17
LKA | LK | 144 | Sri Lanka | Democratic Socialist Republic of Sri Lanka | 780: 1948-02-04/ | 780: 1948-02-04/ |  | Ceylon 1948-02-04/1972-05-21
MDV | MV | 462 | Maldives | Republic of Maldives | 781: 1965-07-26/ | 781: 1965-05-26/ |  |
NPL | NP | 524 | Nepal | Federal Democratic Republic of Nepal | 790: 1920-01-01/ | 790: 1816-01-01/ |  |
THA | TH | 764 | Thailand | Kingdom of Thailand | 800: 1887-01-01/ | 800: 1816-01-01/ |  | Siam 1816-01-01/1939-06-23; Siam 1945-09-08/1949-05-10
KHM | KH | 116 | Cambodia | Kingdom of Cambodia | 811: 1953-11-09/ | 811: 1953-11-09/ |  | Khmer Republic 1970-10-09/1975-04-16; Kampuchea 1975-04-17/1989-04-29
LAO | LA | 418 | Laos | Lao People's Democratic Republic | 812: 1953-10-23/ | 812: 1954-05-01/ |  |
ANM |  |  | Annam | Empire of Vietnam |  | 815: 1816-01-01/1893-01-01 |  |
VNM | VN | 704 | Vietnam | Socialist Republic of Viet Nam | 816: 1954-07-21/ | 816: 1954-05-01/ | ANM VDR | North Vietnam 1954-05-01/1976-07-01
VDR |  |  | South Vietnam | Republic of Vietnam | 817: 1954-06-04/1975-04-30 | 817: 1954-05-01/1975-04-30 |  |
MYS | MY | 458 | Malaysia | Malaysia | 820: 1957-08-31/ | 820: 1957-08-31/ |  | Malaya 1957-08-31/1963-09-15
SGP | SG | 702 | Singapore | Republic of Singapore | 830: 1965-08-09/ | 830: 1965-08-09/ | MYS |
BRN | BN | 96 | Brunei | Brunei Darussalam | 835: 1984-01-01/ | 835: 1984-01-01/ |  |
PHL | PH | 608 | Philippines | Republic of the Philippines | 840: 1946-07-04/ | 840: 1946-07-04/ |  |
IDN | ID | 360 | Indonesia | Republic of Indonesia | 850: 1949-12-27/ | 850: 1945-08-17/ |  | United States of Indonesia 1949-12-27/1950-08-16
TLS | TL | 626 | Timor-Leste | Democratic Republic of Timor-Leste | 860: 2002-09-27/ | 860: 2002-05-20/ |  |
`
