import { eventPatterns } from '../src/claims/reading/heads/events-table.ts'
import { quantityRules } from '../src/claims/text/numbers/quantities-table.ts'
import { topics } from '../src/claims/text/topics/topics.ts'

const heads: readonly (readonly [rule: string, kind: string, example: string])[] = [
  ['amount-money, amount-physical', 'quantity', 'trade came to $24.3 billion'],
  ['amount-count', 'count', '180 K2 tanks; a number up to twelve only of what can be counted against a record'],
  ['share-of', 'share', 'almost two-thirds of its imports'],
  ['percent-change, signed-change', 'trend, `percent_change`', 'fell by a third; imports (-0.3%)'],
  ['changed-by', 'trend, in the unit of the amount', 'rose by 5 billion; 5 billion more than in 2020'],
  ['multiplied, part-of-earlier', 'trend, `times`', 'tripled; half of the 2022 bill'],
  ['from-to, up-from, became', 'trend with `value_from`', 'from 45 to 60 billion; 47%, against 38% up to 2018'],
  ['bare-change', 'trend without a value', 'purchases of gas declined; the gap had been wider still'],
  ['times-as, part-of-other, apart-by, exceeded-amount, compared', 'comparison', 'three times as much as; bought more from X than from Y'],
  ['not-since', 'comparison', 'not since 1964 had it been less than half'],
  ['rank', 'ranking, value = the place', 'second-largest supplier; no other state is owed more; only China runs a bigger surplus'],
  ['rate', 'quantity', 'a 100% tariff on electric cars'],
  ['nothing', 'quantity, value 0', 'delivered no major weapons'],
  ['promised', 'attribution', 'want to raise trade to 100 billion by 2030'],
  ['membership, membership-too', 'membership, one a club', 'belongs neither to BRICS nor to the Eurasian union'],
]

const cell = (text: string): string => text.replaceAll('|', '\\|')
const table = (names: readonly string[], rows: readonly (readonly string[])[]): string =>
  [names, names.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

const goes = { out: 'from the subject', in: 'to the subject', both: 'both ways', none: '-' } as const

/** The page on how claims are read from sentences, from the tables that the reading uses. */
export function grammarPage(): string {
  return `# The grammar of claims

How \`visavis read\` finds what a sentence claims. Written by \`npx tsx scripts/claims-grammar-page.ts\`; the tables are those that the code uses.

1. Amounts, times, actors, topics and cues are found, each by named rules.
2. What a claim hangs on (its head) is a number, a place in an order, a comparison, a change, a membership or a deed.
3. Each head takes the topic of its part of the sentence, then the actors and the period; what is left unsaid comes from the sentences before.
4. A sentence without a head is kept with its kind: forecast, causal, rhetoric, else opinion.

A forecast is checkable with an outcome and a date. What stands under *would*, *could*, *should* or in a question is no claim.

## Heads
${table(['rule', 'kind', 'example'], heads)}

## Deeds
What happened or is so, by its verb; negations ("has never vetoed", "is not bound") are read by the same rules. *Dated*: only with a time in the sentence.

${table(
  ['rule', 'kind', 'topic', 'domain', 'needs', 'dated'],
  eventPatterns.map(({ rule, kind, topic = '-', domain = "the sentence's", needs, dated }) => [
    rule,
    kind,
    topic,
    domain,
    needs.length === 0 ? '-' : needs.join(', '),
    dated ? 'yes' : '-',
  ]),
)}

## Amounts
In the order in which they are tried; what one rule has taken the next cannot. Hedges ("about", "more than", "almost") go to \`qualifier\`. A number without a unit
has that of the amount before it ("from 89 billion euros to 55"), a large one the currency of the text.

${table(
  ['rule', 'example', 'value'],
  quantityRules.map(({ name, example: [text, value] }) => [name, text, String(Math.round(value * 1000) / 1000)]),
)}

## Topics
The ids of \`measured.topic\`. *Goes*: which way the thing goes from the subject of the sentence. Membership in NATO and the CSTO is of the domain alliance, in the euro area of
finance, in every other club of diplomacy.

${table(
  ['id', 'domain', 'goes', 'indicator'],
  topics.map(({ id, domain, flow, noun }) => [id, domain, goes[flow], noun]),
)}

## What is measured
\`measured.form\`: level, balance (deficit, surplus), share, change, rank, count, gap, event. A share has \`whole\`: of exports, imports, trade or GDP, and whose, where the sentence tells;
of imports it is the receiver's, of exports the sender's. \`volume\` marks what is weighed or counted in SIPRI's points rather than paid. \`part\` is the product.
`
}
