import type { DomainInputs } from '../forms/assessment.ts'
import { counted, inSentence } from '../forms/wording.ts'
import { pairRows, rowAsFigure } from '../record/pair-observations.ts'
import { type Found, nothingFound } from './found.ts'

/** Series of students by year: from = the state whose public diplomacy it is, to = the partner. */
const series = ['students-sent', 'students-received'] as const

/** Reports the latest numbers of students, where the user added a table of them. */
export async function students(bench: DomainInputs): Promise<Found> {
  const rows = await pairRows(bench, series)
  if (rows.length === 0) return nothingFound
  const { a, b } = bench.dyad
  const latest = series.flatMap((indicator) => rows.findLast((row) => row.indicator === indicator) ?? [])
  const found = latest.map((row) => {
    const [own, other] = row.from === a.iso3 ? [a, b] : [b, a]
    const [home, host] = row.indicator === 'students-sent' ? [own, other] : [other, own]
    const way = home.iso3 === a.iso3 ? 'a-in-b' : 'b-in-a'
    const level = rowAsFigure(row, `students-${way}`, `students of ${inSentence(home.name)} in ${inSentence(host.name)}`)
    return {
      level,
      sentence: `In ${level.period} ${counted(row.value, 'student', 'students')} of ${inSentence(home.name)} ${row.value === 1 ? 'was' : 'were'} in ${inSentence(host.name)}, by the count of ${row.source}.`,
    }
  })
  return { estimates: found.map(({ level }) => level), sentences: found.map(({ sentence }) => sentence), items: [], notes: [] }
}
