/**
 * Codes that are neither in ISO 3166-1 today nor in the table of states, with the ISO3 code of the state. They count only in capitals. They come from
 * Eurostat, the World Bank, the IMF and V-Dem, or are abbreviations that are words in lower case (`us`, `car`, `fry`).
 */
export const nonIsoCodes: Readonly<Record<string, string>> = {
  ADO: 'AND',
  BAA: 'ARE', // Uzbek
  CAR: 'CAF',
  DPRK: 'PRK',
  DRC: 'COD',
  DRV: 'VNM',
  EL: 'GRC',
  FRY: 'YUG',
  GDR: 'DDR',
  JAR: 'ZAF', // Uzbek
  KOS: 'XKX',
  KSA: 'SAU',
  KSV: 'XKX',
  MNT: 'MNE',
  PAR: 'PRY',
  PDRY: 'YMD',
  POR: 'PRT',
  PRC: 'CHN',
  ROC: 'TWN',
  ROK: 'KOR',
  ROM: 'ROU',
  RSA: 'ZAF',
  SCG: 'YUG',
  SVR: 'VDR',
  UAE: 'ARE',
  UK: 'GBR',
  UVK: 'XKX',
  XKO: 'XKX',
  XKS: 'XKX',
  XS: 'SRB',
  YDR: 'YMD',
  YDYE: 'YMD',
}

/** Withdrawn codes and abbreviations of former names. They are resolved to the state and marked as a former name. */
export const formerCodes: Readonly<Record<string, string>> = {
  BUR: 'MMR',
  BYS: 'BLR',
  DHY: 'BEN',
  FRG: 'DEU',
  FYROM: 'MKD',
  HVO: 'BFA',
  RHO: 'ZWE',
  SU: 'RUS',
  SUN: 'RUS',
  SVU: 'RUS',
  TAN: 'TZA',
  TMP: 'TLS',
  TP: 'TLS',
  UAR: 'EGY',
  USSR: 'RUS',
  ZAR: 'COD',
  ZPM: 'ZAN',
  ZR: 'COD',
}

/** Codes that passed from one state to another. With a date on or after `from` they mean the state `iso3`. */
export const reusedCodes: Readonly<Record<string, readonly (readonly [from: string, iso3: string])[]>> = {
  CS: [['2003-02-04', 'YUG']],
  YU: [['2006-06-05', 'SRB']],
  YUG: [['2006-06-05', 'SRB']],
}

/** ISO3 codes that are also words. They are read as codes only in capitals. */
export const codesThatAreWords: ReadonlySet<string> = new Set(
  'and are arm aut aus bad bel ben bra can cod cog col com cub cod dom don esp est fin fro gab gin gum guy ham han hun ira jam lie lux mac mar mod mus nor pan per pol pry que rom sax ser sic slu sur tan ton tun tus tur van vat'.split(
    ' ',
  ),
)

/** Codes of blocs in statistical tables, with the bloc's id. */
export const blocCodes: Readonly<Record<string, string>> = { EMU: 'EUROZONE', EUU: 'EU', OED: 'OECD' }

/** Codes of territories in some tables, with the territory's name. */
export const territoryCodes: Readonly<Record<string, string>> = {
  PAL: 'Palestine',
  PCE: 'Pacific Islands Trust Territory',
  PCZ: 'Panama Canal Zone',
  RYU: 'Ryukyu Islands',
  SIK: 'Sikkim',
  USP: 'United States Minor Outlying Islands',
  BAT: 'British Antarctic Territory',
  KN1: 'Saint Kitts, Nevis and Anguilla',
  ZW1: 'Federation of Rhodesia and Nyasaland',
}

/** Codes in tables of the World Bank, WITS, WIOD and AidData that do not mean a state: a description, with its codes. */
export const groupCodes: Readonly<Record<string, string>> = {
  'group of economies':
    'AFE AFW ARB BLX CEB CSS EAP EAR EAS ECA ECS FCS HIC HPC IBD IBT IDA IDB IDX LAC LCN LDC LIC LMC LMY LTE MEA MIC MNA NAC OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC',
  region: 'XR',
  'all states together': 'WLD',
  'not specified': 'SPE UNS',
  'ships and aircraft': 'BUN',
  'high seas and free zones': 'FRE NZE',
}
