import { levelNames } from '../../assessments/forms/ledger-item.ts'
import type { LedgerItem } from '../../assessments/index.ts'
import { html, type Markup, webLink } from '../text/html-markup.ts'

/** Renders items of a ledger as a list, with direction, confidence and source. */
export function ledgerList(items: readonly LedgerItem[]): Markup {
  return html`<ul class="items">${items.map(ledgerEntry)}</ul>`
}

function ledgerEntry(item: LedgerItem): Markup {
  const against = item.direction === 'contradicts'
  const sources = item.sources.map(
    ({ title, publisher, date, url }, i) =>
      html`${i === 0 ? '' : '; '}${webLink(url, title)} (${publisher}${date === null ? '' : `, ${date}`})`,
  )
  return html`<li><span class="when">${span(item)}</span> <span class="sign">${against ? '− against' : '+ for'}</span> ${item.sentence}${item.note === undefined ? '' : ` ${item.note}`}
<br/><span class="soft">${against ? 'leaves at most' : 'shows'} level ${item.level}, ${levelNames[item.level]!}; confidence ${item.confidence}; ${item.checked === 'read' ? 'the passage was read' : 'seen in an excerpt'}. ${sources}</span></li>
`
}

function span({ date, until, form }: LedgerItem): string {
  if (form === 'act') return until === null ? date : `${date} to ${until}`
  return until === null ? `since ${date}` : `${date} to ${until}`
}
