import { effect, type Signal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { EmbedOffer } from '../figures/embed-offer.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { isEmbed, navigate, urlOf } from '../route.ts'
import { BordersNote } from './borders-note.tsx'
import type { ColourScale } from './colour-scale.ts'
import { drawMap, type MapEvents } from './map-drawing.ts'
import type { WorldMap } from './map-file.ts'
import { chosenIn, membersIn, painter, statesOnMap } from './map-paints.ts'
import { chartWords, nameIn, stateFigure, type WorldAnswer } from './state-figures.ts'
import { pairAddress } from './state-readout.tsx'
import { describedState, hoveredState, selectState } from './state-selection.ts'

interface MeasureMapProps {
  readonly answer: WorldAnswer
  readonly scale: ColourScale
  readonly map: WorldMap
  /** Index of the year shown. */
  readonly at: Signal<number>
  readonly data: FigureData
}

/** Shows the map of one measure. It is drawn once; a change of year only updates fills. */
export function MeasureMap({ answer, scale, map, at, data }: MeasureMapProps) {
  const stopMap = useStop()
  const { of, measure, years } = answer
  const year = years[at.value]!
  const alt = chartWords(answer, at.value)
  const onMap = useMemo(() => new Set(map.places.map(({ id }) => id)), [map])
  const missing = answer.states
    .filter((state) => !onMap.has(state.iso3) && stateFigure(state, answer, at.value).status === 'known')
    .map((state) => nameIn(state, year))
  return (
    <ChartFigure
      {...{ name: `map-${measure.id}-towards-${of.iso3}-${year}`, title: `${answer.heading}, ${year}`, alt: `Map. ${alt}`, data }}
      embed={() => embedOf(answer, year)}
      draw={(width) => {
        const drawing = drawMap(map, width, statesOnMap(answer), eventsOf(answer, at))
        const paints = painter(answer, scale)
        const stops = [
          effect(() => drawing.paint(paints(at.value))),
          effect(() => drawing.mark('chosen', chosenIn(answer, years[at.value]!))),
          effect(() => drawing.mark('marked', membersIn(answer.marked?.memberYears ?? {}, years[at.value]!))),
          effect(() => drawing.mark('pointed', new Set(describedState.value === undefined ? [] : [describedState.value]))),
        ]
        stopMap(() => stops.forEach((stop) => void stop()))
        drawing.svg.setAttribute('aria-label', alt)
        return drawing.svg
      }}
      on={[map, scale]}
      under={<BordersNote year={year} missing={missing} />}
    />
  )
}

/** The map alone; in the newest complete year, in that of each later record. */
function embedOf({ of, measure, marked, latest }: WorldAnswer, year: number): EmbedOffer {
  const shown = year === latest ? undefined : String(year)
  return { address: urlOf('world', [], { of: of.iso3, measure: measure.id, bloc: marked?.id, year: shown, embed: 'map' }) }
}

/** What a state on the map or along the axis does under the pointer: a click opens the pair; by touch, or in the frame of another page, it is read out. */
export function eventsOf(answer: WorldAnswer, at: Signal<number>): MapEvents {
  return {
    pointed: (iso3) => (hoveredState.value = iso3),
    taken: (iso3, touch) => {
      if (touch || isEmbed) selectState(iso3)
      else if (iso3 !== answer.of.iso3) navigate(pairAddress(answer, iso3, answer.years[at.peek()]!))
    },
  }
}

/** Returns a function to register the clean-up of a newly drawn chart. It runs when the next chart is registered, or on removal of the component. */
export function useStop(): (stop: () => void) => void {
  const last = useRef<() => void>(undefined)
  useEffect(() => () => last.current?.(), [])
  return (stop) => {
    last.current?.()
    last.current = stop
  }
}
