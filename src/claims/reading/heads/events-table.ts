import type { DomainId } from '../../../assessments/forms/domains.ts'
import type { ClaimKind } from '../../claim.ts'

/** A kind of event or state of affairs, with the words that express it. */
export interface EventPattern {
  readonly rule: string
  readonly kind: ClaimKind
  /** Topic and domain of the claim; if undefined, those of the sentence. */
  readonly topic?: string
  readonly domain?: DomainId
  readonly pattern: RegExp
  /** Topics of which the sentence must have at least one; if empty, any sentence will do. */
  readonly needs: readonly string[]
  /** Whether the sentence must also name a time. */
  readonly dated: boolean
}

const agreementNoun =
  '(?:treat(?:y|ies)|pacts?|agreements?|accords?|alliances?|memorand(?:um|a|ums)|declarations?|protocols?|communiqu[eé]s?|deals?|convention|statements?|partnership)'
const optionalNegation = '(?:(?:do|does|did|has|have|had) )?(?:not |never )?'

/** One line per kind of event: rule | kind | topic | domain | needed topics | `dated` or `-` | words. Where two overlap, the earlier line wins. */
const table = String.raw`
adopted | event | un-votes | diplomacy | - | - | (?<=(?<!\b(?:when|after|before|since|as|that|which|where|while|if|because|until) )\b[Tt]he (?:UN |United Nations |UN['’]s |world body['’]s )?(?:General |Security )?(?:Assembly|Council)(?: on \p{Lu}\p{L}+(?: \d+)?| yesterday| again)? (?:has |had )?(?:overwhelmingly |unanimously |narrowly |again )?)(?:adopted|passed|approved|called (?:for|on)|demanded|condemned|denounced|urged|voted (?:for|to)|backed|endorsed)\b
vote | event | un-votes | diplomacy | - | - | (?:not |always |never )*(?:vot(?:ed|e|es) (?:\w+ )?(?:against|for|in favou?r|with|together|alongside|differently|the same|no|yes|to)\b|voting (?:against|for|with|together|differently)\b|abstain(?:ed|s|ing)?\b|sid(?:ed|es|ing) with|said (?:no|yes)\b|broke(?:n)? ranks|(?:did|do|does|had|have|has) not (?:take part in the |taken part in the )?vot(?:e|ed|ing)\b(?! (?:for|against|in favou?r)))
vote-on | event | un-votes | diplomacy | un-votes vetoes | - | against(?=[.,;]| it\b)|(?:(?:was|were) (?:for|against) (?:the|it)|backed|opposed|supported|rejected|condemned|endorsed|co-?sponsored|help(?:ed)? to (?:pass|carry|put|adopt)|stood with|stands with|broken ranks|parted company)\b
veto | event | vetoes | diplomacy | - | - | (?:did|does|do|has|have) (?:not|never) veto(?:ed)?|never vetoed|vetoed|cast (?:\w+ ){1,3}veto(?:es)?|veto(?:es)? (?:that |which )?(?:\w+ ){1,3}cast|(?:us(?:ed?|es|ing)|wielded|exercised) (?:its|their|the|a|his|her) veto(?:es)?|(?:f[ae]ll|fallen|failed|foundered|defeated|killed|stopped|struck down) (?:[\w’'-]+ ){0,5}?(?:to|by|at|on|over|under) (?:an? |the |its |their )?(?:[\w’'-]+ ){0,2}veto(?:es)?|blocked (?:\w+ ){1,4}(?:resolution|draft|text|sanctions)
exercise | event | exercises | exercises | exercises | - | held|hold|takes? part|conducted|train(?:s|ed)?|staged|took part|carried out|began|launched|joined|participated|flew|sailed|concluded|ran|hosted|practi[sc]ed|ended|have ended|finished|started|met|opened|closed|wrapped up|took place|takes? place|(?:is|are|has been|have been) (?:going on|under way)|(?:is|are|were) training
obligation | membership | treaty | alliance | treaty | - | (?:is|are|was|were|(?:has|have|had) (?:\w+ )?been) (?:not |also |still )*bound by|(?:${optionalNegation}(?:obliges?|obliged|binds?|commits?|forbids?|forbade|requires?|contains?|held|holds?|promises?)|(?:is|are) (?:not |a |both )*(?:party|parties) to|(?:has|have|had) (?:an?|no) (?:\w+[ -]){0,3}(?:treaty|pact|alliance)|(?:is|are|(?:has|have) (?:never )?been) (?:not )?(?:an? )?(?:formal |treaty |military )*all(?:y|ies)\b)
defence | membership | treaty | alliance | - | - | (?:${optionalNegation}(?:commits?|obliges?|obliged|binds?|bound|requires?)) (?:[\w’'-]+ ){1,8}?to (?:defend|come to|aid|assist|help|consult|fight)|(?:is|are|(?:has|have|had) (?:\w+ )?been) (?:not )?(?:obliged|bound|committed) to (?:defend|come to|aid|assist|fight)
duty | membership | treaty | alliance | treaty | - | (?:must|has to|have to|would have to) (?:come to (?:[\w’'-]+ ){1,5}(?:aid|defen[cs]e|help|assistance)|defend|assist|aid|help)\b
treaty-force | event | - | - | treaty relations | - | entered into force|c[ao]me into force|took effect|takes effect|in force since|(?:was|were) (?:ratified|signed|revised|amended|renewed|extended|denounced|terminated)|replac(?:ed|es)|dat(?:e|es|ed) (?:back to|from)
pact-force | event | - | - | - | dated | (?<=\b(?:agreement|deal|treaty|pact|accord)\b[^.;,]{0,20} )(?:was|were) implemented|entered into force|c[ao]me into force|took effect|in force since|(?:was|were) (?:ratified|signed|concluded|renewed|denounced)
member | membership | membership | - | - | - | (?<=\b[Tt]he |\b[Ii]ts )(?:founding |original |full |first |other )?members (?:are|were)(?= (?!not|no|also|to|still|all|those)[\p{L} ]{3,30}(?:,| and) )|(?:became|becomes?|is|are|was|were|remains?|(?:has|have|had) been|(?:has|have|had) become) (?:not |still |both |now |among )?(?:an? |the )?(?:full |founding |associate |new |official |permanent |non-member )?(?:members?|candidates?|observers?|(?:dialogue|partner) (?:partners?|countr(?:y|ies)|states?)|(?<=permanent )(?:partners?|participants?))\b|(?:became|becomes?|is|are|was|were|remains?|(?:has|have|had) been|made|named|designated(?: as)?) (?:an? |the )?major non-NATO all(?:y|ies)\b|(?:is|are|was|were|became|remains?) (?:not |both |still )*(?:an? )?(?:state )?(?:part(?:y|ies)|signator(?:y|ies)) to\b(?! (?:states?|countries))
joins | membership | membership | - | membership | - | (?:joined|left|quit|entered|acceded to) the (?:bloc|group|grouping|organi[sz]ation|club|union|alliance|body|forum|association)\b(?! of \p{Lu})|(?<!\b(?:was|were|by|be|been|that|which) )joined(?= (?:(?:it|them) )?(?:in (?:\p{L}+ )?(?:19|20)\d\d|a year (?:later|earlier)|(?:\w+ )years (?:later|earlier)|on \d|on \p{Lu}\p{L}+(?:\.|,| \d)|last (?:year|month|week)|at the same time|the same (?:year|day|month))\b)|(?:was|were) admitted(?= (?:in|as|on|to (?:it|the (?:bloc|group|organi[sz]ation)))\b)
signed | event | - | - | - | - | signed (?:it|them)(?= (?:on|in|at|together)\b)|(?:has|have|had) had an? (?:[\w-]+ ){0,5}?${agreementNoun}|(?:signed|initialled|struck|reached|agreed|ratified|concluded|renewed|denounced|terminated|extended|sealed) (?:[\w'’-]+ ){0,5}${agreementNoun}|put (?:their|its) (?:names?|signatures?) (?:to|under|on) (?:[\w'’-]+ ){0,3}${agreementNoun}
treaty | event | treaty | alliance | treaty | - | signed|ratified|concluded|denounced|terminated|renewed|extended|invoked|pledged
sanction-state | event | sanctions | sanctions | sanctions | - | (?:takes?|took|taken) effect|(?:c[ao]mes?|enter(?:s|ed)?) into force|remains? in force|(?:is|are|remains?|stays?|has been|have been) (?:still )?in (?:force|place)|followed|(?:has|have|had) (?:never|not) been under|(?:has|have) been under|(?:is|are) under|spared|dates? from|(?:has|have|had) (?:\w+ )?joined (?:no|none)|(?:did|does|has|have) not (?:\w+ )?(?:join|impose|adopt)(?:ed)?|joined|expired?s?|ran out|there (?:is|are|was|were) (?:still |as yet )?no|(?:has|have|had) applied|(?:is|are|was|were|remains?) exempt(?:ed)?
sanction | event | sanctions | sanctions | sanctions tariffs ban | - | imposed|levied|(?:put|set) (?:an? )?(?:\w+ )?(?:embargo|ban|tariffs?|duty|duties|cap)|capped|(?:withdrew|revoked)(?= [^.;]{0,40}\b(?:status|preferences|licen[cs]es?|concessions)\b)|lifted|adopted|extended|sanctioned|blacklisted|banned|froze|targeted|suspended|introduced|tightened|refused|raised|slapped|cut off|listed|renewed|eased|went beyond|prolonged
forbidden | event | sanctions | sanctions | - | - | (?:may|can) (?:not|no longer|neither|never) (?:be )?(?:enter(?:ed)?|travel|export(?:ed)?|import(?:ed)?|sell|sold|buy|bought|trade[d]?|train(?:ed)?|suppl(?:y|ied)|deliver(?:ed)?|ship(?:ped)?|dock|land|fly|overfly|lend|lent|invest)\b|[Nn]or may (?:[\w’'-]+ ){1,5}?be [a-z]+ed\b|(?:assets|accounts|funds|[Mm]oney) (?:[\w’'-]+ ){0,7}?(?:is|are|was|were|(?:has|have) been|remains?) (?:still |now )?(?:frozen|withheld|blocked|seized)
phase-out | event | sanctions | sanctions | - | - | agreed (?:with [^.;]{3,120}? )?to cap the price|(?:agreed|decided|voted) to (?:end|stop|ban|halt|phase out|forbid) (?:[\w’'-]+ ){0,4}?(?:imports|purchases|exports|sales)|put (?:[\w’',-]+ ){1,8}?(?:back )?under (?:sanctions|an embargo|restrictions)|(?:(?:has|have|had) )?(?:forbidden|outlawed)|forbade
shut | event | sanctions | sanctions | - | dated | (?:shut|closed|barred|locked) (?:[\w'’-]+ ){1,5}?(?:to|out of|from)\b|(?:has|have) been (?:shut|closed|barred) to|(?:was|were) (?:banned|barred|blocked) (?:from|in|on)\b|closed the
summit | event | visits | diplomacy | - | - | (?:had not|has not|have not|never) (?:sat down|met)\b(?: \w+)*|sat down (?:with|together|for)
visit | event | visits | diplomacy | visits | - | (?:is|are|was|were) (?:currently |now )?on (?:an? |his |her )?(?:[\w-]+ ){0,3}visit(?= to\b)|(?:is|are|was|were) (?:currently |now )?in \p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*)?(?= (?:for|on) (?:an? |his |her |the )?(?:[\w-]+ ){0,3}(?:visit|trip|talks|summit)\b)|visited|met\b|hosted|travel+ed|received|held|attended|paid|welcomed|flew
relations | event | relations | diplomacy | relations | - | (?:have|has|had) (?:not|never) had an? (?:embassy|ambassador)|(?:have|has|had) (?:had )?no (?:embass(?:y|ies)|ambassadors?|diplomatic)|(?:re-?)?established|set up|severed|cut|broke off|broken off(?= in\b)|restored|resumed|took up|switched|recogni[sz]ed|(?<!\b(?:we|I|to|you|must|should) )recogni[sz]es?|(?:re-?)?opened|closed|upgraded|downgraded|suspended|elevated|declared|issued|expelled|recalled|normali[sz]ed|raised
ties | event | relations | diplomacy | - | dated | (?:raised|upgraded|elevated|lifted) (?:its|their|the|this) (?:\w+ )?(?:ties?|relations?|relationship|partnership)
force | event | - | diplomacy | - | dated | invaded|annexed|attacked|occupied|seized|fought|clashed|shelled|bombed
troops | event | bases | alliance | bases | - | deployed|stationed|sent|withdrew|pulled out|based|keeps?|hosts?|maintains?|operates?
complaint | event | - | institutions | - | - | took (?:[\w’'-]+ ){1,6}to (?:the )?(?:WTO|World Trade Organi[sz]ation|International Court|court)|(?:answered with|filed|brought|lodged|launched) (?:an? )?(?:complaint|case|dispute)|(?:was|were) (?:put out|thrown out|expelled|suspended|excluded) (?:of|from)
announced | attribution | - | - | - | - | announced (?:on \w+ |in \w+ )?(?:that|plans|a plan)|(?:wants?|hopes?|aims?|plans?|promised?|pledged|vowed|undertook) (?=(?:\p{Lu}|to|its|the)[^.;]*\b(?:by|until|before|from) (?:the end of )?\d{4})
promised | attribution | - | - | - | - | (?:promised|pledged|vowed|undertook|offered) to [a-z]+
building | event | - | - | reactors gas-pipeline investment bases | - | (?:is|are) (?:still |now )?(?:building|constructing|financing)
intended | attribution | - | - | - | dated | (?:wants?|plans?|intends?|promised|pledged|vowed|undertook) to [a-z]+
cooperation | event | - | - | technology energy exercises arms investment semiconductors reactors | - | (?:have|has|had) (?:expanded|broadened|extended|begun|started|launched|agreed on) (?:their |its |the )?(?:\w+ )?cooperation (?:in|on)
foretold-ban | event | sanctions | sanctions | sanctions | dated | will (?:follow|apply|begin|start|take effect|come into force|enter into force)
foretold | event | - | - | - | dated | (?:will|shall|(?:is|are) (?:(?:due|set|expected|scheduled|planned) )?to) (?:take part|become|attend|sail|send|buy|sell|lift|impose|close|resume|introduce|apply|deploy|hold|meet|sign|open|host|visit|travel|go|receive|build|supply|lend|send|take over|pay|train|fly|stay|return|leave|withdraw|launch|ratify|vote|join|start|begin|launch|deliver|complete|enter|expire|take effect|come into force|be (?:signed|held|opened|completed|delivered|lifted|launched|built))
since-deed | event | - | diplomacy | - | dated | (?<=\bsince (?:they|both|the two(?: (?:countries|states|sides))?|diplomatic relations|relations) )(?:signed|took up|established|began|opened|concluded|were (?:established|restored)|agreed)(?=[^.;,]{0,60} (?:in|on) (?:[^.;,]{1,12} )?(?:19|20)\d\d)
draft-lost | event | - | diplomacy | - | - | (?<=\b(?:draft|resolution|motion|bill|amendment|text|proposal)\b[^.,;]{0,30} )(?:failed|was defeated|was rejected|was voted down|did not pass|fell short)(?! to )
may-end | event | - | - | - | dated | (?:could|may|might) (?:\w+ )?(?:cease|stop|end|halt|dry up|run out|come to an end)
neither | event | - | - | - | - | [Nn]either (?:the )?\p{Lu}[^.,;]{2,40}? nor (?:the )?\p{Lu}[^.,;]{2,30}? (?:(?:has|have|had|did|does|do)(?=[.;]|$)|(?:has|have|had) (?:yet |ever )?(?:approved|ratified|signed|joined|recogni[sz]ed|voted|imposed|adopted|accepted|lifted|opened|paid|sent|sold|bought|delivered|answered|hosted|condemned|backed|supported|agreed))
last-to | event | - | - | - | - | (?:last|first|only|next) (?:(?:member|state|country|party|ally|nation|parliament|government) )?to (?:ratify|approve|sign)\b|(?:was|is|were|became) the (?:last|first|only) (?:one )?(?:of (?:the )?(?:[\w’'-]+ )?(?:members?|states|countries|allies) )?to (?:do so|join|recogni[sz]e)\b
due | forecast | - | - | - | - | (?:is|are) (?:planned|scheduled|expected)(?= (?:for|in|by|from|to (?:begin|start|end|finish|arrive) (?:in|by|on|from)) [^.;]{0,20}(?:20\d\d|\p{Lu}\p{L}+day|next (?:month|year|spring|summer|autumn|winter)))|(?:is|are) to (?:be (?:in|at|with|handed|ready|operational)|arrive|follow)(?=[^.;]*\b(?:by|in|from|until|before|at the end of) [^.;]{0,30}(?:\d|\p{Lu}\p{L}+day|month|year|week))|(?:is|are) due(?= (?:to (?:end|start|begin|open|arrive|finish) |for (?:delivery|completion) )?(?:by|in|on|before|from|at the end of) [^.;]{0,30}(?:\d|\p{Lu}\p{L}+day|month|year|week))|should (?:be|have|work|open|start|begin|end|arrive|enter|join|fly|run|come|take|reach|get|receive)\b(?=[^.;]*\b(?:by (?:the end of )?(?:19|20)\d\d|within (?:\w+ ){0,2}(?:days|weeks|months|years?)|next (?:week|month|year|spring|summer|autumn|winter)))
due-by | event | - | - | - | dated | (?<=\b[Bb]y (?:the end of )?20\d\d,? [^.;,]{3,60} )will [a-z]+
dealing | event | - | - | - | dated | ordered|bought|purchased|delivered|sold|leased|approved|opened|inaugurated|commissioned|completed|founded|formed|created|set up|stopped|halted|suspended|banned|closed|cancel+ed|launched|began|started|took over|acquired|built|lent|agreed|allowed|ended|supplied|switched|handed|took effect|arrived|entered service|froze|frozen|ratified|concluded|entered into force|introduced|established|(?:has|have) had an? (?:\w+ ){1,3}(?:on|of|for)
dated | event | - | - | - | dated | [\p{L}]{2,}ed(?! by\b)|put|let|gave|took|made|won|lost|sent|set|built|cut|broke|spent|came|went|left|led|held|found|began|drew|ran|shot|chose|sank
`

const cellOrNone = (cell: string | undefined): string | undefined => (cell === undefined || cell === '-' ? undefined : cell)

/** The patterns in the order in which they are tried. */
export const eventPatterns: readonly EventPattern[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [rule = '', kind = '', topic, domain, needs, dated, ...words] = line.split(' | ')
    return {
      rule,
      kind: kind as ClaimKind,
      ...(cellOrNone(topic) === undefined ? {} : { topic: topic! }),
      ...(cellOrNone(domain) === undefined ? {} : { domain: domain as DomainId }),
      needs: cellOrNone(needs)?.split(' ') ?? [],
      dated: dated === 'dated',
      pattern: new RegExp(`(?<![\\w-])(?:${words.join(' | ')})(?![\\w])`, 'giu'),
    }
  })
