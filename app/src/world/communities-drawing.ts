import { formatShare } from '../../../src/server/wording.ts'
import { svgElement } from '../charts/svg.ts'
import { colour } from '../theme.ts'
import type { CommunitiesAnswer, PlacedMember } from './communities-table.ts'
import type { Paint } from './map-drawing.ts'
import { packDots } from './swarm-layout.ts'

const colours = ['s0', 's1', 's2', 's3', 's4', 's5']

/** Returns the colour of a community; all further communities share the last colour and differ only by their letter. */
export function groupColour(number: number): string {
  return colour(colours[Math.min(number, colours.length - 1)]!)
}

/** Returns the paint of a state: the higher the share of resamples in which it stays in its community, the more opaque. */
export function groupPaint({ number, member }: PlacedMember): Paint {
  return { fill: groupColour(number), opacity: member.stays === null ? 0.9 : Math.max(0.2, Math.min(0.95, (member.stays - 0.3) / 0.65)) }
}

interface StripEvents {
  readonly pointed: (iso3: string | undefined) => void
  readonly taken: (iso3: string) => void
}

const [left, right, row, top, foot, radius] = [30, 14, 92, 6, 40, 3.6]

/** Draws a strip plot: one row per community, with its states placed by the share of resamples in which they stay. */
export function drawStability({ communities }: CommunitiesAnswer, width: number, heard: StripEvents): SVGSVGElement {
  const rows = communities.filter(({ stability }) => stability !== null)
  const height = top + rows.length * row + foot
  const svg = svgElement('svg', { viewBox: `0 0 ${width} ${height}`, width, height, class: 'swarm', role: 'img' })
  const xOf = (share: number): number => left + share * (width - left - right)
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const x = xOf(share)
    svg.append(svgElement('line', { x1: x, x2: x, y1: top, y2: height - foot, stroke: colour('line'), 'stroke-dasharray': '2 3' }))
    svg.append(
      svgElement('text', { x, y: height - foot + 14, 'text-anchor': share === 1 ? 'end' : 'middle', 'font-size': 11 }, [
        formatShare(share),
      ]),
    )
  }
  rows.forEach(({ letter, members }, place) => {
    const y = top + place * row + row / 2
    const rising = [...members].sort((x, z) => x.stays! - z.stays!)
    const dots = packDots(
      rising.map(({ stays }) => xOf(stays!)),
      radius + 0.3,
      row / 2 - radius - 3,
    )
    svg.append(svgElement('text', { x: 4, y: y + 6, 'font-size': 18, 'font-weight': 700 }, [letter]))
    rising.forEach((member, i) => {
      const fill = groupColour(communities.findIndex((one) => one.letter === letter))
      svg.append(svgElement('circle', { cx: dots[i]!.x, cy: y + dots[i]!.aside, r: radius, fill, class: 'place', 'data-id': member.iso3 }))
    })
  })
  svg.append(
    svgElement('text', { x: width - right, y: height - 8, 'text-anchor': 'end', 'font-size': 11 }, [
      'resamples in which it stays with its group →',
    ]),
  )
  const idAt = (event: Event): string | undefined => (event.target as Element).getAttribute('data-id') ?? undefined
  svg.addEventListener('pointerover', (event) => heard.pointed(idAt(event)))
  svg.addEventListener('pointerleave', () => heard.pointed(undefined))
  svg.addEventListener('click', (event) => {
    const iso3 = idAt(event)
    if (iso3 !== undefined) heard.taken(iso3)
  })
  return svg
}
