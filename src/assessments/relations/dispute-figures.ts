import type { Estimate, Evidence, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { pairRows, periodOf } from '../record/pair-observations.ts'
import type { PairRow } from '../rows/observation-row.ts'

/** Lists of militarized disputes, the corrected one first: of two that were added only the first is read. */
const lists = ['gml-mid', 'cow-mid'] as const

const hostilityWords = ['', 'no', 'threat', 'display', 'use', 'war'] as const

/** Figures and a sentence on militarized disputes, from the list that the user added; empty without one. */
export async function disputeFigures(
  bench: DomainInputs,
): Promise<{ readonly estimates: readonly Estimate[]; readonly sentences: readonly string[] }> {
  const source = lists.find((id) => bench.cards.has(id))
  const window = bench.cards.get(source ?? '')?.coverage[0]
  if (source === undefined || window === undefined || window.from > bench.dyad.to) return { estimates: [], sentences: [] }
  const rows = (await pairRows(bench, ['dispute-onsets', 'dispute-hostility'])).filter((row) => row.source === source)
  const to = window.to < bench.dyad.to ? window.to : bench.dyad.to
  const [onsets, levels] = ['dispute-onsets', 'dispute-hostility'].map((id) => rows.filter(({ indicator }) => indicator === id)) as [
    PairRow[],
    PairRow[],
  ]
  const begun = onsets.reduce((sum, { value }) => sum + value, 0)
  const shared = { state: 'observed', interval: 'exact', period: periodOf(window.from, to), method: `as ${source} codes them` } as const
  const count: Known = {
    ...{ ...shared, id: 'disputes', label: `militarized disputes that began, by ${source}`, unit: 'count', value: begun },
    evidence: [evidenceOf(bench, source, 'dispute-onsets', to, onsets.length)],
  }
  if (levels.length === 0)
    return { estimates: [count], sentences: [`${source} has no militarized dispute of the two to ${to.slice(0, 4)}.`] }
  const highest = Math.max(...levels.map(({ value }) => value))
  const level: Known = {
    ...{
      ...shared,
      id: 'dispute-hostility',
      label: 'highest hostility in them (2 threat, 3 display, 4 use of force, 5 war)',
      unit: 'count',
      value: highest,
    },
    evidence: [evidenceOf(bench, source, 'dispute-hostility', to, levels.length)],
  }
  const last = levels.at(-1)!.end.slice(0, 4)
  const force = highest === 5 ? 'war' : `${hostilityWords[highest]}${highest === 3 || highest === 4 ? ' of force' : ''}`
  return {
    estimates: [count, level],
    sentences: [
      `${source} has ${begun} militarized ${begun === 1 ? 'dispute' : 'disputes'} of the two to ${to.slice(0, 4)}, the last in ${last}; the highest hostility was ${force}.`,
    ],
  }
}

function evidenceOf({ dyad: { a, b }, cards }: DomainInputs, source: string, indicator: string, to: string, count: number): Evidence {
  const [from, other] = [a.iso3, b.iso3].sort()
  const rows = `observations where source = '${source}' and indicator = '${indicator}' and from_id = '${from}' and to_id = '${other}' and end_date <= '${to}'`
  return { source, vintage: cards.get(source)!.vintage, rows, count }
}
