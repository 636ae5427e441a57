import { goodsIndicators } from '../../memory/index.ts'
import { blocOf, type Membership, membersOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import type { MirrorParty } from './mirror-report.ts'

interface Window {
  readonly from: string | undefined
  readonly to: string
}

/** SQL condition for calendar years and months, the only periods that the mirror shows. */
const shown =
  "((start_date LIKE '%-01-01' AND end_date = substr(start_date, 1, 4) || '-12-31') OR substr(start_date, 1, 7) = substr(end_date, 1, 7))"

/**
 * Names, where one party is a bloc, the sources with the other party's own reports on its trade with individual members.
 *
 * The reports are not added up, because a member without a figure is unknown, not zero. The note shows that the partner does report.
 *
 * @returns a sentence, or an empty list where neither is a bloc, both are, or no source reports by member
 */
export async function memberNotes(
  snapshot: Snapshot,
  { a, b }: { readonly a: MirrorParty; readonly b: MirrorParty },
  window: Window,
): Promise<string[]> {
  const [forA, forB] = [await noteOf(snapshot, { bloc: a, partner: b }, window), await noteOf(snapshot, { bloc: b, partner: a }, window)]
  return [...forA, ...forB]
}

async function noteOf(
  snapshot: Snapshot,
  { bloc, partner }: { readonly bloc: MirrorParty; readonly partner: MirrorParty },
  { from, to }: Window,
): Promise<string[]> {
  if (blocOf(bloc.id)?.id !== bloc.id || blocOf(partner.id)?.id === partner.id) return []
  const memberships = (await snapshot.rows('SELECT * FROM memberships WHERE bloc = $bloc', { bloc: bloc.id })) as unknown as Membership[]
  const members = membersOn(memberships, bloc.id, to).filter((member) => member !== partner.id)
  if (members.length === 0) return []
  const found = await snapshot.rows(
    `SELECT source, count(DISTINCT member)::INTEGER AS members, arg_max(member, value) AS largest
     FROM (SELECT *, CASE WHEN from_id = $partner THEN to_id ELSE from_id END AS member FROM observations
       WHERE reporter = $partner AND indicator IN ${inList(goodsIndicators)} AND value IS NOT NULL AND start_date >= $from AND end_date <= $to AND ${shown})
     WHERE member IN ${inList(members)} GROUP BY source ORDER BY source`,
    { partner: partner.id, from: from ?? '0000-01-01', to },
  )
  if (found.length === 0) return []
  const sources = found.map(({ source, members: count }) => `${source} (${count} of ${members.length} members)`)
  const has = sources.length === 1 ? 'has' : 'have'
  return [
    `${joinedWords(sources)} ${has} what ${inSentence(partner.name)} itself reports of its trade with members of ${inSentence(bloc.name)}, one by one. It is not added up here, for a member without a figure is unknown and not zero. The largest: visavis mirror ${found[0]!['largest']} ${partner.id}.`,
  ]
}
