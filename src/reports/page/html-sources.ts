import type { SourceCard } from '../../store/index.ts'
import { html, type Markup, webLink } from '../text/html-markup.ts'

/** Renders every source on the page: citation, licence, edition and caveats. */
export function sourcesSection(sources: readonly SourceCard[]): Markup {
  return html`<section id="sources" aria-labelledby="sources-heading"><h2 id="sources-heading">Sources</h2>
${sources.length === 0 ? html`<p>No figure on this page rests on a source.</p>` : html`<dl>${sources.map(entry)}</dl>`}</section>
`
}

function entry(card: SourceCard): Markup {
  const { id, title, url, citation, licence, vintage, coverage, quirks } = card
  const covered = coverage.map((one) => html`<li>${one.indicator}: ${one.from} to ${one.to}, ${one.whom}; no row means ${one.absence}</li>`)
  return html`<dt id="source-${id}">${webLink(url, title)} <span class="soft">(${id})</span></dt>
<dd>${citation} Edition: ${vintage}. Licence: ${licence.url === undefined ? licence.id : webLink(licence.url, licence.id)}.
<details><summary>Terms, coverage and what to know before use</summary><p>${licence.terms}</p><ul>${covered}${quirks.map((quirk) => html`<li>${quirk}</li>`)}</ul></details></dd>
`
}
