import { formatFigure } from '../../../src/server/wording.ts'
import type { ColourScale } from './colour-scale.ts'
import type { WorldAnswer } from './state-figures.ts'

/** Shows the colour legend with its bounds, and the patterns for unknown figures and for areas that are no state. */
export function Legend({ answer, scale, chosen }: { readonly answer: WorldAnswer; readonly scale: ColourScale; readonly chosen: string }) {
  const { bounds, colours } = scale
  const { unit } = answer.measure
  const step = 40
  const width = step * colours.length
  return (
    <ul class="legend">
      <li>
        <svg width={width + 2} height={30} viewBox={`0 0 ${width + 2} 30`} role="img" aria-label={legendWords(scale, unit)}>
          {colours.map((name, i) => (
            <rect key={name} x={1 + i * step} y={1} width={step} height={12} style={{ fill: `var(--${name})`, stroke: 'var(--line)' }} />
          ))}
          {bounds.map((bound, i) => (
            <text key={bound} x={1 + (i + 1) * step} y={27} text-anchor="middle" font-size="11">
              {formatFigure(bound, unit)}
            </text>
          ))}
        </svg>
      </li>
      <Key kind="hatched">unknown</Key>
      <Key kind="plain">not in the list of states then</Key>
      <Key kind={answer.members === undefined ? 'chosen' : 'member'}>{chosen}</Key>
      {answer.marked !== undefined && <Key kind="marked">{`${answer.marked.name} in the year`}</Key>}
    </ul>
  )
}

function legendWords({ bounds }: ColourScale, unit: WorldAnswer['measure']['unit']): string {
  return `Colours change at ${bounds.map((bound) => formatFigure(bound, unit)).join(', ')}`
}

/** Shows a colour or pattern of the legend with its meaning. */
function Key({ kind, children }: { readonly kind: 'hatched' | 'plain' | 'chosen' | 'member' | 'marked'; readonly children: string }) {
  const outlined = kind === 'chosen' || kind === 'member' || kind === 'marked'
  return (
    <li>
      <svg width={22} height={14} viewBox="0 0 22 14" aria-hidden="true">
        <rect
          x={1}
          y={1}
          width={20}
          height={12}
          style={{
            fill: kind === 'chosen' ? 'var(--s5)' : 'var(--none)',
            stroke: outlined ? 'var(--ink)' : 'var(--soft)',
            strokeWidth: outlined ? 2 : 1,
            strokeDasharray: kind === 'marked' ? '4 2' : 'none',
          }}
        />
        {kind === 'hatched' && (
          <path d="M1 7L7 1M1 13L13 1M7 13L19 1M13 13L21 5M19 13L21 11" style={{ stroke: 'var(--soft)', fill: 'none' }} />
        )}
      </svg>
      {children}
    </li>
  )
}
