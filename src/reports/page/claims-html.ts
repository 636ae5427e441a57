import { grouped } from '../../assessments/rows/grouped.ts'
import type { Verdict } from '../../claims/verdict.ts'
import type { ReadAnswer, UnreadPart } from '../claims/claims-answer.ts'
import { claimCard } from '../claims/claims-html-card.ts'
import { claimsStyle } from '../claims/claims-html-style.ts'
import { markedSentence } from '../claims/claims-html-words.ts'
import { claimNumbers, inconsistencyLines } from '../claims/claims-text.ts'
import { documentLines, summaryLines, verdictSigns } from '../claims/claims-words.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlPage } from './html-page.ts'
import { sourcesSection } from './html-sources.ts'

const verdicts: readonly Verdict[] = ['supported', 'partly', 'contradicted', 'unverifiable']

/**
 * The text with its claims marked by verdict and their cards beside it, as one self-contained page without network access or scripts. All
 * text of the document is escaped. The same answer gives the same bytes.
 */
export function claimsHtml(answer: ReadAnswer): string {
  const { document, sources } = answer
  const title = document.title ?? document.name
  return htmlPage(title, 'To the text', header(answer, title), html`${text(answer)}${sourcesSection(sources)}`, footer(answer), claimsStyle)
}

function header(answer: ReadAnswer, title: string): Markup {
  const { summary } = answer
  const [sentences, claims, share] = summaryLines(summary)
  const tally = verdicts.map(
    (verdict) => html`<li class="${verdict}"><b>${verdictSigns[verdict]} ${String(summary.byVerdict[verdict])}</b> ${verdict}</li>`,
  )
  return html`<header><h1>${title}</h1>
${documentLines(answer).map((line) => html`<p class="soft">${line}</p>`)}
<p class="lead">${sentences}</p>
<ul class="tally" aria-label="Verdicts on the claims">${tally}</ul>
<p>${claims}</p>
<p>${narrowSpaces(share ?? '')}</p>
${problems(answer)}
<nav aria-label="Parts of this page"><ul><li><a href="#text">The text</a></li><li><a href="#sources">Sources</a></li></ul></nav></header>`
}

/** The problems that an editor looks for first. */
function problems(answer: ReadAnswer): Markup | undefined {
  const bad = [...claimNumbers(answer.claims)].filter(([{ verdict }]) => verdict === 'contradicted' || verdict === 'partly')
  const odds = inconsistencyLines(answer)
  if (bad.length + odds.length === 0) return undefined
  const claims = bad.map(([claim, number]) => {
    const why = [claim.why, claim.wouldBeTrue?.text].filter((one) => one != null).join(' What would have been true: ')
    return html`<li><a href="#claim-${String(number)}">${verdictSigns[claim.verdict!]} ${String(number)} ${claim.verdict!}</a>: ${narrowSpaces(why)}</li>`
  })
  return html`<h2 id="first">What to look at first</h2>
<ul>${claims}${odds.map((line) => html`<li><b>The text against itself:</b> ${narrowSpaces(line)}</li>`)}</ul>`
}

function text({ sentences, claims, unread, sources }: ReadAnswer): Markup {
  const numbers = claimNumbers(claims)
  const bySentence = grouped(claims, (claim) => String(claim.sentence_index))
  const cited = new Set(sources.map(({ id }) => id))
  const blocks = [...grouped(sentences, ({ block }) => String(block)).values()]
  const passages = blocks.map((block): [number, Markup] => {
    const own = block.flatMap((sentence) => bySentence.get(String(sentence.sentence_index)) ?? [])
    const cards = own.filter((claim) => numbers.has(claim)).map((claim) => claimCard(claim, numbers.get(claim)!, cited))
    const words = block.map((sentence) => markedSentence(sentence, bySentence.get(String(sentence.sentence_index)) ?? [], numbers))
    return [block[0]!.block, passage(block[0]!, words, cards)]
  })
  const rest = unread.map((part): [number, Markup] => [part.block, passage(part, [html`${part.text}`], [])])
  const inOrder = [...passages, ...rest].sort(([a], [b]) => a - b)
  return html`<section id="text" aria-labelledby="text-heading"><h2 id="text-heading">The text</h2>
<p class="key">Marked words are claims: ${verdicts.map((verdict) => html`<span class="entry ${verdict}"><span class="tag">${verdictSigns[verdict]}</span> ${verdict}</span>`)} A label behind a sentence says what it is where nothing in it can be checked (opinion: a judgement, or a statement without a figure, deed or day).</p>
${inOrder.map(([, markup]) => markup)}</section>
`
}

/** Length of markup that surely fits on one screen: such a paragraph stays in view beside its cards. */
const longest = 6000

function passage(
  { within, page: number }: Pick<UnreadPart, 'within' | 'page'>,
  words: readonly Markup[],
  cards: readonly Markup[],
): Markup {
  const wordy = words.map(({ markup }) => markup).join('').length > longest
  return html`<div class="passage"><div class="words${wordy ? undefined : ' brief'}">${number === null ? undefined : html`<p class="page-number">page ${String(number)}</p>`}<p dir="auto" class="${within}">${words}</p></div>
<div class="cards">${cards}</div></div>
`
}

function footer({ document, snapshot }: ReadAnswer): Markup {
  return html`<footer><p>Made by visavis from snapshot <code>${snapshot.id}</code> of ${snapshot.created} and a document with SHA-256 <code>${document.sha256}</code>. The same command on both gives the same page:</p>
<p><code>visavis read FILE --date ${document.date} --snapshot ${snapshot.id} --format html</code></p>
<p>A verdict is about the claim as it was understood, which its card shows. Unverifiable is not false: this record cannot tell.</p></footer>`
}
