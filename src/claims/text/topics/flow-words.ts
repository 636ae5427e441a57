import { memoized } from '../memo.ts'
import type { TextSpan } from '../mention.ts'
import { matchesOf } from '../patterns/matches.ts'

/** The direction of a flow as seen from state X: `X's exports` go out, `X's imports` come in, `X's trade` goes both ways. */
export type FlowDirection = 'out' | 'in' | 'both'

/** A word for a transfer from one state to another. */
export interface FlowWord extends TextSpan {
  readonly way: FlowDirection
  /** Whether the word is a noun for a party (`supplier`, `customer`). In `India's supplier` India is then the other party, not the supplier. */
  readonly agent: boolean
  /** Whether the word can only be a verb (`exported`); false if it may be a noun (`exports`). */
  readonly verb: boolean
  readonly text: string
}

interface Row {
  readonly way: FlowDirection
  readonly agent: boolean
  readonly verb: boolean
  readonly words: string
}

const rows: readonly Row[] = [
  {
    way: 'both',
    agent: false,
    verb: false,
    words:
      '(?:bought and sold|sold and bought|(?:imports?|purchases|sales) and (?:exports?|sales|purchases)|exports? and imports?)(?! (?:to|from))|(?<!\\b(?:[Mm]inist(?:ry|er)|[Dd]epartment|[Bb]ureau|[Ss]ecretary|[Oo]ffice) (?:of|for) (?:[\\w,]+ (?:and )?){0,3})(?<!\\b(?:World|Free) )trade(?! (?:union|minister|ministry|war|deal|agreement|official|data|figures|organi[sz]ation|department|representative|commission|bureau|association))|commerce(?! (?:minist|department|secretary))|turnover|business(?= (?:with|between|leapt|grew|rose|fell|shrank)\\b)|(?<=(?:its|their) )volumes?(?= (?:contract|shrank|grew|rose|fell|shrink|grow|with))|(?:trade )?(?:deficits?|surplus(?:es)?|shortfall|imbalance|balance|gap)|two-way|traded|back and forth|(?:each|both) ways|(?:both|each) directions?',
  },
  {
    way: 'both',
    agent: true,
    verb: false,
    words: '(?:trad(?:e|ing)|economic|commercial) partners?|partner (?:in|for) (?:trade|both|goods)|partners?',
  },
  {
    way: 'out',
    agent: true,
    verb: false,
    words: String.raw`suppliers?|(?:countries|country) of origin|origins|sources?(?= (?:of|for)\b)|source(?! (?:code|data|says|said))|providers?|exporters?|sellers?|creditors?|lenders?|donors?|investors?`,
  },
  {
    way: 'in',
    agent: true,
    verb: false,
    words:
      'customers?|buyers?|(?:export |overseas |foreign |sales )?markets?(?! (?:shares?|prices?|economy|access|reforms?))|destinations?|importers?|recipients?|clients?|debtors?|borrowers?|purchasers?|outlets?|hosts? (?:of|for)',
  },
  {
    way: 'out',
    agent: false,
    verb: true,
    words:
      'exported|exporting|entered(?= the country)|s(?:old|ells?|elling)|suppl(?:ied|ies|ying)|provid(?:ed|es|e|ing)|furnish(?:ed|es)|sent|sends?|ships(?= )|shipped|shipping|delivered|delivers?|delivering|invested|invests?|lent|lends?|gave|gives?|given|handed|hands over|parted with|transferred|donat(?:ed|es)|granted|(?:pledg|promis)(?:ed|es)(?= (?:(?!(?:to|each|one|that|an?|its|their|more|new|at|over|some|about|nearly|almost|by|in)\\b)(?:[\\w]+ ){1,2}(?:(?:just|under|over|about|some|nearly|almost|more|than) ){0,2}[$€£\\d]|[$€£\\d][^.;]{0,40}\\b(?:to|for) (?!the|this|next|trade|the|years?|\\d)))|disbursed|awarded|earmarked|allocated|repa(?:id|ys)|paid (?:back|off)|paid(?= (?:(?:its|their|all|the|foreign|external) )*(?:creditors|lenders|bondholders))|committed|pumped|cover(?:ed|s)(?= (?:[\\w%.,]+ ){0,5}of (?!its|their))|met(?= (?:[\\w%.,]+ ){1,4}of (?!its|their))|extended|built|builds?',
  },
  {
    way: 'out',
    agent: false,
    verb: false,
    words:
      'exports?|sales?|shipments?|deliver(?:y|ies)|suppl(?:y|ies)|investments?|FDI|loans?|lending|credits?|aid|assistance|grants?|transfers?|outflows?|commitments(?! under)|pledges|donations?|remittances|disbursements?|repayments?',
  },
  {
    way: 'in',
    agent: false,
    verb: true,
    words: String.raw`imported|importing|br(?:ings?|ought|inging) in|left(?= the country)|c[ao]mes? in(?=[.,;]| and\b)|purchased|purchasing|b(?:ought|uys?|uying)|ordered|receiv(?:ed?|es|ing)|t(?:ook|akes?|aking)(?! (?:part|place|effect|office|over (?:the|as|from|power|in))\b| (?:[\w'’]+ ){0,4}?(?:place|lead)\b)(?: (?:in|back))?|absorb(?:ed|s|ing)?|reli(?:ed|es) on|rely(?:ing)? on|depend(?:ed|s|ing)? on|owe[sd]?|owing|borrow(?:ed|s|ing)?|(?:cover(?:s|ed)|met|meets?)(?= (?:[\w%.,]+ ){0,5}of (?:its|their))|spen[dt]s?(?! (?:their|its|the|his|her|an?|some|more|most|\w+ (?:weeks|days|years|months|nights))\b[^$€£\d]{0,12}(?:holidays?|time|nights?|weeks|days|years|months|summer|winter))|paid|pays?|acquired|consum(?:ed|es)|drew|draws?|signed for|sourced?(?= \w+ [\w%]+)|got|gets|obtain(?:ed|s)`,
  },
  {
    way: 'in',
    agent: false,
    verb: false,
    words:
      "imports?|purchases?|arrivals?|(?<=(?:[a-z]['’]s?|its|their|our|domestic|national|total|gas|oil|energy|electricity|power|coal|[a-z](?:an|ish|ese|nch)) )demand(?! (?:that|to)\\b)|(?:external |foreign |public )?debts?|borrowing|inflows?|buying|procurement|acquisitions?|(?:gas|oil|energy|coal|crude|power|electricity|rice|wheat|grain|domestic|import) needs|consumption|dependence on|reliance on",
  },
]

const patterns = rows.map((row) => ({ ...row, pattern: new RegExp(`(?<![\\w-])(?:${row.words})(?![\\w-])`, 'giu') }))

function readFlowWords(text: string): FlowWord[] {
  const found: FlowWord[] = []
  for (const { way, agent, verb, pattern } of patterns)
    for (const match of matchesOf(text, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (!found.some((other) => span.start < other.end && other.start < span.end))
        found.push({
          ...span,
          way,
          agent,
          verb: (verb && !isNoun(text, span.start)) || isInfinitive(text, span.start, match[0]),
          text: match[0],
        })
    }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * Finds the flow words of a sentence, in order.
 *
 * @example flowWordsIn("India's largest supplier sold oil").map(({ way, agent }) => way + (agent ? '!' : '')).join()   // 'out!,out'
 */
export const flowWordsIn: (text: string) => readonly FlowWord[] = memoized(readFlowWords, (text) => text)

/** Whether a word that could be a noun is a verb: `had to import`, `will supply`. */
const isInfinitive = (text: string, start: number, word: string): boolean =>
  /^(?:import|export|supply|purchase)$/i.test(word) &&
  /\b(?:to|not|can|could|will|would|must|may|might|should|shall)\s+(?:\w+ly )?$/i.test(text.slice(0, start)) &&
  /^ (?!(?:from|to)\b)/.test(text.slice(start + word.length))

const isNoun = (text: string, start: number): boolean => /\b(?:the|its|their|of|an?|all)\s+$/i.test(text.slice(0, start))
