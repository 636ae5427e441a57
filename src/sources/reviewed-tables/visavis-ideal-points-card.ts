import { coverageOf, publicDomain, type SourceCard } from '../cards/source-cards.ts'

/** Card of the ideal points that this package estimates from the recorded votes: docs/measures/ideal-points.md, docs/measures/multiverse.md. */
export const card: SourceCard = {
  id: 'visavis-ideal-points',
  title: 'Ideal points of states in the UN General Assembly under fourteen specifications',
  provider: 'Vis-à-vis',
  url: 'https://doi.org/10.1177/0022002715595700',
  licence: publicDomain('Own estimates, public domain; cite the votes that they rest on (un-votes, un-resolutions).'),
  citation:
    'Ideal points estimated by visavis measure ideal-points; model: Bailey, Michael A., Anton Strezhnev and Erik Voeten. 2017. "Estimating Dynamic State Preferences from United Nations Voting Data." Journal of Conflict Resolution 61(2): 430-456. Votes: un-votes, un-resolutions.',
  vintage: 'of recorded votes to 4 June 2026',
  coverage: coverageOf(['estimated-ideal-points'], 1946, '2026-06-04', 'all UN members that voted'),
  quirks: [
    'Derived: a row holds for the recorded votes whose digest it bears. Where votes were added since, it is not used; visavis measure ideal-points estimates anew.',
    'Positions of one session rest on the votes of all sessions, later ones included, but in the two specifications that take each session alone.',
    'Scales differ between specifications: distances are compared in standard deviations of all positions of a session, or by percentile.',
    'The level of sessions 1 to 11 is hardly identified, since few of their roll calls are on a text that came back; distances within a session are.',
    'The specification "important" has no session after 2020: the list of important votes ends there.',
  ],
}
