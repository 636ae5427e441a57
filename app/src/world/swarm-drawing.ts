import { formatFigure } from '../../../src/server/wording.ts'
import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import { type ColourScale, classOf, positionOn } from './colour-scale.ts'
import { nameIn, rankedStates, stateFigure, type WorldAnswer } from './state-figures.ts'
import { packDots } from './swarm-layout.ts'

/** A drawn beeswarm whose dots move from year to year without redrawing. */
export interface DrawnSwarm {
  readonly svg: SVGSVGElement
  show(at: number): void
  /** Highlights exactly these states. */
  mark(ids: ReadonlySet<string>): void
  /** Shows the name and interval of one state; undefined hides them. */
  tell(iso3: string | undefined): void
}

const [left, right, top, bottom] = [16, 16, 26, 40]
const radius = 4

interface Layout {
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  /** States with a figure, the highest first. */
  readonly order: readonly string[]
}

/** Draws every state along the axis at this width; `pointed` is called for the state under the pointer, `taken` for a clicked one. */
export function drawSwarm(
  answer: WorldAnswer,
  scale: ColourScale,
  width: number,
  heard: { readonly pointed: (iso3: string | undefined) => void; readonly taken: (iso3: string, touch: boolean) => void },
): DrawnSwarm {
  const height = Math.max(220, Math.min(400, width * 0.8))
  const svg = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'swarm', role: 'img', tabindex: 0 })
  const xOf = (value: number): number => left + positionOn(scale, value) * (width - left - right)
  const fills = scale.colours.map(colour)
  svg.append(axisOf(answer, scale, xOf, width, height))
  const range = svgElement('line', { stroke: colour('s1'), 'stroke-width': 2.5, display: 'none' })
  const circles = new Map(
    answer.states.map(({ iso3 }) => [iso3, svgElement('circle', { r: radius, class: 'place', 'data-id': iso3, display: 'none' })]),
  )
  const name = svgElement('text', { class: 'halo', 'font-size': 12, 'font-weight': 600, y: 14 })
  svg.append(...circles.values(), range, name)
  const layouts = new Map<number, Layout>()
  let [shown, told] = [0, undefined as string | undefined]
  const layoutOf = (at: number): Layout => {
    const known = layouts.get(at) ?? layoutAt(answer, at, xOf, (height - top - bottom) / 2)
    layouts.set(at, known)
    return known
  }
  const tell = (iso3: string | undefined): void => {
    if (told !== undefined) circles.get(told)?.classList.remove('pointed')
    told = iso3
    const spot = iso3 === undefined ? undefined : layoutOf(shown).places.get(iso3)
    const state = answer.states.find((one) => one.iso3 === iso3)
    range.setAttribute('display', 'none')
    name.textContent = ''
    if (spot === undefined || state === undefined) return
    const { low, high, value } = stateFigure(state, answer, shown)
    circles.get(state.iso3)?.classList.add('pointed')
    name.textContent = `${nameIn(state, answer.years[shown]!)} ${formatFigure(value!, answer.measure.unit)}`
    name.setAttribute('x', String(Math.max(left, Math.min(width - right, spot.x))))
    name.setAttribute('text-anchor', spot.x > width * 0.66 ? 'end' : spot.x < width * 0.33 ? 'start' : 'middle')
    if (low === undefined || high === undefined) return
    const y = String(spot.y)
    for (const [attribute, at] of Object.entries({ x1: String(xOf(low)), x2: String(xOf(high)), y1: y, y2: y }))
      range.setAttribute(attribute, at)
    range.removeAttribute('display')
  }
  const show = (at: number): void => {
    shown = at
    const { places } = layoutOf(at)
    for (const state of answer.states) {
      const [circle, spot] = [circles.get(state.iso3)!, places.get(state.iso3)]
      if (spot === undefined) circle.setAttribute('display', 'none')
      else {
        circle.removeAttribute('display')
        circle.setAttribute('cx', String(spot.x))
        circle.setAttribute('cy', String(spot.y))
        circle.setAttribute('fill', fills[classOf(scale, state.values[at]!)]!)
      }
    }
    tell(told)
  }
  listen(
    svg,
    heard,
    () => layoutOf(shown).order,
    () => told,
  )
  const mark = (ids: ReadonlySet<string>): void => {
    for (const [iso3, circle] of circles) circle.classList.toggle('marked', ids.has(iso3))
  }
  return { svg, show, tell, mark }
}

function layoutAt(answer: WorldAnswer, at: number, xOf: (value: number) => number, half: number): Layout {
  const order = rankedStates(answer, at)
  const rising = [...order].reverse()
  const dots = packDots(
    rising.map((state) => xOf(state.values[at]!)),
    radius + 0.4,
    half - radius,
  )
  return {
    places: new Map(rising.map((state, i) => [state.iso3, { x: dots[i]!.x, y: top + half + dots[i]!.aside }])),
    order: order.map(({ iso3 }) => iso3),
  }
}

/** Draws the axis with ticks at the class bounds. */
function axisOf({ measure }: WorldAnswer, scale: ColourScale, xOf: (value: number) => number, width: number, height: number): SVGGElement {
  const y = height - bottom
  const line = svgElement('line', { x1: left, x2: width - right, y1: y, y2: y, stroke: colour('line') })
  const within = scale.bounds.filter((bound) => bound >= scale.domain[0] && bound <= scale.domain[1])
  let last = Number.NEGATIVE_INFINITY
  const ticks = within.flatMap((bound) => {
    const x = xOf(bound)
    const rule = svgElement('line', {
      x1: x,
      x2: x,
      y1: top,
      y2: y + 4,
      stroke: colour('line'),
      'stroke-dasharray': bound === measure.middle ? 'none' : '2 3',
    })
    if (x - last < 34) return [rule]
    last = x
    return [rule, svgElement('text', { x, y: y + 16, 'text-anchor': 'middle', 'font-size': 11 }, [formatFigure(bound, measure.unit)])]
  })
  const title = svgElement('text', { x: width - right, y: y + 32, 'text-anchor': 'end', 'font-size': 11 }, [`${measure.title} →`])
  return svgElement('g', {}, [line, ...ticks, title])
}

/** Highlights a state by pointer or arrow keys (in the order of the figures); a click or Enter selects it. */
function listen(
  svg: SVGSVGElement,
  heard: { readonly pointed: (iso3: string | undefined) => void; readonly taken: (iso3: string, touch: boolean) => void },
  order: () => readonly string[],
  told: () => string | undefined,
): void {
  const idAt = (event: Event): string | undefined => (event.target as Element).getAttribute('data-id') ?? undefined
  svg.addEventListener('pointerover', (event) => heard.pointed(idAt(event)))
  svg.addEventListener('pointerleave', () => heard.pointed(undefined))
  svg.addEventListener('blur', () => heard.pointed(undefined))
  svg.addEventListener('click', (event) => {
    const iso3 = idAt(event)
    if (iso3 !== undefined) heard.taken(iso3, (event as PointerEvent).pointerType === 'touch')
  })
  svg.addEventListener('keydown', (event) => {
    const [all, now] = [order(), told()]
    const step = { ArrowRight: -1, ArrowUp: -1, ArrowLeft: 1, ArrowDown: 1 }[event.key]
    if (event.key === 'Enter' && now !== undefined) heard.taken(now, false)
    if (step === undefined || all.length === 0) return
    event.preventDefault()
    const place = now === undefined || !all.includes(now) ? (step > 0 ? 0 : all.length - 1) : all.indexOf(now) + step
    heard.pointed(all[Math.max(0, Math.min(all.length - 1, place))])
  })
}
