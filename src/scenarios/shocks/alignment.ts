import { VisavisError } from '../../errors.ts'

/** How alignment is measured: by communities of states that vote alike, or by positions on the one dimension that explains most votes. */
export type AlignmentMeasure = 'communities' | 'ideal-points'

/** Which votes a scenario asks to be measured. */
export interface AlignmentQuestion {
  readonly measure: AlignmentMeasure
  /** First and last year of the votes. */
  readonly from: number
  readonly until: number
  readonly resamples: number
  readonly seed: number
}

/** How states vote, once for each resample of the roll calls or draw of the positions. */
export interface MeasuredAlignment extends AlignmentQuestion {
  readonly rollCalls: number
  /** ISO3 codes of the states that can be placed. */
  readonly states: readonly string[]
  /** For each resample and state the number of its community, or its position. */
  readonly drawn: readonly ArrayLike<number>[]
  readonly sources: readonly { readonly id: string; readonly title: string; readonly vintage: string }[]
}

/** A bloc as its scenario states it: those with whom its members are aligned. */
export interface BlocPoles {
  readonly name: string
  /** ISO3 codes; always members. */
  readonly poles: readonly string[]
}

/** Members of each bloc in one resample: ISO3 codes by name of the bloc. */
export type DrawnBlocs = Readonly<Record<string, readonly string[]>>

/** How often a state is in which bloc. */
export interface StateShares {
  readonly iso3: string
  /** Share of the resamples by bloc; what is missing from 1 is in none. */
  readonly shares: Readonly<Record<string, number>>
}

/** Blocs drawn from a measured alignment. */
export interface AlignedBlocs {
  readonly names: readonly string[]
  /** One entry for each resample that keeps the blocs apart. */
  readonly drawn: readonly DrawnBlocs[]
  /** Each state in the bloc in which more than half of the resamples have it. */
  readonly central: DrawnBlocs
  readonly shares: readonly StateShares[]
  /** Resamples in which two blocs share a community, so that they say nothing of who is in which. */
  readonly together: number
  /** Economies that are in no bloc in any draw: they took part in too few votes, or are not among those to be drawn. */
  readonly unplaced: readonly string[]
}

/** What else decides who is drawn. */
export interface PlacingRules {
  /** Codes of the economies of the base. */
  readonly economies: readonly string[]
  /** Codes of those that can be drawn; left out: all. */
  readonly among?: ReadonlySet<string> | undefined
  /** For positions: the middle part of the way between two blocs that belongs to neither. */
  readonly neutral: number
}

/**
 * Draws the members of blocs: in each resample, a state is in the bloc whose community it shares, or to whose position its own is nearer. The community of a bloc is
 * the one that holds most of its named states.
 *
 * @throws VisavisError BadInput if a bloc names nobody who votes, a state is named in two blocs, or the blocs share a community in half of the resamples or more
 * @example alignedBlocs({ measure: 'communities', from: 2024, until: 2024, resamples: 1, seed: 1, rollCalls: 20, states: ['CHN', 'FRA', 'USA'],
 *   drawn: [[0, 1, 1]], sources: [] }, [{ name: 'west', poles: ['USA'] }], { economies: ['CHN', 'FRA', 'USA'], neutral: 0 }).central.west   // ['FRA', 'USA']
 */
export function alignedBlocs(
  measured: MeasuredAlignment,
  blocs: readonly BlocPoles[],
  { economies, among, neutral }: PlacingRules,
): AlignedBlocs {
  const voters = new Map(measured.states.map((iso3, at) => [iso3, at]))
  checkPoles(measured, blocs, voters)
  const fixed = new Map(blocs.flatMap(({ poles }, b) => poles.map((iso3) => [iso3, b] as const)))
  const placed = measured.drawn.map((values) =>
    measured.measure === 'communities' ? byCommunity(values, blocs, voters) : byPosition(values, blocs, voters, neutral),
  )
  const usable = placed.flatMap((one) => (one === undefined ? [] : [one]))
  const together = placed.length - usable.length
  if (2 * together >= placed.length) throw notApart(measured, blocs, together)
  const blocIn = (placing: Int8Array, iso3: string): number => fixed.get(iso3) ?? (voters.has(iso3) ? placing[voters.get(iso3)!]! : -1)
  const codes = economies.filter((iso3) => fixed.has(iso3) || (voters.has(iso3) && (among?.has(iso3) ?? true)))
  const membersWhere = (isIn: (iso3: string, b: number) => boolean): DrawnBlocs =>
    Object.fromEntries(blocs.map(({ name }, b) => [name, codes.filter((iso3) => isIn(iso3, b))]))
  const shareOf = (iso3: string, b: number): number =>
    usable.reduce((count, placing) => count + (blocIn(placing, iso3) === b ? 1 : 0), 0) / usable.length
  return {
    names: blocs.map(({ name }) => name),
    drawn: usable.map((placing) => membersWhere((iso3, b) => blocIn(placing, iso3) === b)),
    central: membersWhere((iso3, b) => shareOf(iso3, b) > 0.5),
    shares: codes.map((iso3) => ({ iso3, shares: Object.fromEntries(blocs.map(({ name }, b) => [name, shareOf(iso3, b)])) })),
    together,
    unplaced: economies.filter((iso3) => !codes.includes(iso3)),
  }
}

function checkPoles(measured: MeasuredAlignment, blocs: readonly BlocPoles[], voters: ReadonlyMap<string, number>): void {
  const seen = new Map<string, string>()
  for (const { name, poles } of blocs) {
    if (!poles.some((iso3) => voters.has(iso3)))
      throw bad(
        `alignment.blocs.${name}: ${poles.join(', ')} took a position on fewer than half of the votes of ${yearsOf(measured)}`,
        'name a state that votes; others of the list are members in every draw',
      )
    for (const iso3 of poles) {
      const other = seen.get(iso3)
      if (other !== undefined && other !== name) throw bad(`alignment.blocs: ${iso3} is named in ${other} and in ${name}`)
      seen.set(iso3, name)
    }
  }
  if (measured.measure === 'ideal-points' && blocs.length < 2)
    throw bad('alignment.blocs: by ideal points a state is nearer to one bloc than to another, so there must be two or more')
}

/** The bloc of each voter, -1 for none; undefined if two blocs have the same community. */
function byCommunity(
  partition: ArrayLike<number>,
  blocs: readonly BlocPoles[],
  voters: ReadonlyMap<string, number>,
): Int8Array | undefined {
  const communities = blocs.map(({ poles }) =>
    commonest(poles.flatMap((iso3) => (voters.has(iso3) ? [partition[voters.get(iso3)!]!] : []))),
  )
  if (new Set(communities).size < communities.length) return undefined
  return Int8Array.from(partition, (community) => communities.indexOf(community))
}

/** The value that occurs most often; of several, the one that comes first. */
function commonest(values: readonly number[]): number {
  const count = (value: number): number => values.filter((one) => one === value).length
  return values.reduce((best, one) => (count(one) > count(best) ? one : best))
}

/** The bloc of each voter by position: the nearest, unless the next is about as near. */
function byPosition(
  positions: ArrayLike<number>,
  blocs: readonly BlocPoles[],
  voters: ReadonlyMap<string, number>,
  neutral: number,
): Int8Array | undefined {
  const centres = blocs.map(({ poles }) => {
    const own = poles.flatMap((iso3) => (voters.has(iso3) ? [positions[voters.get(iso3)!]!] : []))
    return own.reduce((sum, value) => sum + value, 0) / own.length
  })
  if (new Set(centres).size < centres.length) return undefined
  return Int8Array.from(positions, (position) => {
    const [first, second] = centres.map((centre, b) => ({ b, centre, gap: Math.abs(position - centre) })).sort((x, y) => x.gap - y.gap) as [
      { b: number; centre: number; gap: number },
      { b: number; centre: number; gap: number },
    ]
    return second.gap - first.gap < neutral * Math.abs(first.centre - second.centre) ? -1 : first.b
  })
}

function notApart(measured: MeasuredAlignment, blocs: readonly BlocPoles[], together: number): VisavisError {
  return bad(
    `alignment: in ${together} of ${measured.drawn.length} resamples of the votes of ${yearsOf(measured)} two of ${blocs.map(({ name }) => name).join(', ')} share a community, so these votes do not keep them apart`,
    'choose other years, name more states in a bloc, or measure: ideal-points',
  )
}

function yearsOf({ from, until }: MeasuredAlignment): string {
  return from === until ? String(from) : `${from} to ${until}`
}

function bad(message: string, hint?: string): VisavisError {
  return new VisavisError('BadInput', `${message}.`, hint === undefined ? {} : { hint })
}
