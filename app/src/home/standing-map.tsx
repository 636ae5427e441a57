import { effect, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { inSentence, standingLabels } from '../../../src/server/wording.ts'
import { useAnswer } from '../api/client.ts'
import type { EmbedOffer } from '../figures/embed-offer.ts'
import { FigureMenu } from '../figures/figure-menu.tsx'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { isEmbed, route, setQuery, urlOf } from '../route.ts'
import { classOf } from '../world/colour-scale.ts'
import { drawMap } from '../world/map-drawing.ts'
import { fetchMap, mapFailed, type WorldMap, worldMap } from '../world/map-file.ts'
import { chosenIn, painter, statesOnMap } from '../world/map-paints.ts'
import { chartData, nameIn, placeOfYearIn, stateFigure, type WorldAnswer } from '../world/state-figures.ts'
import { describedState, hoveredState, selectState } from '../world/state-selection.ts'
import { YearPlayer } from '../world/year-player.tsx'
import '../world/world.css'

/** The colours of the classes of standing in their order; the middle ones are pale, as they hold most pairs. */
const paints = ['d0', 'd1', 'd2', 'd4', 'd5', 'd7'] as const

/** Each class with its colour. Where nothing places a pair it is at peace, and may be close. */
const classes = standingLabels.map((label, order) => [order === 3 ? 'at peace, not known to be close' : label, paints[order]!] as const)

/** The same as a scale: towards a bloc a figure is a median, which may lie between two orders. */
const scale = { bounds: [1, 2, 3, 4, 5], colours: classes.map(([, paint]) => paint) }

/** The state towards which the map is coloured until another is chosen. */
const first = 'CHN'

/** How every state stands to one of them, year by year: a click on the map chooses a state. */
export function StandingMap() {
  const { of = first } = route.value.query
  const { state, answer, problem } = useAnswer('world', { of, measure: 'standing' }).value
  useEffect(() => {
    void fetchMap()
  }, [])
  const map = worldMap.value
  return (
    <section id="standing-map" class="standing-map world" aria-label="Map" aria-busy={state === 'asking'}>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {mapFailed.value ? <NotLoaded what="The map" /> : answer !== undefined && map !== undefined && <Shown answer={answer} map={map} />}
    </section>
  )
}

function Shown({ answer, map }: { readonly answer: WorldAnswer; readonly map: WorldMap }) {
  const at = useSignal(placeOfYearIn(answer, route.value.query['year'] ?? String(answer.years.at(-1))))
  const box = useRef<HTMLDivElement>(null)
  const data = useMemo(() => chartData(answer, () => at.peek()), [answer])
  const year = answer.years[at.value]!
  const title = `How every state stands to ${inSentence(answer.of.name)}, ${year}`
  return (
    <>
      <div class="map-head">
        <h2>
          <span>{title}</span>
        </h2>
        {!isEmbed && (
          <FigureMenu
            name={`map-standing-towards-${answer.of.iso3}-${year}`}
            alt={title}
            data={data}
            drawing={() => box.current?.querySelector('svg') ?? null}
            anchor="standing-map"
            embed={() => embedOf(answer, year)}
          />
        )}
      </div>
      <Drawing answer={answer} map={map} at={at} box={box} />
      <ul class="classes">
        {classes.map(([name, paint]) => (
          <li key={name}>
            <i style={{ background: `var(--${paint})` }} /> {name}
          </li>
        ))}
      </ul>
      <Readout answer={answer} place={at.value} />
      <YearPlayer years={answer.years} at={at} rested={() => undefined} />
      {isEmbed && (
        <p class="under source-line small soft">
          Sources: dated facts of war, claims, relations and treaties, placed by a{' '}
          <a href={urlOf('method', ['standing'])}>published rule</a>; borders as the visionscarto world atlas (Natural Earth) draws them.
        </p>
      )}
    </>
  )
}

/** The map alone, towards the same state; in the newest year, in that of each later record. */
function embedOf({ of, years }: WorldAnswer, year: number): EmbedOffer {
  const query = new URLSearchParams({ of: of.iso3, ...(year === years.at(-1) ? {} : { year: String(year) }), embed: 'map' })
  return { address: `/?${query}` }
}

interface DrawingProps {
  readonly answer: WorldAnswer
  readonly map: WorldMap
  readonly at: { readonly value: number }
  readonly box: RefObject<HTMLDivElement | null>
}

function Drawing({ answer, map, at, box }: DrawingProps) {
  useEffect(() => {
    const drawing = drawMap(map, box.current!.clientWidth, statesOnMap(answer), {
      pointed: (iso3) => (hoveredState.value = iso3),
      taken: selectState,
    })
    drawing.svg.setAttribute(
      'aria-label',
      `Map of the standing of each state with ${inSentence(answer.of.name)}; the same as a table is on the page World.`,
    )
    // the width of the box decides, so that the map follows it without being drawn again
    drawing.svg.removeAttribute('width')
    drawing.svg.removeAttribute('height')
    box.current!.replaceChildren(drawing.svg)
    const painted = painter(answer, scale)
    const stops = [
      effect(() => drawing.paint(painted(at.value))),
      effect(() => drawing.mark('chosen', chosenIn(answer, answer.years[at.value]!))),
      effect(() => drawing.mark('pointed', new Set(describedState.value === undefined ? [] : [describedState.value]))),
    ]
    return () => {
      for (const stop of stops) stop()
      hoveredState.value = undefined
    }
  }, [map, answer])
  return <div class="drawing" ref={box} style={{ aspectRatio: `${map.width} / ${map.height}` }} />
}

/** What the state under the pointer, or the one chosen, is to the other, with a link to the pair. */
function Readout({ answer, place }: { readonly answer: WorldAnswer; readonly place: number }) {
  const { of, years, states } = answer
  const state = states.find(({ iso3 }) => iso3 === describedState.value)
  if (state === undefined) return <p class="reading soft">Point at a state, or click one.</p>
  const [year, figure] = [years[place]!, stateFigure(state, answer, place)]
  const name = nameIn(state, year)
  return (
    <p class="reading">
      <span>
        <strong>{name}</strong> and {inSentence(of.name)}, {year}:{' '}
        {figure.value === undefined ? figure.status : classes[classOf(scale, figure.value)]![0]}
      </span>
      <a href={urlOf('dyad', [of.iso3, state.iso3], year === years.at(-1) ? {} : { to: String(year) })}>Open the pair</a>{' '}
      <button type="button" class="link" onClick={() => setQuery({ of: state.iso3, state: undefined }, { replace: true })}>
        Colour the map towards {inSentence(name)}
      </button>
    </p>
  )
}
