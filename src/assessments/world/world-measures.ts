import { VisavisError } from '../../errors.ts'
import type { MeasureName } from '../../measures/index.ts'
import { editDistance } from '../../states/index.ts'
import { leastCommonVotes } from '../votes/vote-places.ts'
import { readArmsShare } from './world-arms.ts'
import { readCommitments } from './world-commitments.ts'
import { earlierFigureMeasures, figureMeasures } from './world-figures.ts'
import { idealPointMethod, worldIdealPoints } from './world-ideal-points.ts'
import type { WorldMeasure } from './world-measure.ts'
import { worldPlaces } from './world-places.ts'
import { readSanctions } from './world-sanctions.ts'
import { readSharedBlocs } from './world-shared-blocs.ts'
import { readSpeeches } from './world-speeches.ts'
import { readStanding } from './world-standing.ts'
import { readVisaRules } from './world-visas.ts'
import { worldVotes } from './world-votes.ts'

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

const noVotes = `too few votes: fewer than ${leastCommonVotes} on whole resolutions in that year on which both had a position`
const fixedByOne = `${noVotes}, or one of the two took the same position in all of them`

function votes(id: string, measure: MeasureName, title: string, scale: Partial<WorldMeasure>): WorldMeasure {
  const share = scale.unit === 'share'
  return {
    ...{ id, title, domain: 'diplomacy', unit: 'index', least: -1, most: 1, middle: 0, interval: share ? 'binomial' : 'bootstrap' },
    method: `votes on whole resolutions of the UN General Assembly on which both had a position; ${share ? "Wilson's interval" : 'bootstrap over roll calls'}`,
    ...{ unknown: noVotes, year: 'calendar year of the votes', pooling: 'median' },
    heading: (of) => `${capital(title)} with ${of}`,
    assessed: { id: measure, period: 'year' },
    ...scale,
    read: (bench, chosen, intervals) => worldVotes(bench, chosen, measure, intervals),
  }
}

const counts = { unit: 'count', least: 0, most: null, middle: null, interval: null, pooling: 'mean', assessed: null } as const
const yearEnd = 'in force on the last day of the year, or of the record in its own year'
const notComplete = 'the table names none, and it is not complete'

/** Every measure, in the order of the domains; the first is the default. */
export const worldMeasures: readonly WorldMeasure[] = [
  {
    ...{ id: 'place', title: 'place in votes on world issues', domain: 'diplomacy', unit: 'share', least: 0, most: 1, middle: 0.5 },
    ...{ interval: null, pooling: 'median', year: 'year in which the last of three sessions opened' },
    heading: (of) => `Votes on world issues: closer with ${of} than this share of all pairs of states`,
    method:
      'place among all pairs in the votes of three sessions: mean of the ranks by centred agreement and by distance of ideal points, ranked again',
    unknown: `too few votes: fewer than ${leastCommonVotes} in common in three sessions, or no ideal point of both`,
    assessed: { id: 'vote-place', period: 'sessions' },
    read: worldPlaces,
  },
  votes('kappa', 'kappa_quadratic', 'kappa of votes', { unknown: fixedByOne }),
  votes('agreement', 'agreement', 'share of votes with the same position', { unit: 'share', least: 0, middle: null }),
  votes('opposing', 'opposing', 'share of votes yes against no', { unit: 'share', least: 0, middle: null }),
  votes('s', 's_absolute', "Signorino and Ritter's S of votes", {}),
  votes('pi', 'scott_pi', "Scott's pi of votes", {}),
  votes('tau-b', 'tau_b', "Kendall's tau-b of votes", { unknown: fixedByOne }),
  {
    ...{ id: 'ideal-point', title: 'distance of ideal points', domain: 'diplomacy', unit: 'index' },
    ...{ least: 0, most: null, middle: null, interval: 'credible', method: idealPointMethod, pooling: 'median' },
    heading: (of) => `Distance of ideal points from ${of}`,
    unknown: 'the record has no ideal point of both in that session',
    year: 'year in which the session opened',
    assessed: { id: 'ideal_point_distance', period: 'session' },
    read: worldIdealPoints,
  },
  {
    ...counts,
    ...{
      id: 'standing',
      title: 'standing (0 at war, 1 severe, 2 lesser rivalry, 3 negative, 4 warm peace, 5 community)',
      domain: 'diplomacy',
    },
    ...{ most: 5, middle: 3, pooling: 'median' },
    heading: (of) => `Standing of each state with ${of}, from 0 at war to 5 security community`,
    method: 'the published rule over dated facts (docs/measures/standing.md); 3 is negative peace or better where no fact places the pair',
    unknown: 'the record has no facts of relations between states',
    year: yearEnd,
    read: readStanding,
  },
  {
    ...counts,
    ...{ id: 'blocs', title: 'blocs of which both are members', domain: 'institutions', year: yearEnd },
    heading: (of) => `Blocs of which each state and ${of} are members`,
    method: "count of the record's blocs in which both are full members",
    assessed: { id: 'shared-blocs', period: 'day' },
    unknown: 'the lists of members do not speak of that year',
    read: readSharedBlocs,
  },
  {
    ...counts,
    ...{ id: 'commitments', title: 'treaties with a commitment that bind both', domain: 'alliance', year: yearEnd, unknown: notComplete },
    heading: (of) => `Treaties with a commitment that bind each state and ${of}`,
    method: "at least so many: treaties of the record's table of written commitments to which both are parties",
    read: (bench, chosen) => readCommitments(bench, chosen, 'any'),
  },
  {
    ...counts,
    ...{ id: 'defence', title: 'treaties of defence that bind both', domain: 'alliance', year: yearEnd, unknown: notComplete },
    heading: (of) => `Treaties of defence that bind each state and ${of}`,
    method: 'at least so many: treaties by which one of the two, or both, owe the other defence',
    read: (bench, chosen) => readCommitments(bench, chosen, 'defence'),
  },
  ...figureMeasures.filter(({ domain }) => domain === 'conflict'),
  {
    ...{ id: 'arms-import-share', title: "share in the state's imports of major arms", domain: 'arms', unit: 'share' },
    ...{ least: 0, most: 1, middle: null, interval: null, pooling: 'sum' },
    heading: (_, whose) => `${capital(whose)} share in each state's imports of major arms`,
    method: 'deliveries of five years by volume (TIV) over all that the register has for the state',
    unknown: 'the record has no register of arms (visavis add sipri-register), or the state took no arms in the five years',
    year: 'last of the five years',
    assessed: null,
    read: readArmsShare,
  },
  ...figureMeasures.filter(({ domain }) => domain !== 'conflict'),
  {
    ...counts,
    ...{ id: 'sanctions-on', title: 'sanctions regimes on the state', domain: 'sanctions', year: yearEnd, unknown: notComplete },
    heading: (of) => `Sanctions regimes of ${of} on each state`,
    method: 'at least so many: regimes of the chosen one, or of a body it is a member of, on the state (the UN left out)',
    assessed: { id: 'regimes-a-on-b', period: 'day' },
    read: (bench, chosen) => readSanctions(bench, chosen, 'on'),
  },
  {
    ...counts,
    ...{ id: 'sanctions-by', title: 'sanctions regimes of the state', domain: 'sanctions', year: yearEnd, unknown: notComplete },
    heading: (of) => `Sanctions regimes of each state on ${of}`,
    method: 'at least so many: regimes of the state, or of a body it is a member of, on the chosen one (the UN left out)',
    assessed: { id: 'regimes-b-on-a', period: 'day' },
    read: (bench, chosen) => readSanctions(bench, chosen, 'by'),
  },
  {
    ...{ id: 'visa-rule', title: 'ease of entry for citizens of the chosen one', domain: 'people', unit: 'index', least: 0, most: 5 },
    ...{ middle: null, interval: null, pooling: 'median', assessed: null, year: 'the day of the list (12 January 2025)' },
    heading: (of) => `Ease of entry for citizens of ${of} (5: no visa, 0: not admitted)`,
    method: 'visa rule for a short visit with an ordinary passport: 1 visa, 2 e-visa, 3 electronic authorisation, 4 visa on arrival',
    unknown: 'no list of visa rules has the pair in that year',
    read: (bench, chosen) => readVisaRules(bench, chosen),
  },
  {
    ...{ id: 'speeches', title: 'similarity of speeches', domain: 'narrative', unit: 'index', least: -1, most: 1, middle: 0 },
    ...{ interval: 'jackknife', pooling: 'median', year: 'year of the General Debate' },
    heading: (_, whose) => `Similarity of speeches with ${whose}`,
    method: 'speeches of one General Debate; 0 is two typical speeches, 1 the same speech; interval from the standard error',
    assessed: null,
    unknown: 'the record has no speech of both in that session (to 2017 it has 25 states)',
    read: readSpeeches,
  },
]

/**
 * Finds a measure by its id, or by an earlier one.
 *
 * @throws VisavisError Usage for an unknown id, with the nearest names
 */
export function worldMeasure(id: string): WorldMeasure {
  const wanted = earlierFigureMeasures[id] ?? id
  const found = worldMeasures.find((one) => one.id === wanted)
  if (found !== undefined) return found
  const ids = worldMeasures.map((one) => one.id)
  const near = ids
    .map((one) => ({ one, far: one.includes(id) || id.includes(one) ? 1 : editDistance(id, one, 5) }))
    .filter(({ far }) => far < 5)
    .sort((x, y) => x.far - y.far)
    .slice(0, 5)
    .map(({ one }) => one)
  const meant = near.length === 0 ? '' : `. Did you mean ${near.join(', ')}?`
  throw new VisavisError('Usage', `there is no measure "${id.slice(0, 100)}"${meant}`, { hint: `--measure one of ${ids.join(', ')}` })
}
