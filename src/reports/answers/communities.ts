import { counted, formatShare, twoDecimals } from '../../assessments/forms/wording.ts'
import type { CommunitiesAnswer, CommunityMember } from '../../assessments/votes/communities.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** Writes each community with its members and its stability, as text. */
export const communitiesPage: WrittenPage<CommunitiesAnswer> = textAndMarkdown(page)

/** Writes the communities as CSV, one row per state; states that were left out have no community. */
export function communitiesCsv({ from, until, communities, leftOut }: CommunitiesAnswer): string {
  const columns = [
    ...(['from', 'until', 'iso3', 'state', 'community', 'community_name', 'stays'] as const),
    ...(['other', 'other_share', 'votes', 'population'] as const),
  ]
  const members = communities.flatMap(({ letter, name, members: own }) =>
    own.map(({ other, ...one }) => ({
      ...{ ...one, state: one.name, community: letter, community_name: name, other: other?.community, other_share: other?.share },
    })),
  )
  const left = leftOut.map(({ iso3, name, votes }) => ({ iso3, state: name, votes }))
  return csvOfRecords(
    columns,
    [...members, ...left].map((one) => ({ ...one, from, until })),
  )
}

function page(answer: CommunitiesAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const columns: Column[] = [
    { title: '' },
    { title: 'named by its largest' },
    { title: 'states', align: 'right' },
    { title: 'stays together', align: 'right' },
  ]
  const rows = answer.communities.map(({ letter, name, members, stability }) => [
    letter,
    name,
    String(members.length),
    stability === null ? 'alone' : formatShare(stability),
  ])
  const lists = answer.communities.map(({ letter, members }) => paragraph(`${letter}: ${members.map(memberWords).join(', ')}`))
  return [paragraph(lead(answer)), '', table(columns, rows), '', ...lists.flatMap((list) => [list, '']), paragraph(rest(answer))]
    .join('\n')
    .trimEnd()
}

function lead({ from, until, rollCalls, communities, resamples, modularity, resampled }: CommunitiesAnswer): string {
  const when = from === until ? String(from) : `${from} to ${until}`
  return (
    `Votes of ${when}: ${counted(communities.length, 'community', 'communities')} of states that vote alike, found in ${rollCalls} roll calls on whole resolutions. ` +
    `Modularity ${twoDecimals(modularity.consensus)}. Two of ${resamples} resamples agree by an adjusted Rand index of ${twoDecimals(resampled.mean)} on average ` +
    `(90 % between ${twoDecimals(resampled.low)} and ${twoDecimals(resampled.high)}; 1 = the same groups, 0 = chance).`
  )
}

/** Names a member; one that stays in less than 75 % of the resamples also gets this share. */
function memberWords({ name, stays }: CommunityMember): string {
  return stays === null || stays >= 0.75 ? name : `${name} (${formatShare(stays)})`
}

function rest({ leftOut }: CommunitiesAnswer): string {
  const stays = 'In brackets: the mean share of resamples in which the state is with the other members, where it is below 75 %.'
  if (leftOut.length === 0) return stays
  return `${stays} In none, because they voted on fewer than half of the roll calls: ${leftOut.map(({ name }) => name).join(', ')}.`
}
