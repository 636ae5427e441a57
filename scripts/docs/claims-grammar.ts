import { eventPatterns } from '../../src/claims/reading/heads/events-table.ts'
import { factVerbs } from '../../src/claims/text/facts/fact-lexicon.ts'
import { quantityRules } from '../../src/claims/text/numbers/quantity-rules-table.ts'
import { topics } from '../../src/claims/text/topics/topics.ts'

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

const goes = { out: 'from the subject', in: 'to the subject', both: 'both directions', none: '-' } as const

/** The page on how claims are read from sentences, generated from the reader's own tables. */
export function grammarPage(): string {
  return `# The grammar of claims

How \`visavis read\` finds the claims of a sentence. Written by \`npx tsx scripts/docs/claims-grammar-page.ts\` from the tables in the code; a test compares. Overview: [claims](../claims.md).

1. Named rules find amounts, times, actors, topics and cue words.
2. Each claim depends on a head: a number, a rank, a comparison, a change, a membership or an act.
3. A head takes the topic of its part of the sentence, then the actors and the period. What is implicit comes from the sentences before.
4. A sentence without a head is labelled forecast, causal, rhetoric, or otherwise opinion.

A forecast can be checked if it has an outcome and a date. Statements with *would*, *could* or *should*, and questions, are not claims.

## Heads
${table(['rule', 'kind', 'example'], heads)}

## Acts and states of affairs
These are recognised by their verb. The same rules read negations ("has never vetoed", "is not bound"). *Dated*: only with a time in the sentence.

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

## Facts of the memory
Verbs that tell a fact between two states; the first that matches is taken. *Acts*: the subject acts on the object; *alike*: the two stand in it alike; *land*: the subject claims land. *Denied*: the
words say that the fact was not so.

${table(
  ['facts and what is said', 'parties', 'denied'],
  factVerbs.map(({ meanings, frame, denies }) => [
    meanings
      .map(({ kind, forms, act, endedBy }) =>
        [kind, ...(forms === undefined ? [] : [`(${forms.join(', ')})`]), act, ...(endedBy === undefined ? [] : [`by ${endedBy}`])].join(
          ' ',
        ),
      )
      .join('; '),
    frame,
    denies ? 'yes' : '-',
  ]),
)}

## Amounts
The rules are tried in this order; words used by one rule are not available to the next. Hedges ("about", "more than", "almost") go to \`qualifier\`. A number without a unit
gets that of the amount before it ("from 89 billion euros to 55"); a large number gets the currency of the text.

${table(
  ['rule', 'example', 'value'],
  quantityRules.map(({ name, example: [text, value] }) => [name, text, String(Math.round(value * 1000) / 1000)]),
)}

## Topics
The ids of \`measured.topic\`. *Direction*: the direction of the flow relative to the subject of the sentence. Membership in NATO and the CSTO belongs to the domain alliance, in the euro area to
finance, in every other organisation to diplomacy.

${table(
  ['id', 'domain', 'direction', 'indicator'],
  topics.map(({ id, domain, flow, noun }) => [id, domain, goes[flow], noun]),
)}

## What is measured
\`measured.form\`: level, balance (deficit, surplus), share, change, rank, count, gap, event. A share has \`whole\`: exports, imports, trade or GDP, and the state to which the total belongs, where the sentence says so;
imports are the receiver's, exports the sender's. \`volume\` marks weights and SIPRI's trend-indicator values, as opposed to money. \`part\` is the product.
`
}
