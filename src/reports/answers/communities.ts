import { counted, formatShare, twoDecimals } from '../../assessments/forms/wording.ts'
import type { CommunitiesAnswer, CommunityMember } from '../../assessments/votes/communities.ts'
import { csv } from '../text/csv.ts'
import { type Column, markdownTable, type TableWriter, textTable, wrap } from '../text/table.ts'

/** Writes each community with its members and its stability, as text. */
export function communitiesText(answer: CommunitiesAnswer): string {
  return page(answer, textTable, (text) => wrap(text, 110))
}

export function communitiesMarkdown(answer: CommunitiesAnswer): string {
  return page(answer, markdownTable, (text) => text)
}

/** Writes the communities as CSV, one row per state; states that were left out have no community. */
export function communitiesCsv({ from, until, communities, leftOut }: CommunitiesAnswer): string {
  const members = communities.flatMap(({ letter, name, members: own }) =>
    own.map((one) => [
      from,
      until,
      one.iso3,
      one.name,
      letter,
      name,
      one.stays,
      one.other?.community,
      one.other?.share,
      one.votes,
      one.population,
    ]),
  )
  const left = leftOut.map(({ iso3, name, votes }) => [from, until, iso3, name, null, null, null, null, null, votes, null])
  return csv(
    ['from', 'until', 'iso3', 'state', 'community', 'community_name', 'stays', 'other', 'other_share', 'votes', 'population'],
    [...members, ...left],
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
