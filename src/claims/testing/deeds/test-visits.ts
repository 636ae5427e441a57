import type { Tester } from '../../claim-test-context.ts'
import { daysOf } from '../../text/calendar.ts'
import { finding, findingEvidence } from '../judging/findings.ts'
import { actorsNamedIn, clauseOf, hasOwnPeriod, isNegated } from '../sentences/text-around-claim.ts'

/**
 * Tests visits and meetings of China's leaders, if the list of these is in the record: supported by a meeting with the other state in the period. Absence from
 * the list proves nothing.
 */
export const testVisit: Tester = async (claim, bench) => {
  if (claim.kind !== 'event' || claim.measured?.topic !== 'visits' || claim.period === null) return undefined
  const { text } = clauseOf(claim.sentence, claim)
  const states = [...new Set([...claim.actors, ...actorsNamedIn(text, bench.date)])].filter((id) => /^[A-Z]{3}$/.test(id))
  const other = states.length === 2 && states.includes('CHN') ? states.find((id) => id !== 'CHN') : undefined
  if (other === undefined || isNegated(text) || !hasOwnPeriod(claim, bench) || (bench.snapshot.manifest.tables.events ?? []).length === 0)
    return undefined
  const { from, to } = daysOf(claim.period)
  const rows = await bench.snapshot.rows(
    "SELECT date, from_name, code FROM events WHERE kind = 'visit' AND from_id = 'CHN' AND to_id = $other AND date BETWEEN $from AND $to ORDER BY date, locator",
    { other, from, to },
  )
  // if the text names a leader, that leader must have met the other side
  const named = rows.filter((row) => text.includes(String(row['from_name']).split(' ')[0]!))
  const leader = /\b(?:Xi|Hu|Wen|Li|Yang|Wang)\b/.test(text)
  const found = leader ? named : rows
  const row = found[0]
  if (row === undefined || (!leader && from.slice(0, 7) !== to.slice(0, 7))) return undefined
  return finding(
    'supported',
    `China Vitae has ${String(row['from_name'])} with ${other} on ${String(row['date'])} (${String(row['code'])}).`,
    {
      evidence: [
        findingEvidence(
          bench,
          'china-vitae',
          `events where kind = 'visit' and to_id = '${other}' and date between '${from}' and '${to}'`,
          found.length,
        ),
      ],
    },
  )
}
