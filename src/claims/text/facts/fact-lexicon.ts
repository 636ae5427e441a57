import type { FactMeaning } from '../../said/fact-said.ts'

/** How words name the parties of a fact. */
export type FactFrame =
  /** The subject acts on the object: `A invaded B`, `A was invaded by B`. */
  | 'acts'
  /** The two stand in it alike, or it is not said who acted: `A and B were at war`. */
  | 'alike'
  /** The subject claims land, whose other side need not be named: `A claimed the islands`. */
  | 'land'

/** Words for a fact of the catalogue. */
export interface FactPhrase {
  readonly meanings: readonly FactMeaning[]
  readonly frame: FactFrame
  /** The words deny the fact: `had diplomatic relations` denies that there were none. */
  readonly denies: boolean
  readonly isSigned: boolean
  readonly pattern: RegExp
}

const relations =
  '(?:(?:all|its|their|the|full|formal|official|normal|bilateral) ){0,3}(?:(?:diplomatic|official|formal)(?: and (?:consular|economic|trade|commercial))? )?(?:relations|ties|links)'
const diplomatic = '(?:(?:all|its|their|the|full|formal|normal) ){0,3}diplomatic (?:relations|ties|links)'
const between = `${relations}(?: (?:between|of|with) [^.;:]{3,60}?)? (?:were|was|are|is|(?:have|has|had) been)(?: \\w+ly)?`
const has = '(?:has|have|had)'
const been = '(?:(?:has|have|had) (?:both |long |formally |technically )?been|were|was|are|is|remains?|remained)'
const truce = '(?:ceasefire|cease-fire|truce)'
const accord = '(?:treaty|agreement|accord|deal|declaration|settlement)'
const article = '(?:an?|the|their|its|this|that) '
const agreed = '(?:signed|concluded|agreed(?: to| on)?|reached|declared|announced|made|struck|sealed|initialled|accepted)'
const took = '(?:took effect|takes effect|came into (?:force|effect)|entered into force|began|started|went into effect)'
const ended = '(?:broke|violated|ended|denounced|abrogated|terminated|renounced|repudiated)'

/**
 * Words for facts of the catalogue, one line a class of verbs: `meanings | frame | words`. A meaning is `kind[:form,form] act [by word]`; `-` before it: the words
 * deny it; `~`: they tell the day of signature. The more particular lines come first.
 */
const table = `
no-relations:broken began, lower-relations:embassy closed began | acts | (?:broke|broken|breaks|breaking) off ${relations}|(?:broke|broken|breaks) ${relations}|(?:cut|cuts|cutting|cut off) ${relations}|(?:sever|severs|severed|severing) ${relations}
no-relations:suspended,broken began | acts | (?:suspended|suspends|suspending|froze|frozen) ${relations}
no-relations:broken,suspended ended, no-relations ended, lower-relations ended | alike | (?:restored|restores|restoring|resumed|resumes|resuming|re-?established|re-?establishes|re-?establishing|renewed|normali[sz]ed|mended|reopened) ${relations}
no-relations ended | alike | (?:established|establishes|establishing|opened|took up|taken up|set up|entered into) ${diplomatic}
no-relations:broken began | alike | ${between} (?:broken off|severed|cut(?: off)?)
no-relations:suspended,broken began | alike | ${between} (?:suspended|frozen)
no-relations:broken,suspended ended, no-relations ended, lower-relations ended | alike | ${between} (?:restored|resumed|re-?established|normali[sz]ed)
no-relations ended | alike | ${between} established
no-relations held | alike | (?:${has}|maintained?|maintains|kept|were without|are without) (?:still )?(?:no|neither) ${relations}|${has} (?:never|not) had ${relations}|(?:did not|do not|does not) (?:have|maintain) ${relations}|without ${diplomatic}
-no-relations held | alike | (?:${has}|maintains?|maintained|kept|enjoyed) (?:${article})?(?:full |normal |formal )?diplomatic (?:relations|ties|links)
lower-relations:no ambassador,embassy closed,lower level began | acts | (?:recalled|recalls|withdrew|withdrawn|withdraws|pulled out|called back) (?:its|the|their) (?:last )?ambassadors?(?: home)?|(?:expelled|expels) (?:its|the|their) ambassadors?
lower-relations:embassy closed began, no-relations:broken began | acts | (?:closed|closes|shut|shuttered) (?:down )?(?:its|the|their) embass(?:y|ies)
lower-relations began | acts | (?:downgraded|downgrades|lowered|lowers|reduced) (?:the level of )?${relations}
lower-relations:no ambassador,embassy closed,lower level ended | acts | (?:returned|returns|sent back|restored|reinstated) (?:its|the|their) ambassadors?|(?:reopened|reopens|re-opened) (?:its|the|their) embass(?:y|ies)
lower-relations:no ambassador,embassy closed held | acts | (?:${has}|kept|keeps) no ambassadors?
lower-relations held | alike | ${has} (?:lowered|reduced|downgraded) ${relations}(?: \\((?:embassy closed|no ambassador|lower level)\\))?
non-recognition held | acts | (?:did not|does not|do not|has not|have not|had not|refused to|refuses to|declined to|never) recogni[sz]ed?(?: (?:the )?(?:independence|statehood|state) of)?
non-recognition ended | acts | (?:recogni[sz]ed|recogni[sz]es)(?: (?:the )?(?:independence|statehood|state) of)?
state-of-war began | acts | (?:declared|declares|declaring) war (?:on|against|upon)
state-of-war ended | alike | (?:ended|ends|terminated|lifted) (?:the|their|its) state of war
state-of-war held | alike | (?:${been} )?(?:still )?(?:formally |technically |officially )?(?:in|at) an? state of war
hostilities:war held | alike | ${been} (?:still )?at war|(?:fought|waged) (?:${article})?(?:\\w+ )?wars?
hostilities:war,fighting,clash began | acts | (?:invaded|invades|attacked|attacks|bombed|bombs|bombarded|shelled|struck at)|(?:launched|began|started) (?:an?|its|the) (?:[\\w-]+ ){0,2}(?:invasion|attack|offensive|war|assault|air strikes|airstrikes) (?:of|on|against)|(?:went to|goes to) war (?:with|against)
hostilities:war,fighting began | alike | (?:wars?|fighting|hostilities)(?: between [^.;:]{3,60}?)? (?:broke out|breaks out|began|started)
hostilities:war,fighting ended | alike | (?:wars?|fighting|hostilities)(?: between [^.;:]{3,60}?)? (?:came to an end|ended|ceased)
hostilities:fighting,clash,war held | alike | (?:fought|fights|fighting) (?:each other|one another|with|against)|fought
hostilities:clash,fighting,war held | alike | (?:clashed|clashes|exchanged fire|skirmished)
armistice:ceasefire,armistice ended | acts | ${ended} (?:${article})?(?:\\w+ )?(?:${truce}|armistice)
armistice:ceasefire,armistice began, hostilities ended by ceasefire, hostilities ended by armistice | alike | ${agreed} (?:${article})?(?:[\\w-]+ ){0,2}?(?:${truce}|armistice)(?: agreement)?|(?:${truce}|armistice)(?=[^.;,]{0,60} ${took})
armistice:ceasefire,armistice held | alike | ${has} (?:${article})?(?:\\w+ )?(?:${truce}|armistice)
~peace:treaty began, hostilities ended by peace treaty, state-of-war ended by peace treaty, armistice ended by peace treaty | alike | ${agreed} (?:${article})?(?:[\\w-]+ ){0,2}?(?:peace treaty|treaty of peace)|(?:peace treaty|treaty of peace)(?=[^.;,]{0,60} (?:${took}|was signed|was concluded))
~peace began, hostilities ended by agreement, state-of-war ended | alike | ${agreed} (?:${article})?(?:[\\w-]+ ){0,2}?peace ${accord}|(?:made|concluded|signed) peace|peace ${accord}(?=[^.;,]{0,60} (?:${took}|was signed|was concluded))
peace:treaty ended | acts | ${ended} (?:${article})?(?:\\w+ )?(?:peace treaty|treaty of peace)
peace ended | acts | ${ended} (?:${article})?(?:\\w+ )?peace ${accord}
peace:treaty held | alike | ${has} (?:${article})?(?:\\w+ )?(?:peace treaty|treaty of peace)
peace:initialled held | alike | ${has} (?:${article})?peace initialled
peace:declaration held | alike | ${has} (?:${article})?peace declaration
peace held | alike | ${has} (?:${article})?(?:\\w+ )?peace ${accord}
enmity held | acts | ${been} (?:still )?(?:an? |the )?declared (?:enemy|enemies) of
territorial-claim ended | land | (?:gave up|gives up|given up|renounced|renounces|dropped|drops|withdrew|abandoned|settled|relinquished) (?:its|their|the|all) (?:[\\w-]+ ){0,2}?(?:claims?|dispute) (?:to|on|over)
territorial-claim began | land | (?:laid|lays) (?:an? )?claim to
territorial-claim held | land | ${has} (?:an?|its|their|rival|competing|overlapping)? ?(?:territorial )?claims? (?:to|on|over)|${has} (?:an? |their )?(?:[\\w-]+ )?(?:territorial |border |maritime )?disputes?(?: with [^.;,]{3,40}?)? over|(?:both |also |still |long |have |has )?(?:claimed|claims?|disputed?|disputes)(?! (?:that|to have|to be|responsibility|the lives|\\d)\\b)
`

/** Words for the same without a verb, as the indicator of a claim that is data: `break of diplomatic relations`. */
const nouns = `
no-relations:broken began | acts | (?:break|breaking off|severance|rupture|severing|cutting) of ${relations}
no-relations:broken began | alike | ${relations} (?:were |are |was )?(?:broken off|broken|severed|cut)
no-relations:suspended,broken began | alike | ${relations} (?:were |are )?suspended|suspension of ${relations}
no-relations:broken,suspended ended, no-relations ended, lower-relations ended | alike | ${relations} (?:were |are )?(?:restored|resumed|re-?established|normali[sz]ed)|(?:restoration|resumption|re-?establishment) of ${relations}
no-relations ended | alike | ${relations} (?:were |are )?(?:established|taken up)|establishment of ${relations}
no-relations held | alike | no ${relations}
lower-relations held | alike | (?:lowered|reduced|downgraded) ${relations}|no ambassador|embassy closed|lower level
lower-relations:no ambassador,embassy closed,lower level began | acts | (?:recall|withdrawal) of (?:its|the|their)? ?ambassador|ambassador (?:recalled|withdrawn)
non-recognition held | acts | (?:statehood )?not recogni[sz]ed|non-?recognition
non-recognition ended | acts | recognition(?: of (?:statehood|independence))?
state-of-war began | acts | declaration of war|war declared
state-of-war held | alike | state of war
hostilities:war,fighting,clash began | acts | (?:invasion|attack)(?: of| on)?
hostilities:war held | alike | war
hostilities:clash,fighting,war held | alike | clash(?:es)?
hostilities:fighting,clash,war held | alike | fighting|armed conflict|hostilities
armistice:ceasefire held | alike | ceasefire|cease-fire
armistice:armistice held | alike | armistice
armistice held | alike | truce
peace:treaty held | alike | peace treaty|treaty of peace
peace:declaration held | alike | peace declaration
peace:initialled held | alike | peace initialled
peace held | alike | peace ${accord}
enmity held | acts | declared enmity|declared enemy
territorial-claim held | land | (?:territorial )?(?:claim|dispute)s?(?: to| over| on)?
`

const meaningForm = /^(?<kind>[a-z-]+)(?::(?<forms>[a-z ,]+?))? (?<act>began|held|ended)(?: by (?<word>[a-z ]+))?$/

/** Reads `no-relations:broken,suspended ended, lower-relations ended`. */
function meaningsOf(cell: string): FactMeaning[] {
  return cell.split(/, (?=[a-z-]+[: ])/).map((text) => {
    const { kind, forms, act, word } = meaningForm.exec(text)?.groups ?? {}
    if (kind === undefined || act === undefined) throw new Error(`no meaning of a fact: ${text}`)
    return {
      kind,
      ...(forms === undefined ? {} : { forms: forms.split(',') }),
      act: act as FactMeaning['act'],
      ...(word === undefined ? {} : { endedBy: word }),
    }
  })
}

const linesOf = (text: string, patternOf: (words: string) => RegExp): readonly FactPhrase[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [cell = '', frame = '', ...words] = line.split(' | ')
      return {
        meanings: meaningsOf(cell.replace(/^[-~]/, '')),
        frame: frame as FactFrame,
        denies: cell.startsWith('-'),
        isSigned: cell.startsWith('~'),
        pattern: patternOf(words.join(' | ')),
      }
    })

/** Verbs and their objects, as a sentence has them. */
export const factVerbs: readonly FactPhrase[] = linesOf(table, (words) => new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'giu'))

/** Nouns, as the indicator of a claim that is data has them; they must be all of it. */
export const factNouns: readonly FactPhrase[] = linesOf(nouns, (words) => new RegExp(`^(?:${words})$`, 'iu'))
