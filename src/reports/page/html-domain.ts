import type { Assessment, DomainAssessment, Item } from '../../assessments/index.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { similarityMeasuresChart } from '../charts/chart-similarity-measures.ts'
import { html, type Markup, narrowSpaces, webLink } from '../text/html-markup.ts'
import { directionSign, distanceWords, itemTitles } from '../text/items.ts'
import { figuresTable } from './html-figures.ts'

/** Renders one domain: summary, charts, figures and evidence, or which data would fill the gap. */
export function domainSection(domain: DomainAssessment, assessment: Assessment): Markup {
  const { id, title, state, summary, wouldFill, notes, items, estimates } = domain
  const silent = state === 'unknown' || state === 'not-applicable'
  const tell = silent && wouldFill !== undefined ? html`<p class="soft">What would tell: ${wouldFill}</p>` : undefined
  const figures = silent && items.length === 0 ? undefined : figuresTable(title.toLowerCase(), estimates)
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h3 id="${id}-heading">${title}<span class="state${silent ? ' gap' : ''}">${state.replace('-', ' ')}</span></h3>
<p>${narrowSpaces(summary)}</p>
${tell}
${charts(domain, assessment)}
${figures}
${itemsBlock(domain, assessment)}
${notes.map((note) => html`<p class="soft">Note: ${narrowSpaces(note)}</p>`)}</section>
`
}

function charts(domain: DomainAssessment, assessment: Assessment): Markup | undefined {
  const file = `${assessment.a.iso3}-${assessment.b.iso3}`
  const found = domain.id === 'diplomacy' ? similarityMeasuresChart(domain.estimates, `${file}-measures`) : undefined
  return found === undefined ? undefined : chartFigure(found)
}

/** Renders all dated items of the domain, the newest first; undefined if there are none. */
function itemsBlock({ items, title }: DomainAssessment, { sources }: Assessment): Markup | undefined {
  if (items.length === 0) return undefined
  const addresses = new Map(sources.map((card) => [card.id, card.url]))
  const newest = [...items].sort((p, q) => (p.date < q.date ? 1 : p.date > q.date ? -1 : 0))
  const kinds = [...new Set(items.map((item) => itemTitles[item.kind] ?? item.kind))].join(', ')
  return html`<details><summary>${title}: ${items.length} ${kinds}, newest first</summary>
<ul class="items">${newest.map((item) => entry(item, addresses))}</ul></details>`
}

function entry(item: Item, addresses: ReadonlyMap<string, string>): Markup {
  const { kind, date, text, source, citation, address } = item
  if (kind === 'event' && address !== undefined)
    return html`<li><span class="when">${date}</span> <span class="sign">${directionSign(item)}</span> ${text} <span class="soft">(${item.confidence === 'low' ? 'low confidence; ' : ''}${webLink(address, citation ?? source)}${distanceWords(item)})</span></li>\n`
  const when = kind === 'vote' ? html`<span class="when">${date}</span> ` : undefined
  const where = addresses.has(source) ? html`<a href="#source-${source}">${source}</a>` : source
  const cited = citation === undefined ? '' : html`, ${webLink(citation, citation)}`
  return html`<li>${when}${narrowSpaces(text)} <span class="soft">(${where}${cited})</span></li>\n`
}
