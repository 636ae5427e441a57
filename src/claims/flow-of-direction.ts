/** Sender and receiver of what goes one way; empty for both ways together (`total`) and where there is no direction (`n/a`). */
export type FlowEnds = readonly [from: string, to: string] | readonly []

/**
 * Returns sender and receiver of a claim's direction.
 *
 * @example flowEnds('CHN->RUS').join(' to ')   // 'CHN to RUS'
 * @example flowEnds('total').length   // 0
 */
export function flowEnds(direction: string | undefined): FlowEnds {
  const [from, to] = direction?.split('->') ?? []
  return from === undefined || to === undefined ? [] : [from, to]
}

/** Whether a direction leads from one party to another. */
export const isOneWay = (direction: string): boolean => direction.includes('->')

/** Returns a direction as it is published. */
export const directionFromTo = (from: string, to: string): string => `${from}->${to}`

/**
 * Returns a direction with both parties changed; `total` and `n/a` stay.
 *
 * @example changedDirection('CHN->RUS', (id) => (id === 'CHN' ? 'IND' : id))   // 'IND->RUS'
 */
export function changedDirection(direction: string, change: (id: string) => string): string {
  const [from, to] = flowEnds(direction)
  return from === undefined || to === undefined ? direction : directionFromTo(change(from), change(to))
}

/** Whether one direction is the opposite of the other. */
export function areOpposite(one: string, other: string): boolean {
  const [from, to] = flowEnds(one)
  return from !== undefined && to !== undefined && other === directionFromTo(to, from)
}
