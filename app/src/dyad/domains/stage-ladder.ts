import { levelNames } from '../../../../src/server/wording.ts'
import { hatch } from '../../charts/hatch.ts'
import { svgElement } from '../../charts/svg.ts'
import { colour } from '../../theme.ts'
import { type Assessment, capital } from '../assessment-values.ts'

export type StageFound = NonNullable<Assessment['stage']>
export type StageIndicator = StageFound['indicators'][number]

const rungs = 3
const row = 40

/** Describes the level of an indicator, such as `2 regular`, or `unknown`. */
export function levelText({ level }: StageIndicator): string {
  return level === undefined ? 'unknown' : `${level} ${levelNames[level]}`
}

/** Returns the heading above the indicators of one stage. */
export function stageHeading(stage: string): string {
  if (stage === 'treaty') return 'Beside the stage: treaty'
  if (stage === 'parallel') return 'Beside the stage: other dimensions'
  return `${capital(stage)} stage`
}

/** Groups the indicators by stage, in their order. */
export function indicatorsByStage({ indicators }: StageFound): { readonly stage: string; readonly indicators: StageIndicator[] }[] {
  const names = [...new Set(indicators.map(({ stage }) => stage))]
  return names.map((stage) => ({ stage, indicators: indicators.filter((one) => one.stage === stage) }))
}

/** Draws the indicators as levels: filled up to their level, hatched where evidence against lowers it, dashed where unknown. */
export function ladder(stage: StageFound, width: number, onIndicator: (id: string) => void): SVGSVGElement {
  const held = hatch()
  const parts: SVGElement[] = [held.mark()]
  let y = 4
  for (const { stage: name, indicators } of indicatorsByStage(stage)) {
    parts.push(textAt(0, y + 12, stageHeading(name), { 'font-weight': 600, 'font-size': 13 }))
    y += 22
    for (const indicator of indicators) {
      const area = svgElement('rect', { x: 0, y, width, height: row - 6, fill: 'none', 'pointer-events': 'all' })
      parts.push(svgElement('g', { 'data-id': indicator.id, cursor: 'pointer' }, [area, ...rungsOf(indicator, y, width, held.fill)]))
      y += row
    }
    y += 6
  }
  const svg = svgElement('svg', { viewBox: `0 0 ${width} ${y}`, width, height: y }, parts)
  svg.addEventListener('click', (event) => {
    const id = (event.target as Element).closest('[data-id]')?.getAttribute('data-id')
    if (id !== null && id !== undefined) onIndicator(id)
  })
  return svg
}

function rungsOf(indicator: StageIndicator, y: number, width: number, held: string): SVGElement[] {
  const step = width / rungs
  const boxes = Array.from({ length: rungs }, (_, i) =>
    svgElement('rect', { x: i * step + 1, y: y + 18, width: step - 4, height: 10, rx: 2, ...fillOf(indicator, i + 1, held) }),
  )
  // marks the level at which an indicator is complete
  const threshold = svgElement('path', { d: `M${2 * step - 1.5} ${y + 14}v18`, stroke: colour('ink'), 'stroke-width': 2 })
  const short = indicator.title.length * 6.4 > width - 110
  return [
    textAt(0, y + 12, indicator.title, { 'font-size': 12 }),
    textAt(width, y + 12, short && indicator.level !== undefined ? String(indicator.level) : levelText(indicator), {
      'font-size': 12,
      'text-anchor': 'end',
      fill: colour('soft'),
    }),
    ...boxes,
    ...(indicator.level === undefined ? [] : [threshold]),
  ]
}

function fillOf({ level, supported }: StageIndicator, n: number, held: string): Record<string, string | number> {
  if (level === undefined) return { fill: 'none', stroke: colour('soft'), 'stroke-dasharray': '4 3' }
  if (level >= n) return { fill: colour('mark'), stroke: colour('mark') }
  if ((supported ?? 0) >= n) return { fill: held, stroke: colour('soft') }
  return { fill: 'none', stroke: colour('soft') }
}

function textAt(x: number, y: number, text: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  return svgElement('text', { x, y, ...attributes }, [text])
}
