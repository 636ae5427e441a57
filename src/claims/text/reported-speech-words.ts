import { matchesOf, mayMatch, remembered } from './patterns/matches.ts'

/** Who is quoted, and whose figures are named. */
export interface Sayings {
  readonly speaker: string | null
  readonly source: string | null
}

const said =
  '(?:said|says|say|told|stated?|states|argues?|argued|notes?|noted|claims?|claimed|believes?|warned|warns|added|adds|announced|insisted|insists|explained|wrote|writes|commented|estimates?|estimated|acknowledged|declared|reckons?|put(?:s)? it)'
const name = String.raw`(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|President|Prime Minister|Minister|Foreign Minister|Premier|Chancellor|Secretary|General|Ambassador|Deputy \w+ Minister)\.? )?\p{Lu}[\p{L}'’.-]+(?: (?:al-|bin |von der |van |de )?\p{Lu}[\p{L}'’.-]+){0,3}`
const role = String.raw`(?:(?:the|an?|senior|former|unnamed|defen[cs]e|foreign|trade|finance|energy|prime|deputy|economy|industry|government|ministry|company|\p{Lu}\p{L}+) )*(?:officials?|ministers?|presidents?|analysts?|experts?|spokes(?:man|woman|person|people)|economists?|diplomats?|leaders?|ambassadors?|generals?|commander|lawmakers?|author|scholars?|researchers?)`

/** Bodies whose figures texts name. */
const body = String.raw`(?:SIPRI|Eurostat|IMF|International Monetary Fund|World Bank|UN Comtrade|Comtrade|UNCTAD|WTO|OECD|NATO|IISS|IEA|OPEC|CREA|BACI|CEPII|COW|Kiel Institute|GASTAT|KITA|MOTIE|Statistics \p{Lu}\p{L}+|Peterson Institute(?: for International Economics)?|Stockholm International Peace Research Institute|Centre for Research on Energy and Clean Air|AidData|the (?:central bank|statistics office|statistical office|customs (?:office|service|agency|administration)|ministry of \w+|\w+ ministry|finance ministry|commerce ministry)|(?:General Administration of )?Customs|Federal Customs Service|Bank of \p{Lu}\p{L}+|Kpler|Vortexa|Bloomberg|Reuters|Department of Commerce|Census Bureau|RUSI|CSIS|MERICS|Lowy Institute|V-Dem|GSDB|ATOP|Correlates of War)`
const official = String.raw`(?:(?:\p{Lu}\p{L}+(?:'s|’s)?|official|government|national|the (?:country|ministry|government|office)(?:'s|’s)?) (?:customs(?: (?:office|service|data|figures|statistics|authorities))?|(?:government |trade |ministry |official |export |import )?(?:figures|data|statistics|numbers)))`

const sourcePattern = new RegExp(
  `(?<![\\p{L}])(?:${body}|${official}|(?:customs office|customs service|government data|official (?:data|figures|statistics)))(?![\\p{L}])`,
  'u',
)
const speakerPatterns: readonly RegExp[] = [
  new RegExp(`(?:${said}|according to|in the (?:view|words|opinion) of|per) (?:\\p{Lu}[\\p{L}.]+['’]s )?(?<who>${role}|${name})`, 'u'),
  new RegExp(
    `(?<who>${name}|${role})(?:,[^,]{3,90},| (?:of|at|from) (?:the )?\\p{Lu}[\\p{L} ]{2,50})? (?:also |has |have |had |later |recently )?(?:${said.replace('stated?|states', 'stated|states(?=,| that)')})(?! (?:on|in) a record)`,
    'u',
  ),
  new RegExp(`(?<who>${role}) (?:in \\p{Lu}\\p{L}+ )?${said}`, 'u'),
]

/** A word that all of them need: names are looked for only where somebody may be speaking. */
const speaks = new RegExp(`${said}|according to|in the (?:view|words|opinion) of|per (?!cent)`)

function speakerIn(text: string): string | null {
  for (const pattern of speakerPatterns) {
    const who = pattern.exec(text)?.groups?.['who']
    if (who !== undefined && !isSource(who)) return who
  }
  return null
}

/** What is longer is no sentence: a table, or text without stops. */
const longest = 3000

/**
 * Who says a sentence, and which body's figures it names.
 *
 * @example sayingsIn('Visits will help, said Freddie Neve of Asia House.').speaker   // 'Freddie Neve'
 * @example sayingsIn('Government data show a rise.').source   // 'Government data'
 */
export const sayingsIn: (sentence: string) => Sayings = remembered(
  (sentence) => {
    const text = sentence.slice(0, longest)
    const source = sourceIn(text)
    const speaker = mayMatch(speaks, text) && speaks.test(text) ? speakerIn(text) : null
    return { speaker: speaker === null ? null : officials(speaker.replace(/['’]s$/, '').replace(/^the /i, '')), source }
  },
  (sentence) => sentence,
)

const everySource = new RegExp(sourcePattern, 'gu')

/** Bodies that have members, lend and act: a source only where their figures are spoken of. */
const actsToo = /^(?:NATO|IMF|International Monetary Fund|World Bank|WTO|OPEC|OECD|IAEA)$/
const figuresBefore = /\b(?:according to|(?:data|figures|numbers|statistics|estimates) (?:of|from|by)|by)(?: the)?\s*$/i
const figuresBehind =
  /^(?:['’]s?)?(?: own| latest| official)? (?:data|figures|numbers|statistics|estimates?|report|count|says?|said|puts?|reckons?|reports?|counts?|shows?)\b/i

function sourceIn(text: string): string | null {
  for (const match of matchesOf(text, everySource)) {
    const isFree = !actsToo.test(match[0])
    if (isFree || figuresBefore.test(text.slice(0, match.index)) || figuresBehind.test(text.slice(match.index + match[0].length)))
      return match[0]
  }
  return null
}

const isSource = (who: string): boolean =>
  sourcePattern.test(who) || /^(?:The|It|This|That|They|He|She|Data|Figures|Statistics|China|Russia|India)$/.test(who)

/** `Moscow officials` are officials in Moscow. */
const officials = (speaker: string): string => speaker.replace(/^(\p{Lu}\p{L}+) (officials)$/u, '$2 in $1')
