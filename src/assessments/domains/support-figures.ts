import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure, inSentence } from '../forms/wording.ts'
import { pairRows, percentileOf, rowAsFigure } from '../record/pair-observations.ts'
import { grouped } from '../rows/grouped.ts'
import type { PairRow } from '../rows/observation-row.ts'

type Kind = 'military' | 'financial' | 'humanitarian'

/** Returns the government support allocated by one side to the other over the full period of a tracker. It is never added to commitments. */
export async function supportFigures(bench: DomainInputs, kinds: readonly Kind[]): Promise<{ estimates: Known[]; sentences: string[] }> {
  const indicators = kinds.map((kind) => `support-allocations-${kind}`)
  const rows = await pairRows(bench, indicators)
  const longest = [...grouped(rows, (row) => `${row.indicator} ${row.from}`).values()].map(wholeOf)
  const found = await Promise.all(longest.map((row) => figuresOf(bench, row)))
  return { estimates: found.flat(), sentences: found.map(([level]) => sentenceOf(bench, level!)) }
}

/** Returns the row of the longest period, the latest among equals. Monthly rows exist beside the total and do not add up to it. */
function wholeOf(rows: readonly PairRow[]): PairRow {
  const days = (row: PairRow): number => Date.parse(row.end) - Date.parse(row.start)
  return rows.reduce((best, row) => (days(row) >= days(best) ? row : best))
}

async function figuresOf(bench: DomainInputs, row: PairRow): Promise<Known[]> {
  const [from, to] = row.from === bench.dyad.a.iso3 ? [bench.dyad.a, bench.dyad.b] : [bench.dyad.b, bench.dyad.a]
  const kind = row.indicator.split('-').at(-1)!
  const level = rowAsFigure(row, `support-${kind}`, `${kind} support of ${inSentence(from.name)} for ${inSentence(to.name)}, allocated`)
  return [level, ...(await percentileOf(bench, level, row, [row.indicator], true))]
}

function sentenceOf(bench: DomainInputs, level: Known): string {
  const { a, b } = bench.dyad
  const donor = level.label.includes(`of ${inSentence(a.name)} for`) ? [a, b] : [b, a]
  const kind = level.id.replace('support-', '')
  const [from, to] = level.period.split('/')
  return `From ${from} to ${to} ${inSentence(donor[0]!.name)} allocated ${formatFigure(level.value, level.unit)} of ${kind} support to ${inSentence(donor[1]!.name)}.`
}
