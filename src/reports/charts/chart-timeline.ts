import { ledgerIndicators } from '../../assessments/forms/ledger-item.ts'
import { counted } from '../../assessments/forms/wording.ts'
import type { Ledger, LedgerItem } from '../../assessments/index.ts'
import { html, type Markup } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'
import { decimalYear, linearScale, type Scale, yearTicks } from './chart-scale.ts'

const [left, right, top, step] = [8, 712, 8, 38]

/** Draws a timeline of the ledger, one lane per indicator: arrangements as bars while in force, acts as marks, contrary evidence below. */
export function timelineChart(ledger: Ledger, items: readonly LedgerItem[], to: string): Chart {
  const lanes = ledgerIndicators
    .map(({ id, title }) => ({ title, items: items.filter((item) => item.indicator === id) }))
    .filter((lane) => lane.items.length > 0)
  const last = ledger.to < to ? ledger.to : to
  const first = [ledger.from, ...items.map((item) => item.date)].sort()[0]!
  const x = linearScale(decimalYear(first), decimalYear(last), left, right)
  const height = top + step * lanes.length + 16
  return {
    id: 'chart-timeline',
    title: `The ledger in time: ${counted(items.length, 'item', 'items')}, ${first.slice(0, 4)} to ${last.slice(0, 4)}`,
    description: lanes.map((lane) => laneWords(lane.title, lane.items)).join('. '),
    width: 720,
    height,
    body: html`${yearTicks(decimalYear(first), decimalYear(last), 10).map((tick) => html`<path class="grid" d="M${x(tick)} ${top}V${height - 14}"/><text class="tick" x="${x(tick)}" y="${height - 2}" text-anchor="middle">${String(tick)}</text>`)}${lanes.map((lane, i) => drawnLane(lane.title, lane.items, top + step * i, x, last))}`,
    key: html`Bar: an arrangement for as long as it is in force. Filled mark: an act that supports the indicator. Crossed mark, lower line: an act against it; hatched bar: a standing contradiction. Point at a mark for its sentence.`,
    data: {
      name: `${ledger.a}-${ledger.b}-timeline`,
      columns: [
        { title: 'date' },
        { title: 'until' },
        { title: 'indicator' },
        { title: 'form' },
        { title: 'direction' },
        { title: 'item' },
      ],
      rows: items.map((item) => [item.date, item.until ?? '', item.indicator, item.form, item.direction, item.id]),
    },
  }
}

function laneWords(title: string, items: readonly LedgerItem[]): string {
  const against = items.filter((item) => item.direction === 'contradicts').length
  return `${title}: ${items.length - against} for, ${against} against`
}

function drawnLane(title: string, items: readonly LedgerItem[], y: number, x: Scale, last: string): Markup {
  // arrangements first, so that acts are drawn over them
  const ordered = [...items].sort((p, q) => Number(p.form === 'act') - Number(q.form === 'act'))
  return html`<path class="track" d="M${left} ${y + 36}H${right}"/><text class="tick dark" x="${left}" y="${y + 10}">${title}</text>${ordered.map((item) => drawnItem(item, y, x, last))}
`
}

function drawnItem(item: LedgerItem, y: number, x: Scale, last: string): Markup {
  const against = item.direction === 'contradicts'
  const at = place(x, item.date)
  const tooltip = html`<title>${item.date}: ${item.sentence}</title>`
  const lane = y + (against ? 29 : 19)
  if (item.form === 'standing') {
    const end = item.until === null ? place(x, last) : place(x, item.until)
    return html`<rect class="${against ? 'held' : 'standing'}" x="${at}" y="${lane - 4}" width="${Math.max(2, end - at)}" height="8" rx="1">${tooltip}</rect>`
  }
  if (against) return html`<path class="against" d="M${at - 3} ${lane - 3}l6 6m0 -6l-6 6">${tooltip}</path>`
  return html`<circle class="act" cx="${at}" cy="${lane}" r="3">${tooltip}</circle>`
}

function place(x: Scale, day: string): number {
  return Math.max(left, Math.min(right, x(decimalYear(day))))
}
