import { effect, type Signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { ChartFigure } from '../figures/figure-frame.tsx'
import type { ColourScale } from './colour-scale.ts'
import type { WorldMap } from './map-file.ts'
import { membersIn } from './map-paints.ts'
import { eventsOf, MeasureMap, useStop } from './measure-map.tsx'
import { chartData, chartWords, type WorldAnswer } from './state-figures.ts'
import { describedState } from './state-selection.ts'
import { drawSwarm } from './swarm-drawing.ts'

interface MeasureFiguresProps {
  readonly answer: WorldAnswer
  readonly scale: ColourScale
  readonly map: WorldMap | undefined
  readonly at: Signal<number>
}

/** Shows the map and beeswarm of one measure. Both are drawn once; a change of year only updates fills and positions. */
export function MeasureFigures({ answer, scale, map, at }: MeasureFiguresProps) {
  const data = useMemo(() => chartData(answer, () => at.peek()), [answer])
  const stopSwarm = useStop()
  const { of, measure, years } = answer
  const year = years[at.value]!
  const alt = chartWords(answer, at.value)
  return (
    <div class="side-by-side">
      {map === undefined ? <p class="waiting">Loading the map …</p> : <MeasureMap {...{ answer, scale, map, at, data }} />}
      <ChartFigure
        name={`swarm-${measure.id}-towards-${of.iso3}-${year}`}
        {...{ title: `The same along its axis, ${year}`, alt: `Beeswarm. ${alt}`, data }}
        draw={(width) => {
          const drawing = drawSwarm(answer, scale, width, eventsOf(answer, at))
          const stops = [
            effect(() => drawing.show(at.value)),
            effect(() => drawing.mark(membersIn(answer.marked?.memberYears ?? {}, years[at.value]!))),
            effect(() => drawing.tell(describedState.value)),
          ]
          stopSwarm(() => stops.forEach((stop) => void stop()))
          drawing.svg.setAttribute('aria-label', `${alt} Arrow keys go from state to state.`)
          return drawing.svg
        }}
        on={[scale]}
        under="A dot is a state. Point at one for its 90 % interval; with the keyboard, arrow keys go from state to state and Enter opens the pair."
      />
    </div>
  )
}
