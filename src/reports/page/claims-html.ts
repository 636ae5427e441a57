import { grouped } from '../../assessments/rows/grouped.ts'
import type { Verdict } from '../../claims/verdict.ts'
import type { ReadAnswer, UnreadPart } from '../claims/claims-answer.ts'
import { claimCard } from '../claims/claims-html-card.ts'
import { markedSentence } from '../claims/claims-html-sentence.ts'
import { claimNumbers, inconsistencyLines } from '../claims/claims-text.ts'
import { bearingHead, documentLines, quotedLine, sentenceNumbers, summaryLines, verdictSigns } from '../claims/claims-words.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlPage } from './html-page.ts'
import { sourcesSection } from './html-sources.ts'

const verdicts: readonly Verdict[] = ['supported', 'partly', 'contradicted', 'unverifiable']

/**
 * Renders the text with its claims marked by verdict and their cards beside it, as one self-contained page without network access or
 * scripts. All text of the document is escaped. The same answer gives the same bytes.
 */
export function claimsHtml(answer: ReadAnswer): string {
  const { document, sources } = answer
  const title = document.title ?? document.name
  return htmlPage(
    title,
    'To the text',
    header(answer, title),
    html`${text(answer)}${withoutVerdict(answer)}${sourcesSection(sources)}`,
    footer(answer),
    claimsStyle,
  )
}

function header(answer: ReadAnswer, title: string): Markup {
  const { summary } = answer
  const [verdict, sentences, share] = summaryLines(summary)
  const tally = verdicts.map((one) => html`<li class="${one}"><b>${verdictSigns[one]} ${String(summary.byVerdict[one])}</b> ${one}</li>`)
  return html`<header><h1>${title}</h1>
${documentLines(answer).map((line) => html`<p class="soft">${line}</p>`)}
<p class="lead">${verdict}</p>
<ul class="tally" aria-label="Verdicts on the claims">${tally}</ul>
<p>${sentences}</p>
<p>${narrowSpaces(share ?? '')}</p>
${problems(answer)}
<nav aria-label="Parts of this page"><ul><li><a href="#text">The text</a></li><li><a href="#sources">Sources</a></li></ul></nav></header>`
}

/** Lists the contradicted and partly supported claims and the contradictions within the text; undefined if there are none. */
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
  const blocks = [...grouped(sentences, ({ block }) => String(block)).values()]
  const passages = blocks.map((block): [number, Markup] => {
    const own = block.flatMap((sentence) => bySentence.get(String(sentence.sentence_index)) ?? [])
    const cards = own.filter((claim) => numbers.has(claim)).map((claim) => claimCard(claim, numbers.get(claim)!, sources))
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

/** What the record measures of the sentences without a verdict, and who is quoted; undefined if there is nothing of either. */
function withoutVerdict({ bearing, quoted }: ReadAnswer): Markup | undefined {
  if (bearing.length + quoted.length === 0) return undefined
  const rows = bearing.map(
    ({ what, command, sentences }) => html`<li>${what} (${sentenceNumbers(sentences)}): <code>${command}</code></li>`,
  )
  return html`<section aria-labelledby="rest-heading"><h2 id="rest-heading">Without a verdict</h2>
${rows.length === 0 ? undefined : html`<p>${bearingHead}</p><ul>${rows}</ul>`}
${quoted.length === 0 ? undefined : html`<p>${quotedLine(quoted)}</p>`}</section>
`
}

/** Characters of markup up to which a paragraph surely fits on one screen, so that it can stay in view beside its cards. */
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

function footer({ document, snapshot, reader }: ReadAnswer): Markup {
  const same =
    reader === null
      ? 'The same command on both gives the same page:'
      : 'The same command asks the same model again, which may read otherwise:'
  const by = reader === null ? '' : ` --reader ${reader.address} --reader-model ${reader.model}`
  return html`<footer><p>Made by visavis from snapshot <code>${snapshot.id}</code> of ${snapshot.created} and a document with SHA-256 <code>${document.sha256}</code>. ${same}</p>
<p><code>visavis read FILE --date ${document.date} --snapshot ${snapshot.id}${by} --format html</code></p>
<p>A verdict is about the claim as it was understood, which its card shows. Unverifiable is not false: this record cannot tell.</p></footer>`
}

/** Additional styles for the page of a text: verdicts differ by sign, word and line as well as by colour. */
const claimsStyle = `
:root{--right:#00653f;--near:#5b5b00;--wrong:#a61b14;--untold:#444b52}
@media (prefers-color-scheme:dark){:root{--right:#5fd6a4;--near:#d8d05a;--wrong:#ff9d92;--untold:#c2c9cf}}
.supported{--verdict:var(--right);--line-style:solid}.partly{--verdict:var(--near);--line-style:dashed}.contradicted{--verdict:var(--wrong);--line-style:wavy}.unverifiable{--verdict:var(--untold);--line-style:dotted}
a.claim{color:inherit;text-decoration:underline var(--line-style) var(--verdict) 2px;text-underline-offset:3px;background:var(--wash)}
a.claim.contradicted{font-weight:600}
.tag{font-weight:700;color:var(--verdict)}a.claim .tag{display:inline-block;font-size:.78em;line-height:1;white-space:nowrap;vertical-align:.25em;margin-left:.15em}
.answer{font-size:.78rem;color:var(--soft);border:1px solid var(--line);border-radius:.5rem;padding:0 .35rem;margin:0 .25rem 0 .15rem;white-space:nowrap}
.passage{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem;padding:.6rem 0;border-top:1px solid var(--line)}
.passage:first-of-type{border-top:0}.words>p{line-height:1.75;margin-top:.2rem}.words .heading{font-weight:600;font-size:1.1rem}.words .quote{border-left:3px solid var(--line);padding-left:.8rem}.words .item::before{content:"• "}
.page-number{font-size:.8rem;color:var(--soft);margin:0}
.card{border:1px solid var(--line);border-left:5px solid var(--verdict);padding:.5rem .8rem .6rem;margin:0 0 .8rem;background:var(--ground);overflow-wrap:anywhere}
.card.partly{border-left-style:dashed}.card.contradicted{border-left-style:double;border-left-width:8px}.card.unverifiable{border-left-style:dotted}
.card:target{outline:3px solid var(--s1);outline-offset:2px}a.claim:target{outline:3px solid var(--s1);outline-offset:2px}
.card h3{font-size:1rem;margin:0 0 .2rem;color:var(--verdict)}.card p{margin:.35rem 0}.card figure{margin:.5rem 0}
dl.slots{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .9rem;font-size:.92rem}dl.slots dt{font-weight:400;color:var(--soft);margin:0}dl.slots dd{margin:0}
ul.rows{font-size:.88rem;padding-left:1.1rem}
.tally{display:flex;flex-wrap:wrap;gap:.4rem 1rem;list-style:none;padding:0}.tally li{border:1px solid var(--line);border-left:5px solid var(--verdict);padding:.15rem .7rem;margin:0}.tally b{color:var(--verdict)}
@media (min-width:52.01rem) and (min-height:48rem) and (not print){.brief{position:sticky;top:.5rem;align-self:start}}
@media (max-width:52rem){.passage{display:block}}
@media print{:root{--right:#00653f;--near:#5b5b00;--wrong:#a61b14;--untold:#444b52}.passage{display:block}.card{background:none;box-decoration-break:clone}.card h3,.card h3+p,.card p:has(+ul.rows){break-after:avoid}.card .back,.card summary,.card details.data{display:none}.card details::details-content{content-visibility:visible;block-size:auto}a.claim{text-decoration:underline var(--line-style) var(--verdict) 2px}}
`
