const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Abbreviations before a name: their full stop never ends a sentence. Lower case, without the full stop. */
export const titlesBeforeNames: ReadonlySet<string> = words(
  'mr mrs ms messrs mx dr prof profs gen lt col maj brig capt cdr cmdr adm vadm radm sgt cpl pvt sen sens rep reps gov amb rev hon pres st mt ft fr sr-gen supt det insp pm',
)

/** Abbreviations that need a continuation: their full stop never ends a sentence. */
export const abbreviationsBeforeContinuation: ReadonlySet<string> = words('vs v cf viz e.g i.e eg ie incl esp resp approx ca est aka a.k.a')

/** Abbreviations before a number, an amount or an enumerating letter: their full stop ends a sentence only before other words. */
export const abbreviationsBeforeNumbers: ReadonlySet<string> = words(
  'no nos p pp par para paras fig figs vol vols ch chap sec secs art arts rs re rm tk rp op ed eds ser app tab table fn n nr reg res doc docs pt pts col cl',
)

/** Suffixes of names and shortened words: their full stop ends a sentence only if the next word is one of `sentenceOpeners`. */
export const shortenedWords: ReadonlySet<string> = words(
  'co corp inc ltd bros cos llc plc jr sr dept depts univ inst assn assoc govt gov’t intl int’l nat’l comm admin sec-gen ave blvd rd dist prov gen-sec min mins mfg dev tech sci natl fed rpt repub',
)

/** Abbreviated months. */
export const abbreviatedMonths: ReadonlySet<string> = words('jan feb mar apr jun jul aug sep sept oct nov dec')

/** Words that open a sentence and are not part of a name: after an abbreviation, they show that a new sentence begins. */
export const sentenceOpeners: ReadonlySet<string> = words(
  'a about according across after again against all almost already also although among an and another any are around as at because before behind below beside besides between beyond both but by can could despite did do does during each earlier either even ever every few finally first following for from further furthermore given had has have having he hence her here his how however i if in indeed instead into is it its just last later less like many may meanwhile might more moreover most much must near neither never nevertheless next no none nor not nothing now of officials on once one only or other others our out over overall perhaps rather same second shall she should similarly since so some something soon still such than that the their them then there therefore these they third this those though three through throughout thus to today together too total toward towards two under unless unlike until up upon was we were what when where whereas whether which while who whoever whom whose why will with within without would yesterday yet you your',
)
