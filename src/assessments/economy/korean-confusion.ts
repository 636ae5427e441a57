import type { DomainInputs } from '../forms/assessment.ts'

/** Partners whose trade with North Korea is large enough not to be a slip of the pen. */
const knownPartners: ReadonlySet<string> = new Set(['CHN', 'RUS'])

/**
 * Cautions against goods booked as North Korea’s: the two Koreas stand side by side in customs forms, and reporters often take the wrong one. Undefined for
 * pairs without North Korea, and for China and Russia, its main partners.
 */
export function koreanConfusion({
  a,
  b,
}: Pick<DomainInputs['dyad'], 'a' | 'b'>): { readonly sentence: string; readonly notes: readonly string[] } | undefined {
  const partner = a.iso3 === 'PRK' ? b : b.iso3 === 'PRK' ? a : undefined
  if (partner === undefined || knownPartners.has(partner.iso3)) return undefined
  return {
    sentence: 'Reporters often book South Korea’s goods as North Korea’s, so this need not be trade of North Korea at all.',
    notes: [
      'Since December 2017 UN Security Council resolution 2397, with others of that year, has banned most of North Korea’s exports. A figure of such goods since then may be a slip between the two Koreas rather than a breach.',
    ],
  }
}
