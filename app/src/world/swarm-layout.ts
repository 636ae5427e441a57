/** A dot of a beeswarm: its position along the axis, and its offset from the axis. */
export interface SwarmDot {
  readonly x: number
  /** Offset from the axis: positive or negative. */
  readonly aside: number
}

/**
 * Packs dots beside an axis, each as close to the axis as the previous dots allow. If the offset would exceed `most`, all offsets are
 * scaled down.
 *
 * @param places   positions along the axis, ascending
 * @param radius   radius of a dot, including its margin
 * @param most     largest offset
 */
export function packDots(places: readonly number[], radius: number, most: number): SwarmDot[] {
  const dots: SwarmDot[] = []
  for (const x of places) {
    const near: SwarmDot[] = []
    for (let i = dots.length - 1; i >= 0 && x - dots[i]!.x < 2 * radius; i--) near.push(dots[i]!)
    dots.push({ x, aside: nearestFree(x, near, radius) })
  }
  const furthest = dots.reduce((far, { aside }) => Math.max(far, Math.abs(aside)), 0)
  return furthest <= most ? dots : dots.map(({ x, aside }) => ({ x, aside: (aside * most) / furthest }))
}

function nearestFree(x: number, near: readonly SwarmDot[], radius: number): number {
  const touching = near.map((dot) => ({ dot, reach: Math.sqrt(Math.max(0, 4 * radius * radius - (x - dot.x) ** 2)) }))
  const tries = [0, ...touching.flatMap(({ dot, reach }) => [dot.aside - reach, dot.aside + reach])].sort(
    (a, b) => Math.abs(a) - Math.abs(b),
  )
  return tries.find((aside) => touching.every(({ dot, reach }) => Math.abs(dot.aside - aside) >= reach - 1e-6)) ?? 0
}
