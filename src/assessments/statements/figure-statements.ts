import { isKnown, type Known } from '../../store/index.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import type { Statement } from '../forms/statement.ts'
import { formatPercentile, formatShare } from '../forms/wording.ts'

/** A figure that says something of a pair from a value on, with its weight there and at its greatest. */
interface Telling {
  readonly id: string
  readonly from: number
  readonly weight: number
  readonly most: number
  readonly text: (of: Known, names: Sides) => string
}

/** The side whose figure it is and the other one. */
interface Sides {
  readonly own: string
  readonly other: string
}

const yearOf = ({ period }: Known): string => {
  const years = [...period.matchAll(/\d{4}/g)].map(([year]) => year)
  return years.length < 2 || years[0] === years.at(-1) ? `in ${years[0]}` : `in ${years[0]} to ${years.at(-1)}`
}

const atMost = ({ certainty }: Known): string => (certainty === 'at most' ? 'at most ' : '')

/** Figures of one side towards the other; `-a` or `-b` follows the id. A weight of a share grows evenly with it. */
const ofSides: readonly Telling[] = [
  {
    id: 'arms-import-share',
    from: 0.2,
    weight: 55,
    most: 66,
    text: (of, { own, other }) => `${other} supplied ${formatShare(of.value)} of the arms that ${own} imported ${yearOf(of)}.`,
  },
  {
    id: 'import-share',
    from: 0.2,
    weight: 46,
    most: 60,
    text: (of, { own, other }) =>
      `${other} supplied ${atMost(of)}${formatShare(of.value)} of the goods that ${own} imported ${yearOf(of)}.`,
  },
  {
    id: 'export-share',
    from: 0.2,
    weight: 46,
    most: 60,
    text: (of, { own, other }) => `${other} took ${atMost(of)}${formatShare(of.value)} of the goods that ${own} exported ${yearOf(of)}.`,
  },
]

/** Figures that go from one side to the other; `-a-to-b` or `-b-to-a` follows the id, and `own` is the side that receives. */
const ofWays: readonly Telling[] = [
  {
    id: 'public-debt-share',
    from: 0.2,
    weight: 44,
    most: 54,
    text: (of, { own, other }) => `${other} held ${formatShare(of.value)} of the public debt that ${own} owed abroad ${yearOf(of)}.`,
  },
  {
    id: 'direct-investment-share-host',
    from: 0.2,
    weight: 40,
    most: 50,
    text: (of, { own, other }) => `${formatShare(of.value)} of the direct investment in ${own} came from ${other} ${yearOf(of)}.`,
  },
  {
    id: 'semiconductors-share',
    from: 0.4,
    weight: 30,
    most: 36,
    text: (of, { own, other }) =>
      `${other} supplied ${formatShare(of.value)} of the chips and solar cells that ${own} bought abroad ${yearOf(of)}.`,
  },
]

/** People of one side in the other, as a share of their own state; `-a-in-b-share` and `-b-in-a-share`. */
const fromShareOfPeople = 0.01

/** Writes the statements on figures that tell a pair from others: shares from a stated size on, and places far out. */
export function figureStatements(domains: readonly DomainAssessment[], a: string, b: string): Statement[] {
  const known = new Map(
    domains.flatMap(({ estimates }) => estimates).flatMap((one): [string, Known][] => (isKnown(one) ? [[one.id, one]] : [])),
  )
  const sides = [
    { suffixes: ['a', 'b-to-a', 'a-in-b'], own: a, other: b },
    { suffixes: ['b', 'a-to-b', 'b-in-a'], own: b, other: a },
  ] as const
  return [
    ...sides.flatMap(({ suffixes: [side, way, living], own, other }) => [
      ...ofSides.flatMap((telling) => told(telling, known.get(`${telling.id}-${side}`), { own, other })),
      ...ofWays.flatMap((telling) => told(telling, known.get(`${telling.id}-${way}`), { own, other })),
      ...peopleStatement(known.get(`migrants-${living}-share`), known.get(`migrants-${living}`), own, other),
    ]),
    ...placeStatements(known, a, b),
  ]
}

function told({ id, from, weight, most, text }: Telling, of: Known | undefined, names: Sides): Statement[] {
  if (of === undefined || of.value < from) return []
  const share = Math.min(1, (of.value - from) / (1 - from))
  return [{ text: capital(text(of, names)), weight: weight + share * (most - weight), about: id, spells: [], sources: sourcesOf(of) }]
}

function peopleStatement(share: Known | undefined, stock: Known | undefined, own: string, other: string): Statement[] {
  if (share === undefined || stock === undefined || share.value < fromShareOfPeople) return []
  const text = `${stock.value.toLocaleString('en-US', { maximumSignificantDigits: 3 })} people born in ${own} live in ${other}, ${formatShare(share.value)} of the population of ${own} (${yearOf(stock).slice(3)}).`
  return [{ text: capital(text), weight: 32 + Math.min(10, share.value * 100), about: 'migrants', spells: [], sources: sourcesOf(stock) }]
}

/** From this percentile on, and from as far below, a place is far out. */
const farOut = 90

/** Places among all pairs of votes and speeches (that of trade stands in its own sentence). They open a page on which nothing else does. */
function placeStatements(known: ReadonlyMap<string, Known>, a: string, b: string): Statement[] {
  const [place, speeches] = [known.get('vote-place.percentile'), known.get('speech_similarity.percentile')]
  const far = (value: number): number => Math.abs(value - 50) / 50
  return [
    ...(place === undefined || place.interval === 'exact'
      ? []
      : [
          {
            text: votesText(place, a, b),
            weight: (place.value >= farOut || place.value <= 100 - farOut ? 28 : 14) + 8 * far(place.value),
            about: 'vote-place',
            spells: [],
            sources: sourcesOf(place),
          },
        ]),
    ...(speeches === undefined || (speeches.value < farOut && speeches.value > 100 - farOut)
      ? []
      : [
          {
            text: `Their speeches at the UN are ${speeches.value > 50 ? `closer in their words than those of ${formatPercentile(speeches.value)} %` : `further apart in their words than those of ${formatPercentile(100 - speeches.value)} %`} of all pairs.`,
            weight: 20 + 6 * far(speeches.value),
            about: 'speech_similarity',
            spells: [],
            sources: sourcesOf(speeches),
          },
        ]),
  ]
}

function votesText({ value, interval }: Known, a: string, b: string): string {
  const side = value >= 50 ? value : 100 - value
  const range =
    interval === 'exact'
      ? ''
      : ` (90 % interval ${[interval.low, interval.high]
          .map((end) => formatPercentile(value >= 50 ? end : 100 - end))
          .sort((x, y) => Number(x) - Number(y))
          .join(' to ')} %)`
  return `${capital(a)} and ${b} vote ${value >= 50 ? 'closer together' : 'further apart'} in the UN General Assembly than ${formatPercentile(side)} % of all pairs of states${range}.`
}

function sourcesOf({ evidence }: Known): string[] {
  return [...new Set(evidence.map(({ source }) => source))]
}

function capital(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}
