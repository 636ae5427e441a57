import { type Analysis, gap } from './analysis.ts'
import type { ClaimKind } from './claim.ts'
import type { Head } from './heads.ts'

/** What happened, by its verb: kind, and the topics that the verb goes with (none = any). */
const table: readonly (readonly [rule: string, kind: ClaimKind, topics: string, verbs: string])[] = [
  [
    'membership',
    'membership',
    'membership',
    String.raw`(?:is|are|was|were|became?|remain(?:s|ed)?|has been|have been|being) (?:not |still |both |all |now |also |already )*(?:an? |the |one of the )?(?:\w+ ){0,3}members?|members (?:of|are|include|here)|joined|acceded|left|quit|withdrew|belongs? to|admitted|accession|means \p{Lu}|(?:became|is|are) (?:an? )?(?:observers?|(?:dialogue )?partners?) (?:of|in)|expanded to|membership of|founding`,
  ],
  ['vote', 'event', 'un-votes', String.raw`voted|abstained|abstain|votes?|sided|backed|opposed|supported|condemned`],
  ['veto', 'event', 'vetoes', String.raw`vetoed|veto(?:es)?|blocked|cast`],
  [
    'exercise',
    'event',
    'exercises',
    String.raw`held|hold|conducted|staged|took part|carried out|began|launched|joined|participated|flew|sailed|concluded|ran|hosted|practi[sc]ed`,
  ],
  [
    'treaty',
    'event',
    'treaty',
    String.raw`signed|ratified|concluded|denounced|terminated|renewed|extended|bound|binds?|obliges?|commits?|committed|invoked|pledged|has (?:an?|no)|have (?:an?|no)|are (?:not )?(?:formal )?allies|is (?:not )?an? (?:formal |treaty )?ally`,
  ],
  [
    'sanction',
    'event',
    'sanctions tariffs',
    String.raw`imposed|lifted|adopted|extended|sanctioned|blacklisted|banned|froze|targeted|joined|suspended|introduced|tightened|refused|raised|slapped|cut off`,
  ],
  ['visit', 'event', 'visits', String.raw`visited|met|hosted|travel+ed|received|held|attended|visit|paid|welcomed|flew`],
  [
    'relations',
    'event',
    'relations',
    String.raw`established|severed|broke off|restored|recogni[sz]ed|opened|closed|signed|upgraded|elevated|declared|issued|expelled|recalled|normali[sz]ed`,
  ],
  ['force', 'event', '', String.raw`invaded|annexed|attacked|occupied|seized|deployed|stationed|withdrew|captured`],
  [
    'dealing',
    'event',
    '',
    String.raw`ordered|bought|purchased|delivered|sold|leased|approved|opened|inaugurated|commissioned|completed|founded|created|stopped|halted|suspended|banned|closed|cancel+ed|launched|began|started|took over|acquired|built|lent|agreed|allowed|ended|supplied|switched|handed`,
  ],
]

const patterns = table.map(([rule, kind, topics, verbs]) => ({
  rule,
  kind,
  topics: topics === '' ? [] : topics.split(' '),
  pattern: new RegExp(`(?<![\\w-])(?:${verbs})(?![\\w])`, 'gu'),
}))

/** Things that happened, or that are so, without a number of their own: at most one a topic. */
export function eventHeads(sentence: Analysis, others: readonly Head[]): Head[] {
  const found: Head[] = []
  for (const { rule, kind, topics, pattern } of patterns) {
    if (found.length > 0 && topics.length === 0) break
    for (const match of sentence.text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      const topic = sentence.topics.find((one) => topics.length === 0 || topics.includes(one.topic.id))
      if (topic === undefined && topics.length > 0) continue
      if (topics.length === 0 && !isDated(sentence)) continue
      if (others.some((other) => other.kind === kind || gap(other, span) < 25) || found.some((other) => other.rule === rule)) continue
      found.push({ ...span, kind, value: null, unit: null, qualifier: null, rule })
    }
  }
  return found
}

/** Deeds without a topic of their own are claims where they name who and when. */
const isDated = (sentence: Analysis): boolean => sentence.times.some((time) => time.role !== 'base') && sentence.actors.length > 0
