import { VisavisError } from '../../errors.ts'
import type { NamedSide } from './trade-question.ts'

/**
 * Takes the target out of each side, and refuses sides that share an economy.
 *
 * @throws VisavisError Usage for a list of nobody or of more than 40, a side that is the target itself, or an economy on two sides
 */
export function separateSides(target: NamedSide, sides: readonly NamedSide[]): NamedSide[] {
  const refuse = (why: string): never => {
    throw new VisavisError('Usage', `members: ${why}`, { hint: 'visavis coalition RUS --members USA,EU,JPN' })
  }
  if (sides.length === 0) refuse('names nobody')
  if (sides.length > 40) refuse(`names ${sides.length}, and 40 are the most`)
  const taken = new Map<number, string>()
  return sides.map((side): NamedSide => {
    const kept = side.party.flatMap((at, i) => (target.party.includes(at) ? [] : [{ at, code: side.economies[i]! }]))
    if (kept.length === 0) refuse(`${side.name} is the target itself`)
    for (const { at, code } of kept) {
      const other = taken.get(at)
      if (other !== undefined) refuse(`${code} is in ${other} and in ${side.name}`)
      taken.set(at, side.name)
    }
    return { ...side, party: kept.map(({ at }) => at), economies: kept.map(({ code }) => code) }
  })
}
