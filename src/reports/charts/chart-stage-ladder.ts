import { levelNames } from '../../assessments/forms/ledger-item.ts'
import type { IndicatorLevel, Stage } from '../../assessments/index.ts'
import { html, type Markup } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'

const [step, rungs, box] = [34, 3, 118]

/** Draws the indicators of the stage as levels: filled up to their level, hatched where evidence against lowers it. */
export function ladderChart(stage: Stage, pair: string): Chart {
  const groups = groupsOf(stage)
  let y = 6
  const parts = groups.map(({ name, indicators }) => {
    const head = html`<text class="name" x="0" y="${y + 10}">${groupTitle(name)}</text>`
    const rows = indicators.map((indicator, i) => drawn(indicator, y + 16 + step * i))
    y += 26 + step * indicators.length
    return html`${head}${rows}\n`
  })
  return {
    id: 'chart-ladder',
    title: 'The ladder of the stage',
    description: stage.indicators.map((one) => `${one.title} (${one.stage}): ${levelWords(one)}`).join('. '),
    width: 360,
    height: y,
    body: html`${parts}`,
    key: html`Three rungs: 1 ad hoc, 2 regular, 3 institutionalised. A stage is complete when all its indicators, and those before it, stand at 2 or more (heavy line). Hatched: what the evidence for would give, held down by the evidence against.`,
    data: {
      name: `${pair}-ladder`,
      columns: [
        { title: 'indicator' },
        { title: 'stage' },
        { title: 'level', align: 'right' },
        { title: 'supported', align: 'right' },
        { title: 'cap', align: 'right' },
        { title: 'items', align: 'right' },
        { title: 'why' },
      ],
      rows: stage.indicators.map((one) => [
        one.title,
        one.stage,
        one.level ?? null,
        one.supported ?? null,
        one.cap ?? (one.level === undefined ? null : ''),
        one.items.length,
        one.why,
      ]),
    },
  }
}

/** Describes the level of an indicator, such as `2 regular`, or `unknown`. */
export function levelWords({ level }: IndicatorLevel): string {
  return level === undefined ? 'unknown' : `${level} ${levelNames[level]}`
}

/** Returns the heading above the indicators of one stage. */
export function groupTitle(stage: string): string {
  if (stage === 'treaty') return 'Beside the stage: treaty'
  if (stage === 'parallel') return 'Beside the stage: other dimensions'
  return `${stage.charAt(0).toUpperCase()}${stage.slice(1)} stage`
}

function groupsOf({ indicators }: Stage): { name: string; indicators: IndicatorLevel[] }[] {
  const names = [...new Set(indicators.map((one) => one.stage))]
  return names.map((name) => ({ name, indicators: indicators.filter((one) => one.stage === name) }))
}

function drawn(indicator: IndicatorLevel, y: number): Markup {
  const { title, level } = indicator
  // a long title leaves room only for the number
  const levelLabel = title.length > 45 && level !== undefined ? String(level) : levelWords(indicator)
  const boxes = Array.from({ length: rungs }, (_, i) => rung(indicator, i + 1, y + 15))
  const threshold = level === undefined ? undefined : html`<path class="threshold" d="M${2 * box - 2} ${y + 12}v16"/>`
  return html`<text class="tick dark" x="0" y="${y + 10}">${title}</text><text class="tick" x="360" y="${y + 10}" text-anchor="end">${levelLabel}</text>${boxes}${threshold}`
}

function rung({ level, supported }: IndicatorLevel, n: number, y: number): Markup {
  const kind = level === undefined ? 'unknown' : level >= n ? 'rung' : (supported ?? 0) >= n ? 'held' : 'empty'
  return html`<rect class="${kind}" x="${(n - 1) * box + (n - 1) * 3}" y="${y}" width="${box}" height="10"/>`
}
