import { colour } from '../theme.ts'
import { type ColourScale, classOf } from './colour-scale.ts'
import type { Paint } from './map-drawing.ts'
import { stateFigure, type WorldAnswer } from './state-figures.ts'

/** Returns the state that the measure is towards; for a bloc, its members in a year. */
export function chosenIn({ of, memberYears }: WorldAnswer, year: number): ReadonlySet<string> {
  return memberYears === undefined ? new Set([of.iso3]) : membersIn(memberYears, year)
}

/** Returns the states whose years of membership hold a year. */
export function membersIn(memberYears: NonNullable<WorldAnswer['memberYears']>, year: number): ReadonlySet<string> {
  const within = Object.entries(memberYears).filter(([, spans]) => spans.some(([first, last]) => year >= first && year <= last))
  return new Set(within.map(([iso3]) => iso3))
}

/** Returns the states that react to the pointer: those of the answer, and the one that the measure is towards. */
export function statesOnMap({ states, of }: WorldAnswer): ReadonlySet<string> {
  return new Set([...states.map(({ iso3 }) => iso3), of.iso3])
}

/** What of a scale an area takes its fill from. */
type ColourClasses = Pick<ColourScale, 'bounds' | 'colours'>

/** Returns a function for the fill of each area by year; fills are cached. */
export function painter(answer: WorldAnswer, scale: ColourClasses): (at: number) => (id: string) => Paint {
  const fills = scale.colours.map(colour)
  const own: Paint = { fill: colour('s5') }
  const kept = new Map<number, ReadonlyMap<string, Paint>>()
  const paintsAt = (at: number): ReadonlyMap<string, Paint> => {
    const known = kept.get(at)
    if (known !== undefined) return known
    const made = new Map(answer.states.map((state) => [state.iso3, paintOf(stateFigure(state, answer, at), fills, scale)]))
    if (answer.of.members === undefined) made.set(answer.of.iso3, own)
    kept.set(at, made)
    return made
  }
  return (at) => {
    const paints = paintsAt(at)
    return (id) => paints.get(id) ?? { fill: 'plain' }
  }
}

function paintOf({ status, value }: ReturnType<typeof stateFigure>, fills: readonly string[], scale: ColourClasses): Paint {
  if (value !== undefined) return { fill: fills[classOf(scale, value)]! }
  return { fill: status === 'unknown' ? 'hatched' : 'plain' }
}
