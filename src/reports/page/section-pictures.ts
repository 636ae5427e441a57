import { counted, formatShare, inSentence } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { networkChart } from '../charts/chart-network.ts'
import { linearScale, ticks, yearTicks } from '../charts/chart-scale.ts'
import { votesChart } from '../charts/chart-votes.ts'
import type { LedgerAnswer } from '../parts/ledger.ts'
import type { StakeholdersAnswer } from '../parts/stakeholders.ts'
import { html, type Markup } from '../text/html-markup.ts'
import { framedPicture } from './pair-picture.ts'

/** Height of a picture with many rows. */
const tall = 900

/** Room of the drawing in a picture, below two lines of text: left, top, width and height. */
const [left, top, across, down] = [60, 205, 1080, 570] as const

/**
 * Draws the votes that a pair has in common by topic and year, as one picture for slides.
 *
 * @param site   the name of the site, for the last line
 * @returns      SVG of 1200 by 900 pixels; undefined for a pair without such votes, and where a side is a bloc
 */
export function votesPicture(assessment: Assessment, site: string): string | undefined {
  const { voteMap: map } = assessment
  if (map === undefined) return undefined
  const { body, width, height } = votesChart(map, '')
  const total = (at: 1 | 3): number => map.all.reduce((sum, cell) => sum + cell[at], 0)
  const sentence = `${counted(map.votes, 'vote', 'votes')} in common in the UN General Assembly, ${map.all[0]![0]} to ${map.all.at(-1)![0]}: ${formatShare(total(1) / map.votes)} the same, ${formatShare(total(3) / map.votes)} yes against no.`
  const key = [
    ['same', 'the same vote'],
    ['partial', 'one abstained'],
    ['opposing', 'yes against no, below the line'],
  ] as const
  const entries = key.map(
    ([kind, name], i) =>
      html`<rect class="votes-${kind}" x="${left + 230 * i}" y="794" width="20" height="14"/>${note(name, left + 230 * i + 28, 807)}`,
  )
  const under = note('A bar a year; its area is the number of votes. A resolution under two topics is in both rows.', left, 834)
  return framedPicture(assessment, site, sentence, html`${placed(body, width, height)}${entries}${under}`, tall)
}

/**
 * Draws who is named in the ledger of a pair, and with whom, as one picture for slides.
 *
 * @returns   SVG of 1200 by 900 pixels; undefined where the ledger names nobody
 */
export function networkPicture(assessment: Assessment, network: StakeholdersAnswer, site: string): string | undefined {
  if (network.nodes.length === 0) return undefined
  const { a, b } = assessment
  const { body, width, height } = networkChart(network, [a.name, b.name])
  const sentence = `Whom the ledger of ${inSentence(a.name)} and ${inSentence(b.name)} names: ${counted(network.nodes.length, 'name', 'names')} up to ${network.to}.`
  const lines = [
    'Square: state. Diamond: bloc. Triangle: organisation. Disc: person. Figures: items that name it. A line joins two that',
    'the same items name; those of the two states themselves are left out. Being named together is not acting together.',
  ]
  return framedPicture(
    assessment,
    site,
    sentence,
    html`${placed(body, width, height)}${lines.map((line, i) => note(line, left, 808 + 26 * i))}`,
    tall,
  )
}

/** Largest number of third states drawn. */
const mostStates = 16

/**
 * Draws the shares of a pair in one flow of third states, as one picture for slides.
 *
 * @param slug   the flow with hyphens for spaces: `imports-of-goods`
 * @returns      SVG of 1200 by 900 pixels; undefined where no third state depends on the two in this flow
 */
export function thirdStatesPicture(assessment: Assessment, slug: string, site: string): string | undefined {
  const { a, b, thirdStates } = assessment
  const all = thirdStates.filter(({ flow }) => flow.replaceAll(' ', '-') === slug)
  const states = all.slice(0, mostStates)
  if (states.length === 0) return undefined
  const most = Math.max(...states.flatMap((one) => [one.a?.value ?? 0, one.b?.value ?? 0]), 0.1)
  const x = linearScale(0, most * 1.03, 330, left + across)
  const y = (i: number): number => top + 40 + 35 * i
  const grid = ticks(0, most, 6).map(
    (share) =>
      html`<path class="grid" d="M${x(share)} ${top + 18}V${y(states.length) - 14}"/><text x="${x(share)}" y="${top + 10}" text-anchor="middle" style="font-size:17px;fill:#50565c">${formatShare(share)}</text>`,
  )
  const rows = states.map((one, i) => {
    const [own, other] = [one.a, one.b].map((share) => (share === null ? undefined : x(share.value)))
    const line = own === undefined || other === undefined ? undefined : html`<path class="axis" d="M${own} ${y(i)}H${other}"/>`
    const disc = own === undefined ? undefined : html`<circle class="s0" cx="${own}" cy="${y(i)}" r="8"/>`
    const square =
      other === undefined
        ? undefined
        : html`<rect x="${other - 7}" y="${y(i) - 7}" width="14" height="14" fill="#fff" stroke="#b34700" stroke-width="3"/>`
    return html`<text x="312" y="${y(i) + 6}" text-anchor="end" style="font-size:19px">${one.name}</text>${line}${disc}${square}`
  })
  const more = all.length > mostStates ? ` The first ${mostStates} of ${all.length}.` : ''
  const sentence = `Shares of ${inSentence(a.name)} (●) and ${inSentence(b.name)} (□) in the ${states[0]!.flow} of third states.`
  const under = `By each state’s own latest report; without a mark it reports nothing of that one.${more}`
  return framedPicture(assessment, site, sentence, html`${grid}${rows}${note(under, left, 834)}`, tall)
}

/**
 * Draws the items of the ledger of a pair by year, as one picture for slides: for a closer tie above the line, against it below.
 *
 * @returns   SVG of 1200 by 630 pixels; undefined where the ledger has no item
 */
export function ledgerPicture(assessment: Assessment, { items, ledger }: LedgerAnswer, site: string): string | undefined {
  if (items.length === 0) return undefined
  const [first, last] = [ledger.from, ledger.to].map((day) => Number(day.slice(0, 4))) as [number, number]
  const counts = Array.from({ length: last - first + 1 }, (_, i) => {
    const own = items.filter(({ date }) => Number(date.slice(0, 4)) === first + i)
    const supports = own.filter(({ direction }) => direction === 'supports').length
    return { year: first + i, supports, contradicts: own.length - supports }
  })
  const high = Math.max(...counts.map(({ supports }) => supports), 1)
  const low = Math.max(...counts.map(({ contradicts }) => contradicts), 1)
  const y = linearScale(-low, high, 540, top)
  const step = (across - 40) / counts.length
  const xOf = (year: number): number => left + 40 + step * (year - first + 0.5)
  const bars = counts.map(({ year, supports, contradicts }) => {
    const at = xOf(year) - step * 0.4
    return html`<rect class="s0" x="${at}" y="${y(supports)}" width="${step * 0.8}" height="${y(0) - y(supports)}"/><rect x="${at}" y="${y(0)}" width="${step * 0.8}" height="${y(-contradicts) - y(0)}" fill="none" stroke="#b34700" stroke-width="2"/>`
  })
  const years = yearTicks(first, last, 12).map(
    (year) => html`<text x="${xOf(year)}" y="562" text-anchor="middle" style="font-size:17px;fill:#50565c">${String(year)}</text>`,
  )
  const grid = ticks(-low, high, 5).map(
    (count) =>
      html`<path class="grid" d="M${left + 40} ${y(count)}H${left + across}"/><text x="${left + 30}" y="${y(count) + 6}" text-anchor="end" style="font-size:17px;fill:#50565c">${String(Math.abs(count))}</text>`,
  )
  const against = items.filter(({ direction }) => direction === 'contradicts').length
  const sentence = `${counted(items.length, 'item', 'items')} of the ledger by year: ${items.length - against} for a closer tie (above the line), ${against} against it (below, hollow).`
  return framedPicture(
    assessment,
    site,
    sentence,
    html`${grid}${bars}<path class="axis" d="M${left + 40} ${y(0)}H${left + across}"/>${years}`,
  )
}

/** A drawing in the room of the picture, as large as fits. */
const placed = (body: Markup, width: number, height: number): Markup =>
  html`<svg x="${left}" y="${top}" width="${across}" height="${down}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMin">${body}</svg>`

const note = (text: string, x: number, y: number): Markup =>
  html`<text x="${x}" y="${y}" style="font-size:17px;fill:#50565c">${text}</text>`
