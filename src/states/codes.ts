/**
 * Codes that are neither today's ISO 3166-1 nor in the state table, in capitals as they must be written: those of Eurostat, the World Bank, the IMF and
 * V-Dem, and abbreviations that are words in lower case (`us`, `car`, `fry`).
 */
export const otherCodes: Readonly<Record<string, string>> = {
  ADO: 'AND',
  CAR: 'CAF',
  DPRK: 'PRK',
  DRC: 'COD',
  DRV: 'VNM',
  EL: 'GRC',
  FRY: 'YUG',
  FSM: 'FSM',
  GDR: 'DDR',
  KOS: 'XKX',
  KSA: 'SAU',
  KSV: 'XKX',
  PDRY: 'YMD',
  PRC: 'CHN',
  ROC: 'TWN',
  ROK: 'KOR',
  ROM: 'ROU',
  RSA: 'ZAF',
  SCG: 'YUG',
  UAE: 'ARE',
  UK: 'GBR',
  UVK: 'XKX',
  XKS: 'XKX',
  XKO: 'XKX',
}

/** Withdrawn codes and abbreviations of former names: resolved, and marked so. */
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
  TMP: 'TLS',
  TP: 'TLS',
  UAR: 'EGY',
  USSR: 'RUS',
  ZAR: 'COD',
  ZR: 'COD',
}

/** Codes that have changed hands: from this day they are another's. */
export const reusedCodes: Readonly<Record<string, readonly (readonly [from: string, iso3: string])[]>> = {
  CS: [['2003-02-04', 'YUG']],
  YU: [['2006-06-05', 'SRB']],
  YUG: [['2006-06-05', 'SRB']],
}

/** ISO3 codes that are also words: never read as codes unless in capitals. */
export const codesThatAreWords: ReadonlySet<string> = new Set(
  'and are arm aut aus bad bel ben bra can cod cog col com cub cod dom don esp est fin fro gab gin gum guy ham han hun ira jam lie lux mac mar mod mus nor pan per pol pry que rom sax ser sic slu sur tan ton tun tus tur van vat'.split(
    ' ',
  ),
)
