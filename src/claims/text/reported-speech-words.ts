import { memoized } from './memo.ts'
import { matchesOf, mayMatch } from './patterns/matches.ts'

/** Whom a sentence quotes, and the source of its figures; each is null if the sentence names none. */
export interface Attribution {
  readonly speaker: string | null
  readonly source: string | null
}

const speechVerb =
  '(?:said|says|say|told|stated?|states|argues?|argued|notes?|noted|claims?|claimed|believes?|warned|warns|added|adds|announced|insisted|insists|explained|wrote|writes|commented|estimates?|estimated|acknowledged|declared|reckons?|put(?:s)? it)'
const name = String.raw`(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|President|Prime Minister|Minister|Foreign Minister|Premier|Chancellor|Secretary|General|Ambassador|Deputy \w+ Minister)\.? )?\p{Lu}[\p{L}'’.-]+(?: (?:al-|bin |von der |van |de )?\p{Lu}[\p{L}'’.-]+){0,3}`
const speakerRole = String.raw`(?:(?:the|an?|senior|former|unnamed|defen[cs]e|foreign|trade|finance|energy|prime|deputy|economy|industry|government|ministry|company|\p{Lu}\p{L}+) )*(?:officials?|ministers?|presidents?|analysts?|experts?|spokes(?:man|woman|person|people)|economists?|diplomats?|leaders?|ambassadors?|generals?|commander|lawmakers?|author|scholars?|researchers?)`

/** Organisations cited as sources of figures. */
const sourceBody = String.raw`(?:SIPRI|Eurostat|IMF|International Monetary Fund|World Bank|UN Comtrade|Comtrade|UNCTAD|WTO|OECD|NATO|IISS|IEA|OPEC|CREA|BACI|CEPII|COW|Kiel Institute|GASTAT|KITA|MOTIE|Statistics \p{Lu}\p{L}+|Peterson Institute(?: for International Economics)?|Stockholm International Peace Research Institute|Centre for Research on Energy and Clean Air|AidData|the (?:central bank|statistics office|statistical office|customs (?:office|service|agency|administration)|ministry of \w+|\w+ ministry|finance ministry|commerce ministry)|(?:General Administration of )?Customs|Federal Customs Service|Bank of \p{Lu}\p{L}+|Kpler|Vortexa|Bloomberg|Reuters|Department of Commerce|Census Bureau|RUSI|CSIS|MERICS|Lowy Institute|V-Dem|GSDB|ATOP|Correlates of War)`
const officialBody = String.raw`(?:(?:\p{Lu}\p{L}+(?:'s|’s)?|official|government|national|the (?:country|ministry|government|office)(?:'s|’s)?) (?:customs(?: (?:office|service|data|figures|statistics|authorities))?|(?:government |trade |ministry |official |export |import )?(?:figures|data|statistics|numbers)))`

const sourcePattern = new RegExp(
  `(?<![\\p{L}])(?:${sourceBody}|${officialBody}|(?:customs office|customs service|government data|official (?:data|figures|statistics)))(?![\\p{L}])`,
  'u',
)
const speakerPatterns: readonly RegExp[] = [
  new RegExp(
    `(?:${speechVerb}|according to|in the (?:view|words|opinion) of|per) (?:\\p{Lu}[\\p{L}.]+['’]s )?(?<who>${speakerRole}|${name})`,
    'u',
  ),
  new RegExp(
    `(?<who>${name}|${speakerRole})(?:,[^,]{3,90},| (?:of|at|from) (?:the )?\\p{Lu}[\\p{L} ]{2,50})? (?:also |has |have |had |later |recently )?(?:${speechVerb.replace('stated?|states', 'stated|states(?=,| that)')})(?! (?:on|in) a record)`,
    'u',
  ),
  new RegExp(`(?<who>${speakerRole}) (?:in \\p{Lu}\\p{L}+ )?${speechVerb}`, 'u'),
]

/** Every quotation contains one of these words. Only a sentence with such a word is searched for speakers. */
const speechMarker = new RegExp(`${speechVerb}|according to|in the (?:view|words|opinion) of|per (?!cent)`)

function speakerIn(text: string): string | null {
  for (const pattern of speakerPatterns) {
    const who = pattern.exec(text)?.groups?.['who']
    if (who !== undefined && !isSourceBody(who)) return who
  }
  return null
}

/** The number of characters that are examined; a longer sentence is a table, or text without punctuation. */
const maximumLength = 3000

/**
 * Finds the speaker whom a sentence quotes, and the source of its figures.
 *
 * @example attributionOfSentence('Visits will help, said Freddie Neve of Asia House.').speaker   // 'Freddie Neve'
 * @example attributionOfSentence('Government data show a rise.').source   // 'Government data'
 */
export const attributionOfSentence: (sentence: string) => Attribution = memoized(
  (sentence) => {
    const text = sentence.slice(0, maximumLength)
    const source = sourceIn(text)
    const speaker = mayMatch(speechMarker, text) && speechMarker.test(text) ? speakerIn(text) : null
    return { speaker: speaker === null ? null : officialsOf(speaker.replace(/['’]s$/, '').replace(/^the /i, '')), source }
  },
  (sentence) => sentence,
)

const everySource = new RegExp(sourcePattern, 'gu')

/** Organisations that texts name for their acts, loans or members too. They count as a source only next to a word such as `data` or `said`. */
const bodiesThatAct = /^(?:NATO|IMF|International Monetary Fund|World Bank|WTO|OPEC|OECD|IAEA)$/
const figuresNounBefore = /\b(?:according to|(?:data|figures|numbers|statistics|estimates) (?:of|from|by)|by)(?: the)?\s*$/i
const figuresNounAfter =
  /^(?:['’]s?)?(?: own| latest| official)? (?:data|figures|numbers|statistics|estimates?|report|count|says?|said|puts?|reckons?|reports?|counts?|shows?)\b/i

function sourceIn(text: string): string | null {
  for (const match of matchesOf(text, everySource)) {
    const isFree = !bodiesThatAct.test(match[0])
    if (isFree || figuresNounBefore.test(text.slice(0, match.index)) || figuresNounAfter.test(text.slice(match.index + match[0].length)))
      return match[0]
  }
  return null
}

const isSourceBody = (who: string): boolean =>
  sourcePattern.test(who) || /^(?:The|It|This|That|They|He|She|Data|Figures|Statistics|China|Russia|India)$/.test(who)

/** Rewrites `Moscow officials` as `officials in Moscow`. */
const officialsOf = (speaker: string): string => speaker.replace(/^(\p{Lu}\p{L}+) (officials)$/u, '$2 in $1')
