import type { Answers } from '../../../src/server/answer-types.ts'
import { counted, formatShare, joinedWords } from '../../../src/server/wording.ts'
import type { FigureData } from '../figures/figure-files.ts'

export type CommunitiesAnswer = Answers['communities']
export type CommunityMember = CommunitiesAnswer['communities'][number]['members'][number]

/** A state with the community that it belongs to. */
export interface PlacedMember {
  readonly letter: string
  /** Index of the community; the largest has 0. */
  readonly number: number
  readonly member: CommunityMember
}

/** Returns the members of all communities by their codes. */
export function membersByCode({ communities }: CommunitiesAnswer): ReadonlyMap<string, PlacedMember> {
  return new Map(
    communities.flatMap(({ letter, members }, number) => members.map((member) => [member.iso3, { letter, number, member }] as const)),
  )
}

/** Describes the years of the votes, such as `1985 to 1987`. */
export function voteWindowText({ from, until }: CommunitiesAnswer): string {
  return from === until ? String(from) : `${from} to ${until}`
}

/** Describes the map in a sentence. */
export function communitiesWords(answer: CommunitiesAnswer): string {
  const { communities, rollCalls } = answer
  const each = communities.map(({ letter, name, members, stability }) => {
    const how = stability === null ? 'alone' : `staying together in ${formatShare(stability)} of the resamples`
    return `${letter}, ${counted(members.length, 'state', 'states')} (${name}), ${how}`
  })
  return `${counted(communities.length, 'group', 'groups')} of states that voted alike in ${voteWindowText(answer)}, by ${rollCalls} roll calls: ${joinedWords(each)}.`
}

/** Describes the community of a state and how stable its membership is. */
export function memberWords({ letter, member }: PlacedMember): string {
  const stays = member.stays === null ? 'alone in it' : `with its other members in ${formatShare(member.stays)} of the resamples`
  const other =
    member.other === null || member.other.share < 0.005
      ? ''
      : `; with those of ${member.other.community} in ${formatShare(member.other.share)}`
  return `group ${letter}, ${stays}${other}; ${counted(member.votes, 'vote', 'votes')}`
}

export function communitiesData(answer: CommunitiesAnswer): FigureData {
  return {
    columns: [
      { name: 'iso3', title: 'code' },
      { name: 'state', title: 'state' },
      { name: 'group', title: 'group' },
      { name: 'stays', title: 'stays with its group', unit: 'share of resamples' },
      { name: 'other', title: 'nearest other group' },
      { name: 'other_share', title: 'with that one', unit: 'share of resamples' },
      { name: 'votes', title: 'votes' },
    ],
    rows: [
      ...answer.communities.flatMap(({ letter, members }) =>
        members.map(({ iso3, name, stays, other, votes }) => [
          ...[iso3, name, letter, stays === null ? 'alone' : rounded(stays), other?.community ?? 'none'],
          ...[other === null ? 'none' : rounded(other.share), votes],
        ]),
      ),
      ...answer.leftOut.map(({ iso3, name, votes }) => [iso3, name, null, null, null, null, votes]),
    ],
    sources: answer.sources,
    method: `consensus of Louvain communities over ${answer.resamples} resamples of ${answer.rollCalls} roll calls, seed ${answer.seed}; ties are agreement above chance`,
  }
}

function rounded(share: number): number {
  return Number(share.toFixed(3))
}
