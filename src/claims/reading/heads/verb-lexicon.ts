/** Words that separate a statement of fact from an evaluation or a metaphor. */

const irregularPast =
  'bec(?:ame|ome|omes) (?:an? )?(?:(?:new|major|regular) )?(?:customers?|buyers?|suppliers?|importers?|exporters?|clients?)|called (?:for|on|at)|(?:did|done) (?:so|the same|likewise)|(?:was|were|become|became) the (?:first|second|third|only|last)|began|begun|stood|sat|killed|put|let|gave|given|took|taken|made|won|sent|built|cut|broke|broken|spent|came|come|went|gone|left|led|held|drew|drawn|ran|run|shot|chose|chosen|sank|sold|bought|paid|met|kept|brought|laid|hit|fought|struck|flew|flown|swore|wrote|written|withdrew|withdrawn|undertook|overflew|shut|set|been (?:in|to|at|on (?:ice|hold))|was (?:in|at)|were (?:in|at)|lent|dealt|rode|hid|stole|stolen|forbade|forbidden|sought|split|shook|spoke|spoken'

/** Passive participles of acts on drafts, bridges, loans and the like. */
const passiveParticiple =
  '(?<=\\b(?:was|were|been|being|is|are) (?:\\w+ )?)(?:tabled|drafted|sponsored|proposed|submitted|vetoed|rejected|approved|ratified|signed|opened|built|financed|funded|hosted|attended|joined|endorsed|opposed|ordered|delivered|mediated|brokered|launched|owned|adopted|imposed|invited|received|visited|bought|commissioned|arranged|convened|chaired|prepared|backed|guarded|inspected|seized|detained|damaged|hit|shot down) by(?= (?:the )?\\p{Lu})'

/** A past tense or participle; `nonFactualVerbs` excludes those that report no verifiable act. */
export const pastFactVerbs: RegExp = new RegExp(
  String.raw`(?<![\w-])(?:${irregularPast}|${passiveParticiple}|[a-z]{2,}ed(?! (?:by|that)\b))(?![\w-])`,
  'gu',
)

/** Stems of verbs that state verifiable facts even in the present tense: run, host, supply, own, ban, patrol. */
const presentStems =
  'operat|host|requir|oppos|provid|suppl|train|build|buy|sell|receiv|import|export|own|recogni[sz]|maintain|station|border|transit|patrol|exercis|participat|belong|includ|cover|dominat|control|process|refin|min|produc|ban|bar|allow|permit|forbid|exempt|levi|link|connect|cross|administer|govern|occup|disput|claim|manag|fund|financ|subsidi[sz]|repay|ow|lend|hold|lie|liv|meet|grant|run|shar|com|flow|go|get|pass|draw|rel[iy]|us|employ|house|contain|prohibit|stipulat|regulat|guarantee|purchas|ship|fly|sail|send|deploy|keep|demand|reject|refus|block|prevent|rank|publish|issu|charg|tax|pay|send|work|stud|teach|speak|serv|represent|chair|attend|boycott|observ|implement|appl|coordinat|cooperat|collaborat|launch|assembl|manufactur|land|arriv|travel|begin|open|start|sign|visit|invit|block|sit|import|licen[cs]|extradit|deport|accept|admit|treat|await|broadcast|releas|laps|expir|shelter|devot|swap|debat|review|examin|inspect|withhold|elect|monitor|screen|renew|tighten|restrict|seiz|confiscat|rotat|escort|expel|detain|evacuat|investigat|prosecut|vot|negotiat|discuss|mediat|ratif|appoint'
const placePreposition = '(?:through|from|to|in|on|at|by|via|with|under|between|within|across|into|for|of)'

/** Stative verbs that need a complement to state a fact. */
const stativeVerb = '(?:li(?:es?|ve)|comes?|goes?|flows?|runs?|passes|live|works?|works|lives|relies|works|belongs?|gets?|draws?|serves?)'

export const presentFactVerbs: RegExp = new RegExp(
  String.raw`(?<![\w-])(?:(?:is|are) (?:still |now |also |not |currently |being )*(?:\w+ing(?! point| from strength)|(?:the|its|their) (?:first|second|third|only|last|prime|main|sole)(?= [^,;.]*\b(?:to|that|which|by|since|in|of|for|is|are|was)\b)|\w+ed (?:in|on|at|by|to|from|with|under|through|between)\b|under (?:way|negotiation|construction|discussion|review)|home to|going on|in (?:talks|negotiations|arrears|office)|among (?:those|them)|built|held|bound|sold|made (?:in|by))|${stativeVerb} (?:[\w’'-]+ ){0,2}?${placePreposition}\b|(?:has|have) (?:an?|no|two|three|four|five|its|their) [a-z]+|(?:${presentStems})\w{0,3}s|(?<=\b(?:and|both|Both|states|countries|forces|navies|armies|soldiers|troops|companies|firms|\p{Ll}{3,}(?:ns|rs|ors|ists|ments|ries|ties|ses|nts)|banks|vessels|ships|\p{Lu}\p{L}+s?|two|they|regularly|still|jointly|now|also|together|meanwhile) )(?:${presentStems})(?:e|y)?)(?![\w-])`,
  'gu',
)

/** Verbs for when a thing began: `The last one dates from 2017`, `is older and goes back to 2006`. */
export const originVerbs: RegExp =
  /(?<=\p{L} )(?:dates? (?:back )?(?:from|to)|goes back to|go back to|reaches back to)(?= (?:the |early |late |mid-)?(?:\p{Lu}\p{L}+ )?(?:1[89]|20)\d\d)/gu

/** Verbs that report no verifiable act: feeling, seeming, becoming, metaphors. */
export const nonFactualVerbs: RegExp =
  /^(?:seemed|tried|failed|learned|learnt|lost|got|done|happened|thrived|become|became|improved|worsened|remained|looked|felt|believed|hoped|feared|liked|loved|wanted|needed|mattered|depended|appeared|proved|changed|evolved|emerged|existed|suffered|benefited|enjoyed|struggled|managed|ceased|used|supposed|limited|united|advanced|developed|mixed|aged|based|related|concerned|interested|called|named|described|said|noted|added|argued|explained|told|shared|involved|continued|reflected|showed|revealed|highlighted|underlined|underscored|treats?|needs|marked|fostered|influenced|shaped|fuelled|fueled|hindered|come to terms|detailed|committed|(?:is|are) (?:\w+ )?committed to|navigated|engaged|emerged|sought|profited|deepened|deepening|weighed|paved|acquired|adapted|played|plays|(?:is|are) (?:\w+ )?(?:watching|adapting|playing|holding|waiting|preparing|struggling|working|talking|debating|thinking|wondering|drifting|pushing|pulling|courting|leaning|counting)|hardened|softened|weakened|strengthened|unsettled|exposed|presented|tested|complicated|emboldened|alarmed|worried|reassured|disappointed|annoyed|angered|pleased|surprised|undermined|overshadowed|strained|soured|thawed|cooled|warmed|(?:is|are) (?:\w+ )?(?:running|growing|changing|shifting|turning|trying|hoping|seeking|looking|facing|becoming|moving|getting|losing|gaining)|predicated|centred|centered|accelerated|facilitated|pushed|drove|driven|manufactured|sealed|opted|joined forces|stressed|missed|indeed|red|speed|hundred|need|feed|exceed|deed)$/i

/** Verbs of a wish, demand or reproach: what can be checked is whether the state voiced it. */
export const demandVerbs: RegExp =
  /^(?:demand(?:s|ed)|denounc(?:es|ed)|condemn(?:s|ed)|criticis(?:es|ed)|criticiz(?:es|ed)|protest(?:s|ed)|accus(?:es|ed)|request(?:s|ed)|ask(?:s|ed)|urg(?:es|ed)|offer(?:s|ed)|propos(?:es|ed)|threaten(?:s|ed)|warn(?:s|ed)|den(?:ies|ied)|call(?:s|ed)|insist(?:s|ed)|deplor(?:es|ed))$/i

/** Words of praise, blame, likeness and degree. */
export const evaluativeWords: RegExp =
  /\b(?:[Cc]ritics|[Nn]obody|[Nn]either side|[Ww]hatever|better|good|bad|poor|odd|painful|positive|negative|ideal|natural|perfect|honest|quiet|awkward|difficult|easy|hard|tough|dangerous|friendly|frank|sincere|generous|cheap|cheaper|wise|foolish|smart|brave|proud|happy|glad|sad|angry|nervous|careful|cautious|assertive|ambitious|ironclad|deep-rooted|long-standing|time-honoured|warm|cool|cold|sweet|bitter|dear|closer|closest|closely|close (?:to|tie|ties)|milestone|(?:shared?|common|Soviet|colonial) (?:past|history|heritage|values|culture)|sp(?:eaks?|oke) of|indispensable|leverage|interests? in|backbone|substance|momentum|weight that|a new (?:quality|chapter|phase|era|level|situation|page|stage)|the new situation|come to (?:see|be|regard|look|terms)|signal|message|lesson|dilemma|paradox|irony|luck|trust|mistrust|confidence|rapport|friendship|prestige|credibility|ideology|stability|instability|ambitions?|means to|makings|engine of|victory|blow to|boon|burden|blessing|price of|heart of|core of|cornerstone of|[Kk]ey|stakeholders|fruit|step (?:for|towards?|forward)|turning point|too \w+|so \w+ (?:that|as)|worldview|complex|web of|increasingly|demonstrably|actively|notably|largely|highly|deeply|truly|really|hardly|probably|presumably|evidently|apparently|supposedly|nobody|few in|something|everything|nothing|whatever|neither side|no one|critics|(?:observers|commentators) (?:say|speak|see|put)|full of|matters?|[Tt]he (?:paper|report|study|note|brief|article|authors?|data) (?:uses?|covers?|relies|draws|looks|examines?|shows?|compares?)|mastered|the art of|provisional|estimates|mirror data|as (?:follows|above|below)|table|chart|figure \d)\b/

/** Metaphors: walls, dances, roads, marriages, balances. */
export const figurativeWords: RegExp =
  /\b(?:walk(?:s|ed|ing)? a|paved? the way|(?<!(?:was|were|been|be|fully|debt|loan) )pa(?:ys?|id|ying) off(?! (?:its|the|their|all|\d))|w[oi]n(?:s|ning)? over|forg(?:e|es|ed|ing) (?:an? |closer |strong |new )|for time\b|their breath|(?:East|West) against|to change minds|took the \w+ to|on edge|up in the air|in the balance|given up much|fine line|dr(?:a|e)wn? lessons|(?:is|are|was|were) brought together|brings? together|both sides of|ring hollow|plays? (?:both|host to hopes|the \w+ card)|many voices|one voice|come a long way|seen better|draws? (?:closer|near)|drift(?:s|ed|ing)? apart|grow(?:s|n|ing)? (?:apart|closer)|an island\b|serves? as an? (?:hub|bridge|buffer|model|gateway|counterweight)|marriage|divorce|chain|dance|chess|trap|door|bridge between|at a crossroads|in the shadow|foothold|war of words|toes? the line|hand in hand|shoulder to shoulder|back burner|stand(?:s)? by each other|bamboo|barrel of|spoils|patron|tap)\b/

/** Words of publishing, which is not the event that a text reports: `The bank released its statistics`, `the figures are taken from a report`. */
export const publicationWords: RegExp =
  /\b(?:published|released|issued|brought out|put out|compiled|revised|updated)\b[^.;]{0,45}\b(?:figures?|data|statistics|numbers|estimates|survey|bulletin|yearbook|fact ?sheet|sheet|ranking|report)\b|\b(?:figures?|data|statistics|numbers|estimates)\b[^.;]{0,30} (?:are|were|is|was|have been|has been) (?:\w+ )?(?:taken|published|released|compiled|collected|drawn|revised|based)\b|\b(?:financial|fiscal) years? (?:begins?|ends?|runs?|starts?)\b|\bis (?:published|counted|recorded|listed) separately\b/i

/** Expressions for the pair of the text, or for one of the two. */
export const groupWords: RegExp =
  /\b(?:the (?:(?:General )?Assembly|(?:Security )?Council|two|pair|kingdom|sultanate|emirate|island|republic|federation|duchy|bloc)|both (?:countries|states|sides|governments|navies|armies|leaders|presidents|ministers|capitals|of them)|two (?:countries|states|navies|armies|leaders|sides|governments|presidents|ministers)|of both|each other(?:['’]s)?|(?:its|their) (?:neighbou?r|parliament|president|government|navy|army|armed forces|soldiers|troops|ministry|prime minister|foreign minister|central bank|customs))\b/i
