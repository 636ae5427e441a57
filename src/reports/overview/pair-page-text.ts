import { html } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'
import type { Overview } from './overview.ts'

const columns = [{ title: 'domain' }, { title: 'level' }, { title: 'ten years' }, { title: 'year' }, { title: 'source' }]

/**
 * Writes the one-screen answer as part of a page for readers without scripts.
 *
 * @param overview   undefined where there is no answer
 * @param why        why there is none
 */
export function pairPageText(overview: Overview | undefined, why = ''): string {
  if (overview === undefined) return html`<main class="plain"><h1>No answer</h1><p>${why}</p></main>`.markup
  const { title, sentences, rows, unknown } = overview
  const none = rows.flatMap(({ nothing }) => nothing ?? [])
  const cells = rows
    .filter(({ nothing }) => nothing === null)
    .map(({ title: domain, level, trend, year, sourceName }) => [domain, level, trend, year, sourceName])
  return html`<main class="plain"><h1>${title}</h1>${sentences.map((sentence) => html`<p>${sentence}</p>`)}${htmlTable('Domains', columns, cells)}${none.length === 0 ? undefined : html`<p>Nothing found: ${none.join('; ')}.</p>`}${unknown.length === 0 ? undefined : html`<p>Not known from this record: ${unknown.join(', ').toLowerCase()}.</p>`}<p class="soft">Charts and every figure with its rows need JavaScript; without it: visavis assess A B --full.</p></main>`
    .markup
}
