/** Titles of the domains, in their fixed order. */
export const domainTitles: Readonly<Record<string, string>> = {
  diplomacy: 'Diplomacy',
  institutions: 'Institutions',
  alliance: 'Alliance',
  conflict: 'Conflict',
  arms: 'Arms',
  exercises: 'Exercises',
  trade: 'Trade',
  energy: 'Energy',
  investment: 'Investment',
  finance: 'Finance',
  technology: 'Technology',
  sanctions: 'Sanctions',
  people: 'People',
  narrative: 'Narrative',
}
