/** Currencies in texts, as lines `code: signs before the number : words after it`. */
const table = `
USD: US$ USD $ : US dollars; U.S. dollars; American dollars; dollars; dollar; USD; greenbacks
EUR: € EUR : euros; euro; EUR
GBP: £ GBP : pounds sterling; British pounds; pounds; GBP
CNY: CN¥ CNY RMB : yuan; renminbi; RMB; CNY
JPY: JP¥ ¥ JPY : yen; JPY
RUB: ₽ RUB : rubles; roubles; ruble; rouble; RUB
INR: ₹ INR Rs Rs. : Indian rupees; rupees; INR
KRW: ₩ KRW : South Korean won; won; KRW
SAR: SAR SR : Saudi riyals; riyals; SAR
AED: AED Dh : dirhams; AED
TRY: ₺ TRY : Turkish lira; lira; liras
PLN: PLN : zlotys; zloty
BRL: R$ BRL : reais
ZAR: ZAR : rand
AUD: A$ AU$ Aus$ AUD : Australian dollars
CAD: C$ CA$ Can$ CAD : Canadian dollars
HKD: HK$ HKD : Hong Kong dollars
SGD: S$ SGD : Singapore dollars
CHF: CHF : Swiss francs; francs
KZT: ₸ KZT : tenge
UAH: ₴ UAH : hryvnia
VND: VND : dong
IDR: Rp IDR : rupiah
ILS: ₪ ILS : shekels
EGP: EGP : Egyptian pounds
PKR: PKR : Pakistani rupees
NZD: NZ$ NZD : New Zealand dollars
TWD: NT$ TWD : New Taiwan dollars
MXN: MXN : Mexican pesos; pesos
PHP: PHP : Philippine pesos
SEK: SEK : Swedish kronor; kronor
NOK: NOK : Norwegian kroner; kroner
DKK: DKK : Danish kroner
CZK: CZK : koruna; crowns
HUF: HUF : forints; forint
THB: THB : baht
MYR: RM MYR : ringgit
NGN: ₦ NGN : naira
IRR: IRR : rials
QAR: QAR : Qatari riyals
PEN: PEN : soles
CLP: CLP : Chilean pesos
ARS: ARS : Argentine pesos; Argentinian pesos
COP: COP : Colombian pesos
CUP: CUP : Cuban pesos
BDT: ৳ BDT Tk : taka
LKR: LKR : Sri Lankan rupees
NPR: NPR : Nepali rupees; Nepalese rupees
KWD: KWD : Kuwaiti dinars
BHD: BHD : Bahraini dinars
JOD: JOD : Jordanian dinars
IQD: IQD : Iraqi dinars; dinars
DZD: DZD : Algerian dinars
TND: TND : Tunisian dinars
RSD: RSD : Serbian dinars
OMR: OMR : Omani rials
MAD: MAD : Moroccan dirhams
GEL: ₾ GEL : lari
AMD: ֏ AMD : drams; dram
AZN: ₼ AZN : manats; manat
KGS: KGS : Kyrgyz som
UZS: UZS : Uzbek soum; Uzbek sums
MNT: ₮ MNT : tugriks; tugrik; togrog
BYN: BYN : Belarusian rubles; Belarusian roubles
RON: RON : lei
BGN: BGN : leva
ISK: ISK : Icelandic kronur; kronur
KHR: KHR : riel
LAK: LAK : kip
MMK: MMK : kyats; kyat
ETB: ETB : birr
KES: KES KSh Sh : Kenyan shillings; shillings
TZS: TZS : Tanzanian shillings
UGX: UGX : Ugandan shillings
GHS: GHS : cedis; cedi
ZMW: ZMW : kwacha
AOA: AOA : kwanzas; kwanza
MZN: MZN : meticais
XAF: XAF FCFA : CFA francs
CDF: CDF : Congolese francs
`

interface Currency {
  readonly code: string
  readonly signs: readonly string[]
  readonly words: readonly string[]
}

const currencies: readonly Currency[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', signs = '', words = ''] = line.split(/: | : /)
    return { code, signs: signs.trim().split(/\s+/), words: words.split(';').map((word) => word.trim()) }
  })

const bySign = new Map(currencies.flatMap(({ code, signs }) => signs.map((sign): [string, string] => [sign, code])))
const byWord = new Map(currencies.flatMap(({ code, words }) => words.map((word): [string, string] => [word.toLowerCase(), code])))

const alternatives = (spellings: Iterable<string>): string =>
  [...spellings]
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.$]/g, '\\$&'))
    .join('|')

/** The signs and codes that stand before an amount, as a pattern without groups. */
export const currencySigns: string = `(?:${alternatives(bySign.keys())}|\\bR(?=\\s?\\d[\\d.,]*\\s?(?:million|billion|trillion|bn|m)\\b))`
export const currencyWords: string = `(?:${alternatives(byWord.keys())})\\b`

/**
 * Returns the code of a currency by its sign or word; undefined for any other text.
 *
 * @example currencyOf('US$')   // 'USD'
 * @example currencyOf('yuan')   // 'CNY'
 */
export function currencyOf(spelling: string): string | undefined {
  // `R` alone is read as rand; the pattern allows it only before millions: `R37 billion`
  if (spelling.trim() === 'R') return 'ZAR'
  return bySign.get(spelling.trim()) ?? byWord.get(spelling.trim().toLowerCase())
}
