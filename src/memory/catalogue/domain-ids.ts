/** The fourteen domains of a relationship, in their order of display. */
export const domains = [
  { id: 'diplomacy', title: 'Diplomacy' },
  { id: 'institutions', title: 'Institutions' },
  { id: 'alliance', title: 'Alliance' },
  { id: 'conflict', title: 'Conflict' },
  { id: 'arms', title: 'Arms' },
  { id: 'exercises', title: 'Exercises' },
  { id: 'trade', title: 'Trade' },
  { id: 'energy', title: 'Energy' },
  { id: 'investment', title: 'Investment' },
  { id: 'finance', title: 'Finance' },
  { id: 'technology', title: 'Technology' },
  { id: 'sanctions', title: 'Sanctions' },
  { id: 'people', title: 'People' },
  { id: 'narrative', title: 'Narrative' },
] as const

export type DomainId = (typeof domains)[number]['id']
