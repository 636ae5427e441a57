import { VisavisError } from '../../errors.ts'
import type { MeasureName } from '../../measures/index.ts'
import { type Figure, figures } from '../../memory/index.ts'
import { editDistance } from '../../states/index.ts'
import type { Indicator } from '../../store/indicators/indicator.ts'
import { indicators } from '../../store/indicators/indicators.ts'
import { factChoices, factColumn, factSeries } from './panel-facts.ts'
import { figureSeries } from './panel-figures.ts'
import { observationSeries } from './panel-observations.ts'
import { fillCommitments, fillSanctions, fillSharedBlocs, fillSpeeches, fillStanding } from './panel-relations.ts'
import type { PanelInputs, PanelSeries } from './panel-series.ts'
import { type Fill, fillIdealPoints, fillVotePlaces, fillVotes } from './panel-votes.ts'

/** A series of a domain that the memory does not hold yet: the panel computes it, or reads it from a table of its own. */
interface Computed extends Omit<PanelSeries, 'fill' | 'oneSourceEach' | 'sources' | 'sourceTexts'> {
  /** The sources; those that the record lacks are left out. */
  readonly from: readonly string[]
  readonly read: (inputs: PanelInputs, years: readonly number[]) => Promise<Fill>
}

const voteSources = ['un-votes', 'un-resolutions', 'un-digital-library']
const yearEnd = 'in force on the last day of the year, or of the record in its own year'
const session = 'year in which the session opened; a session runs from September to September'

function votes(id: string, measure: MeasureName, title: string, unit: string, definition: string): Computed {
  return {
    ...{ id, title, unit, directed: false, from: voteSources, year: 'calendar year of the votes' },
    definition: `${definition} Votes on whole resolutions of the UN General Assembly on which both had a position; at least 20 in the year.`,
    limits:
      'The roll calls of a year are a sample of topics, so the level moves with the agenda; compare pairs within a year. Intervals: visavis world, visavis measure similarity.',
    read: (inputs) => fillVotes(inputs, measure),
  }
}

/** Everything that the panel computes itself, in the order of the domains. */
const computed: readonly Computed[] = [
  {
    ...{ id: 'vote-place', title: 'place in votes on world issues', unit: 'share', directed: false },
    from: [...voteSources, 'visavis-ideal-points'],
    definition:
      'Share of all pairs that vote less alike than the pair in three sessions: mean of the ranks by centred agreement and by distance of ideal points, ranked again.',
    limits: 'A rank, not a distance: it says nothing of how far apart all states are in a year.',
    year: 'year in which the last of three sessions opened',
    read: fillVotePlaces,
  },
  votes(
    'kappa',
    'kappa_quadratic',
    "Cohen's kappa of votes, quadratic weights",
    'index, -1 to 1',
    'Agreement beyond what chance would give for the votes of both; unknown where one of them took the same position throughout.',
  ),
  votes(
    's',
    's_absolute',
    "Signorino and Ritter's S of votes",
    'index, -1 to 1',
    'One minus twice the mean absolute difference of positions, as a share of the largest possible.',
  ),
  votes('pi', 'scott_pi', "Scott's pi of votes", 'index, -1 to 1', 'Agreement beyond chance, with the margins of both taken together.'),
  votes(
    'tau-b',
    'tau_b',
    "Kendall's tau-b of votes",
    'index, -1 to 1',
    'Rank correlation of positions, corrected for ties; unknown where one of the two took the same position throughout.',
  ),
  votes(
    'a',
    'benati_capurri_a',
    "Benati and Capurri's A of votes",
    'index',
    'Ordinal agreement of positions; unknown where one of the two took the same position throughout.',
  ),
  votes('agreement', 'agreement', 'share of votes with the same position', 'share', 'Votes in which both took the same position.'),
  votes(
    'partial-split',
    'partial_split',
    'share of votes in which one of the two abstained',
    'share',
    'Votes in which one abstained and the other voted yes or no.',
  ),
  votes('opposing', 'opposing', 'share of votes yes against no', 'share', 'Votes in which one voted yes and the other no.'),
  {
    ...{ id: 'ideal-points', title: 'distance of ideal points', unit: 'scale of the usual specification', directed: false },
    ...{ from: ['visavis-ideal-points'], year: session, read: fillIdealPoints },
    definition:
      'Absolute difference of the positions of the two on the one dimension that explains recorded votes best, estimated for all sessions together.',
    limits: 'One dimension of many, and an estimate: docs/measures/ideal-points.md. Intervals: visavis world --measure ideal-point.',
  },
  {
    ...{ id: 'standing', title: 'standing, 0 at war to 5 security community', unit: 'class 0 to 5', directed: false, year: yearEnd },
    from: [
      'interstate-relations',
      'territorial-claims',
      'institution-memberships',
      'alliance-commitments',
      'sanctions-regimes',
      'ucdp-acd',
    ],
    definition:
      '0 at war, 1 severe rivalry, 2 lesser rivalry, 3 negative peace, 4 warm peace, 5 security community, by the published rule over dated facts (docs/measures/standing.md).',
    limits:
      'An order, not a scale: differences of classes do not compare. Flag none-found: no fact places the pair, and 3 holds by the rule.',
    read: fillStanding,
  },
  {
    ...{ id: 'shared-blocs', title: 'blocs of which both are members', unit: 'blocs', directed: false, year: yearEnd },
    ...{ from: ['bloc-memberships'], read: fillSharedBlocs },
    definition: "Number of the record's 29 blocs in which both are full members, the UN among them.",
    limits: 'Belonging is not acting, and blocs differ in weight.',
  },
  {
    ...{ id: 'commitments', title: 'treaties with a commitment that bind both', unit: 'treaties', directed: false, year: yearEnd },
    ...{ from: ['alliance-commitments'], read: (inputs: PanelInputs) => fillCommitments(inputs, 'any') },
    definition: 'Treaties with an obligation of defence, offence, neutrality, nonaggression or consultation to which both are parties.',
    limits: 'A list of our own that is not complete: a count is a lower bound, and no treaty is unknown.',
  },
  {
    ...{ id: 'defence', title: 'treaties of defence that bind both', unit: 'treaties', directed: false, year: yearEnd },
    ...{ from: ['alliance-commitments'], read: (inputs: PanelInputs) => fillCommitments(inputs, 'defence') },
    definition: 'Treaties by which one of the two, or both, owe the other defence.',
    limits:
      'A list of our own that has nine of ten pair-years of ATOP: a count is a lower bound, and none an estimate with that recall (docs/sources/alliance-commitments.md).',
  },
  {
    ...{ id: 'sanctions-regimes', title: 'sanctions regimes of the one on the other', unit: 'regimes', directed: true, year: yearEnd },
    ...{ from: ['sanctions-regimes', 'bloc-memberships'], read: fillSanctions },
    definition: 'Regimes of the one, or of a body it is a member of, on the other; the UN is left out.',
    limits:
      'A list of our own that is not complete: a count is a lower bound; none is an estimate from 2013 on where the list misses few of that sender.',
  },
  {
    ...{
      id: 'speech-similarity',
      title: 'similarity of speeches in the General Debate',
      unit: 'index, 0 two typical speeches, 1 the same',
    },
    ...{ directed: false, from: ['visavis-speeches'], year: 'year of the General Debate', read: fillSpeeches },
    definition: 'Cosine of the weighted word rates of two speeches of one session, less those of a typical speech, freed of their length.',
    limits: 'Words tell what is spoken of, not on which side. Twenty-five states to 2017. Intervals: visavis world --measure speeches.',
  },
]

/** Earlier names of a series, and those that other commands have for it. */
const otherNames: Readonly<Record<string, string>> = {
  place: 'vote-place',
  'ideal-point': 'ideal-points',
  'estimated-ideal-points': 'ideal-points',
  blocs: 'shared-blocs',
  conflict: 'conflict-intensity',
  'armed-conflict': 'conflict-intensity',
  'gravity-norm': 'gravity-expected',
  'territorial-claims': 'territorial-claim',
  speeches: 'speech-similarity',
  sanctions: 'sanctions-regimes',
}

/** The series of a panel if none are named. */
export const usualIndicators: readonly string[] = [
  ...['kappa', 'agreement', 'ideal-points', 'speech-similarity', 'standing', 'shared-blocs', 'defence', 'conflict-intensity'],
  ...['goods-flow', 'import-share', 'sanctions-regimes', 'public-debt-official', 'migrant-stock'],
]

/** What a panel can hold: an id, and what it is. */
export interface PanelChoice {
  readonly id: string
  readonly title: string
  readonly directed: boolean
}

/** Returns every series that a panel can hold, but for single forms of a fact: figures and facts of the memory, what the panel computes, and observations. */
export function panelChoices(): PanelChoice[] {
  const known = figures.map(({ id, title, of }) => ({ id, title, directed: of === 'directed' }))
  const own = new Set([...computed, ...known, ...factChoices].map(({ id }) => id))
  const observed = indicators.filter((one) => isOfPairs(one) && !own.has(one.id) && one.table === undefined)
  return [
    ...computed.map(({ id, title, directed }) => ({ id, title, directed })),
    ...known,
    ...factChoices,
    ...observed.map(({ id, title, relation }) => ({ id, title, directed: relation === 'directed' })),
  ]
}

/** The figure that an id stands for: its own, an earlier one, or that of one side in an assessment. */
function figureNamed(id: string): Figure | undefined {
  return figures.find((one) => one.id === id) ?? figures.find(({ also, assessed }) => [...(also ?? []), ...assessed].includes(id))
}

function isOfPairs({ relation }: Indicator): boolean {
  return relation === 'directed' || relation === 'undirected'
}

/**
 * Returns the ids of the series that a request names, each once and in its order.
 *
 * @throws VisavisError Usage for an id that is unknown, or is of something that is no figure of a pair in a year
 * @example panelIds(['kappa', 'blocs'])   // ['kappa', 'shared-blocs']
 */
export function panelIds(asked: readonly string[]): string[] {
  const choices = new Set(panelChoices().map(({ id }) => id))
  if (asked.length === 0)
    throw new VisavisError('Usage', 'no indicator or measure is named', { hint: 'visavis panel --indicators kappa,goods-flow' })
  return [
    ...new Set(
      asked.map((given) => {
        const id = choices.has(given) ? given : (otherNames[given] ?? figureNamed(given)?.id ?? given)
        // whether a fact has the form that the id names, the record says
        if (!choices.has(id) && factColumn(id) === undefined) throw notInPanel(given, [...choices])
        return id
      }),
    ),
  ]
}

function notInPanel(id: string, choices: readonly string[]): VisavisError {
  const hint = `visavis indicators   those of a pair and from one to another; and ${[...computed, ...figures, ...factChoices].map((one) => one.id).join(', ')}`
  const indicator = indicators.find((one) => one.id === id)
  if (indicator?.relation === 'state')
    return new VisavisError('Usage', `${id} is a figure of one state, not of a pair: a panel of pairs cannot hold it`, { hint })
  if (indicator?.relation === 'none') return new VisavisError('Usage', `${id} is a list, and has no figure of a pair`, { hint })
  if (indicator !== undefined)
    return new VisavisError('Usage', `${id} has many rows for a pair and a year, and no one figure that a panel could hold`, { hint })
  const near = choices
    .map((choice) => ({ choice, far: choice.includes(id) || id.includes(choice) ? 1 : editDistance(id, choice, 5) }))
    .filter(({ far }) => far < 5)
    .sort((x, y) => x.far - y.far)
    .slice(0, 5)
    .map(({ choice }) => choice)
  const meant = near.length === 0 ? '' : `. Did you mean ${near.join(', ')}?`
  return new VisavisError('Usage', `there is no indicator or measure "${id.slice(0, 100)}"${meant}`, { hint })
}

/**
 * Opens the series with these ids, of `panelIds`.
 *
 * @throws VisavisError Usage for a form that no fact has
 */
export async function panelSeries(ids: readonly string[], inputs: PanelInputs, years: readonly number[]): Promise<PanelSeries[]> {
  const opened: PanelSeries[] = []
  for (const id of ids) opened.push(await seriesOf(id, inputs, years))
  return opened
}

async function seriesOf(id: string, inputs: PanelInputs, years: readonly number[]): Promise<PanelSeries> {
  const figure = figures.find((one) => one.id === id)
  if (figure !== undefined) return figureSeries(inputs, figure)
  const own = computed.find((one) => one.id === id)
  if (own !== undefined) {
    const { from, read, ...about } = own
    const sources = from.filter((source) => inputs.cards.has(source))
    return { ...about, sources, sourceTexts: sources, oneSourceEach: false, fill: await read(inputs, years) }
  }
  const indicator = indicators.find((one) => one.id === id && isOfPairs(one) && one.table === undefined)
  return indicator === undefined ? factSeries(inputs, id) : observationSeries(inputs, indicator)
}
