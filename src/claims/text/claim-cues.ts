import type { TextSpan } from './mention.ts'
import { matchesOf } from './patterns/matches.ts'

/**
 * What a word shows a sentence to claim: a rise (`rose`), a fall (`fell`), no change (`unchanged`), a share (`accounts for`), a comparison (`more than`), a
 * rank (`second largest`), a forecast (`will`), a cause (`because`), or an opinion (`strong`).
 */
export type CueKind = 'up' | 'down' | 'flat' | 'share' | 'compare' | 'rank' | 'future' | 'causal' | 'judge'

const table: Readonly<Record<CueKind, string>> = {
  up: String.raw`(?:rose|rise|rises|risen|rising|grew|grow|grows|grown|growing|growth|increas(?:e|ed|es|ing)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:e|ed|es|ing)|soar(?:ed|s|ing)?|sho(?:t|ots|oting) up|gains?(?= of\b)|gain(?:ed|s)?(?= (?:\d|by\b|about|nearly|almost|over|more than|a (?:third|quarter|fifth|half)))|expand(?:ed|s|ing)?|expansion|went up|gone up|go up|going up|higher|(?<!mak(?:es?|ing) |made )up(?=,? (?:by|from|on|\d|about|around|some|nearly|almost|more|over|sharply|slightly|compared|year))|(?<=percent |per cent |% )(?:up|more|higher|larger)|more than before|doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)|quintupl(?:ed?|es|ing)|multipli(?:ed|es)|\w+-?fold|accelerat(?:ed|es|ing)|recover(?:ed|s|y)|rebound(?:ed|s)?|widen(?:ed|s|ing)?|swell(?:ed|s)?|swollen|deepen(?:ed|s|ing)?|balloon(?:ed|s|ing)?|skyrocket(?:ed|ing)?|rocketed|spiked|mushroomed|hike[ds]?|boost(?:ed|s)?|strengthen(?:ed|s)?|topped|leap(?:t|ed)?|(?:rais|lift)(?:ed|es?|s|ing)?(?= (?:[\w'’-]+ ){0,5}by\b)|(?:stepped|ramped|scaled) up|uptick|upturn|upsurge)`,
  down: String.raw`(?:fell|fall|falls|fallen|falling|declin(?:e|ed|es|ing)|dropp?(?:ed|s|ing)?|decreas(?:e|ed|es|ing)|shr(?:ank|ink|inks|unk|inking)|slump(?:ed|s)?|plung(?:e|ed|es|ing)|tumbl(?:e|ed|es|ing)|collaps(?:e|ed|es|ing)|contract(?:ed|ion)(?! (?:for|with|worth))|contracts?(?=,? by\b)|slipp?(?:ed|s)(?=,? (?:by\b|to\b|from\b|\d))|loss(?= of (?:\d|a (?:third|quarter|fifth)))|slid|slide|sank|sunk|down(?=,? (?:by|from|on|to|\d|about|around|some|nearly|almost|more|over|sharply|slightly|compared|year))|(?<=percent |per cent |% )(?:down|less|lower|fewer|smaller)|lower(?= than)|went down|gone down|lost(?= (?:\d|a (?:third|quarter|half|fifth)|half|about|nearly|some))|dipp?ed|eas(?:ed|ing)|plummet(?:ed|s|ing)?|nosediv(?:ed|es|ing)|halv(?:ed?|es|ing)|cuts?(?= (?:[\w'’-]+ ){0,6}by\b)|reduc(?:e|ed|es|ing|tion)|narrow(?:ed|s|ing)?|weaken(?:ed|s|ing)?|slow(?:ed|s)|(?:scaled|cut) back|scaled down|dwindl(?:ed|es|ing)|(?:slip|dip|retreat)(?= of \d)|crash(?:ed)?|evaporat(?:ed|es)|ceas(?:ed|es)|erod(?:ed|es))`,
  flat: String.raw`(?:as (?:large|big|high|low|small|much|many|great) as(?= (?:in|before|(?:a|the) (?:year|decade|month) (?:before|earlier))\b)|unchanged|remain(?:ed|s)? (?:flat|stable|steady|the same|unchanged)|stagnat(?:ed|es|ion)|flat\b|stable|steady|little changed)`,
  share:
    "(?:shares?|slices?|accounts? for|accounted for|accounting for|ma(?:kes?|de|king) up|constitut(?:es?|ed)|compris(?:es?|ed)|represent(?:s|ed|ing)?|proportion|portion|part of|absorb(?:s|ed)?|receiv(?:es|ed)|took|takes|responsible for|of (?:all|its|their|the total|total|the country's|what))",
  compare: String.raw`(?:better (?:customers?|clients?|buyers?|suppliers?|markets?|partners?) (?:[\w'’-]+ ){0,3}than|more (?:[\w'’-]+ ){0,8}than|less (?:[\w'’-]+ ){0,8}than|fewer (?:[\w'’-]+ ){0,8}than|larger (?:[\w'’-]+ ){0,5}than|bigger (?:[\w'’-]+ ){0,5}than|higher (?:[\w'’-]+ ){0,5}than|lower (?:[\w'’-]+ ){0,5}than|smaller (?:[\w'’-]+ ){0,5}than|greater (?:[\w'’-]+ ){0,5}than|closer (?:[\w'’-]+ ){0,5}than|exceed(?:ed|s|ing)?|outstripp?(?:ed|s)?|surpass(?:ed|es|ing)?|overt(?:ook|ake|akes|aken|aking)|outpac(?:ed|es|ing)|eclips(?:ed|es|ing)|(?:faster|slower|more slowly|more quickly) than|(?:now|currently|today) (?:deliver|sell|buy|export|import|receive|spend|lend|invest|trade|ship|supply)s? more(?! than)|dwarf(?:ed|s|ing)?|as (?:much|many|large|big|high) as|ahead of|behind|outnumber(?:ed|s)?|times (?:as|more|larger|higher|the)|outsold|replac(?:ed|es|ing)|displac(?:ed|es|ing)|twice (?:as|the))`,
  rank: String.raw`(?:(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))[- ])?most populous|(?:the |its |their )?(?:single )?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))[- ](?:largest|biggest|most|highest|greatest|leading|main|important)|largest|biggest|greatest|top\b|leading|main\b|chief|principal|foremost|primary|number one|number two|No\. ?\d+|first (?:place|partner|destination|trading|supplier|among)|highest|lowest|smallest|second to none|\w{3,}est(?= (?:[\w-]+ ){0,3}(?:since (?:the |\d|\w+ \d)|in (?:\w+|\d+) (?:years|decades)|on record|ever)\b)|(?:steepest|sharpest|fastest|slowest|worst|best|weakest|strongest|deepest|quickest)(?= (?:[\w-]+ ){0,2}(?:fall|rise|drop|growth|decline|increase|year|month|quarter|half-year|result|level|contraction|surge|jump|expansion|since)\b)|(?:longest|shortest)(?= (?:[\w-]+ ){0,3}(?:border|frontier|boundary)\b)|record|new (?:highs?|lows?|peaks?)|all-time high|peak(?:ed)?|least|most important|rank(?:ed|s|ing)?|no (?:other )?(?:[\w'’-]+ ){1,3}(?:\w+ ){0,2}(?:larger|bigger|more|higher|smaller)|unprecedented|(?:never|not) (?:before|since)|for the first time|first time|(?:lowest|highest|worst|best) (?:level )?since)`,
  future:
    "(?:will|won't|shall|would|could|may|might|is (?:expected|set|likely|due|projected|forecast|poised|bound|going) to|are (?:expected|set|likely|due|projected|forecast|poised|bound|going) to|expected to|expects? (?:[^ ]+ ){0,7}?to|(?:expects?|foresees?) (?=growth|an? |exports|imports|trade)|likely to|unlikely to|forecasts?|projected|projections?|projects (?=\\d|that |growth|an? (?:rise|fall|growth))|predict(?:s|ed)?|anticipat(?:e|es|ed)|aims? to|plans? to|intends? to|hopes? to|target(?:s|ed)?|(?<!\\b(?:with|of|in|the|its|their|these|such|by) )(?:pledg(?:ed|es)|promis(?:ed|es))|vow(?:ed|s)|to be (?:pushed|built|delivered|completed|signed)|on track to)",
  causal: String.raw`(?:because|due to|owing to|as a result|result(?:ed|s|ing)? (?:in|from)|led to|leads? to|driven (?:by|primarily|largely)|drives?\b|fuel(?:l?ed|s|ling)|thanks to|caus(?:ed?|es|ing)(?! for)|prompt(?:ed|s|ing)?|spurr?(?:ed|s|ing)?|pushed (?:\w+ ){0,3}(?:into|towards?|to)|in response to|therefore|consequently|stem(?:s|med|ming)? from|owes?|reflect(?:s|ed|ing)?|explain(?:s|ed)?|contribut(?:ed|es) to|attribut(?:ed|es|able) to|trigger(?:ed|s)?|thereby|hence|so that|forc(?:ed|es|ing) (?:\w+ ){1,3}to|behind (?:the|this) (?:rise|fall|surge|increase|drop|decline|growth))`,
  judge: String.raw`(?:significant(?:ly)?|important|profound|formidable|worr(?:y|ying|ied)|concern(?:s|ed|ing)?|fears?|hopes?|should|must|ought to|need(?:s|ed)? to|crucial|vital|dangerous|remarkabl[ey]|striking|clear(?:ly)?|obvious(?:ly)?|arguabl[ey]|perhaps|seems?|appears?|believes?|argu(?:e|es|ed)|thinks?|view(?:s|ed)?|consider(?:s|ed)?|good news|bad news|welcome|deserves?|risk(?:s|y)?|threat(?:s|en|ens)?|challenge[sd]?|fundamental(?:ly)?|genuine|real\b|deep\b|firmly|strong(?:ly)?|weak|fragile|robust|assertive|speculation)`,
}

export interface Cue extends TextSpan {
  readonly kind: CueKind
  readonly text: string
}

const patterns = Object.entries(table).map(([kind, source]): [CueKind, RegExp] => [
  kind as CueKind,
  new RegExp(`(?<![\\w-])${source}(?![\\w])`, 'gi'),
])

/**
 * Finds the cues of a sentence, in order. One word can be a cue of two kinds.
 *
 * @example cuesIn('Exports rose').map((cue) => cue.kind).join()   // 'up'
 */
export function cuesIn(text: string): Cue[] {
  return patterns
    .flatMap(([kind, pattern]) =>
      matchesOf(text, pattern)
        .filter(([word]) => word !== 'May')
        .map((match) => ({ kind, text: match[0], start: match.index, end: match.index + match[0].length })),
    )
    .sort((a, b) => a.start - b.start)
}
