/** Bounds of the colours of changes in percent, the same in every scenario, so that two maps can be compared. */
export const bounds: readonly number[] = [-2, -0.5, -0.1, 0, 0.1, 0.5, 2]

/** Names of the colours in world.css, from the greatest loss to the greatest gain. */
export const colourNames: readonly string[] = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']

/** Returns the index of the colour of a change. */
export function classOfChange(change: number): number {
  let place = 0
  while (place < bounds.length && change >= bounds[place]!) place++
  return place
}
