import { effect, type Signal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { navigate } from '../route.ts'
import { BordersNote } from './borders-note.tsx'
import type { ColourScale } from './colour-scale.ts'
import { drawMap } from './map-drawing.ts'
import type { WorldMap } from './map-file.ts'
import { chosenIn, membersIn, painter, statesOnMap } from './map-paints.ts'
import { chartData, chartWords, nameIn, stateFigure, type WorldAnswer } from './state-figures.ts'
import { pairAddress } from './state-readout.tsx'
import { describedState, hoveredState, selectState } from './state-selection.ts'
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
  const [stopMap, stopSwarm] = [useStop(), useStop()]
  const { of, measure, years } = answer
  const year = years[at.value]!
  const alt = chartWords(answer, at.value)
  const name = `${measure.id}-towards-${of.iso3}-${year}`
  const title = `${answer.heading}, ${year}`
  const onMap = useMemo(() => new Set(map?.places.map(({ id }) => id)), [map])
  const missing = answer.states
    .filter((state) => !onMap.has(state.iso3) && stateFigure(state, answer, at.value).status === 'known')
    .map((state) => nameIn(state, year))
  const heard = {
    pointed: (iso3: string | undefined) => (hoveredState.value = iso3),
    taken: (iso3: string, touch: boolean) => {
      if (touch) selectState(iso3)
      else if (iso3 !== of.iso3) navigate(pairAddress(answer, iso3, years[at.peek()]!))
    },
  }
  return (
    <div class="side-by-side">
      {map === undefined ? (
        <p class="waiting">Loading the map …</p>
      ) : (
        <ChartFigure
          {...{ name: `map-${name}`, title, alt: `Map. ${alt}`, data }}
          draw={(width) => {
            const drawing = drawMap(map, width, statesOnMap(answer), heard)
            const paints = painter(answer, scale)
            const stops = [
              effect(() => drawing.paint(paints(at.value))),
              effect(() => drawing.mark('chosen', chosenIn(answer, years[at.value]!))),
              effect(() => drawing.mark('marked', membersIn(answer.marked?.memberYears ?? {}, years[at.value]!))),
              effect(() => drawing.mark('pointed', new Set(describedState.value === undefined ? [] : [describedState.value]))),
            ]
            stopMap(() => stops.forEach((stop) => void stop()))
            return labelled(drawing.svg, alt)
          }}
          on={[map, scale]}
          under={<BordersNote year={year} missing={missing} />}
        />
      )}
      <ChartFigure
        {...{ name: `swarm-${name}`, title: `The same along its axis, ${year}`, alt: `Beeswarm. ${alt}`, data }}
        draw={(width) => {
          const drawing = drawSwarm(answer, scale, width, heard)
          const stops = [
            effect(() => drawing.show(at.value)),
            effect(() => drawing.mark(membersIn(answer.marked?.memberYears ?? {}, years[at.value]!))),
            effect(() => drawing.tell(describedState.value)),
          ]
          stopSwarm(() => stops.forEach((stop) => void stop()))
          return labelled(drawing.svg, `${alt} Arrow keys go from state to state.`)
        }}
        on={[scale]}
        under="A dot is a state. Point at one for its 90 % interval; with the keyboard, arrow keys go from state to state and Enter opens the pair."
      />
    </div>
  )
}

/** Returns a function to register the clean-up of a newly drawn chart. It runs when the next chart is registered, or on removal of the component. */
function useStop(): (stop: () => void) => void {
  const last = useRef<() => void>(undefined)
  useEffect(() => () => last.current?.(), [])
  return (stop) => {
    last.current?.()
    last.current = stop
  }
}

function labelled(svg: SVGSVGElement, text: string): SVGSVGElement {
  svg.setAttribute('aria-label', text)
  return svg
}
