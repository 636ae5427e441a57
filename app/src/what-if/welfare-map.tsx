import { effect } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { colour, theme } from '../theme.ts'
import { type DrawnMap, drawMap } from '../world/map-drawing.ts'
import { fetchMap, mapFailed, type WorldMap, worldMap } from '../world/map-file.ts'
import { describedState, hoveredState, selectState } from '../world/state-selection.ts'
import { bounds, classOfChange, colourNames } from './change-classes.ts'
import { altOfChanges, dataOfChanges } from './change-data.ts'
import type { ScenarioAnswer } from './scenario-state.ts'
import { changeText } from './words.ts'

interface WelfareMapProps {
  readonly answer: ScenarioAnswer
  readonly by: ReadonlySet<string>
  readonly on: ReadonlySet<string>
  readonly title: string
  /** What the files and the table have, where that is not the usual. */
  readonly data?: FigureData
}

/** Shows the change of every economy on a map. It is drawn once and repainted with each answer. */
export function WelfareMap(props: WelfareMapProps) {
  useEffect(() => void fetchMap(), [])
  if (mapFailed.value) return <NotLoaded what="The map" />
  return worldMap.value === undefined ? <p class="waiting">Loading the map …</p> : <Drawn {...props} map={worldMap.value} />
}

function Drawn({ answer, by, on, title, map, data: given }: WelfareMapProps & { readonly map: WorldMap }) {
  const data = useMemo(() => given ?? dataOfChanges(answer), [answer, given])
  const kept = useRef<{ readonly key: string; readonly drawn: DrawnMap }>(undefined)
  const onMap = useMemo(() => new Set(map.places.map(({ id }) => id)), [map])
  useEffect(
    () => effect(() => kept.current?.drawn.mark('pointed', new Set(describedState.value === undefined ? [] : [describedState.value]))),
    [answer],
  )
  const alt = altOfChanges(answer)
  const elsewhere = answer.results.filter(({ iso3 }) => !onMap.has(iso3) && iso3 !== 'ROW').map(({ name }) => name)
  return (
    <ChartFigure
      name={`what-if-map-${answer.base.id}`}
      title={title}
      alt={`Map. ${alt}`}
      data={data}
      on={[by, on]}
      draw={(width) => {
        const listed = new Set(answer.results.map(({ iso3 }) => iso3))
        const key = `${width} ${theme.peek()} ${answer.base.id}`
        if (kept.current?.key !== key) kept.current = { key, drawn: drawMap(map, width, listed, heard) }
        paint(kept.current.drawn, answer, by, on, width)
        kept.current.drawn.svg.setAttribute('aria-label', alt)
        return kept.current.drawn.svg
      }}
      under={
        <>
          Solid outline: who acts{on.size > 0 && '; dashed: towards whom'}. Hatched: not listed by itself in this table of trade
          {answer.results.some(({ iso3 }) => iso3 === 'ROW') &&
            `; together as the rest of the world ${changeText(answer.results.find(({ iso3 }) => iso3 === 'ROW')!.welfare)}`}
          .{elsewhere.length > 0 && ` Not on the map: ${elsewhere.join(', ')}.`} Borders: Natural Earth, as the source draws them.
        </>
      }
    />
  )
}

const heard = {
  pointed: (iso3: string | undefined): void => {
    hoveredState.value = iso3
  },
  taken: (iso3: string): void => selectState(iso3),
}

/** How many states have their change written on them: those with the largest. */
const labelled = 12

/** On a narrower map letters would cover what they stand on. */
const leastForLetters = 560

function paint(drawn: DrawnMap, { results }: ScenarioAnswer, by: ReadonlySet<string>, on: ReadonlySet<string>, width: number): void {
  const fills = colourNames.map(colour)
  const changes = new Map(results.map(({ iso3, welfare }) => [iso3, welfare]))
  drawn.paint((id) => {
    const change = changes.get(id)
    return { fill: change === undefined || change === null ? 'hatched' : fills[classOfChange(change)]! }
  })
  const half = 2 * on.size > results.length
  drawn.mark('chosen', by)
  drawn.mark('marked', half ? new Set() : on)
  const most = [...results].sort((a, b) => Math.abs(b.welfare ?? 0) - Math.abs(a.welfare ?? 0)).slice(0, labelled)
  const texts = new Map((width < leastForLetters ? [] : most).map(({ iso3, welfare }) => [iso3, changeText(welfare, 1).replace(' %', '')]))
  drawn.letter((id) => texts.get(id))
}

/** Shows where the colours of the map change. */
export function ChangeKey() {
  const step = 44
  const width = step * colourNames.length + 2
  return (
    <svg
      class="change-key"
      width={width}
      height={30}
      viewBox={`0 0 ${width} 30`}
      role="img"
      aria-label={`Colours change at ${bounds.map((bound) => changeText(bound, 1)).join(', ')}`}
    >
      {colourNames.map((name, i) => (
        <rect key={name} x={1 + i * step} y={1} width={step} height={12} style={{ fill: `var(--${name})`, stroke: 'var(--line)' }} />
      ))}
      {bounds.map((bound, i) => (
        <text key={bound} x={1 + (i + 1) * step} y={27} text-anchor="middle" font-size="11">
          {changeText(bound, 1).replace(' %', '')}
        </text>
      ))}
    </svg>
  )
}
