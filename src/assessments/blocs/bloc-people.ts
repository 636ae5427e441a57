import type { Known } from '../../store/index.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import { inSentence } from '../forms/wording.ts'
import { evidenceFor, periodOf } from '../record/pair-observations.ts'
import { inList } from '../rows/conditions.ts'
import type { PairRow } from '../rows/observation-row.ts'
import type { BlocInputs, Party } from './bloc-parties.ts'
import { blocQuoted } from './bloc-quoted.ts'
import { crossPairRows } from './bloc-rows.ts'

const indicator = 'visa-rule'

/** The code of a rule that asks for no visa. */
const noVisa = 5

/** Assesses ties between people across two sides: migrants that are listed, added up, and for how many pairs of passport and destination no visa is needed. */
export async function blocPeople(bloc: BlocInputs): Promise<DomainAssessment> {
  const [migrants, rules] = await Promise.all([blocQuoted['people']!(bloc), crossPairRows(bloc, [indicator])])
  const shares = [shareOf(bloc.a, bloc.b, 'a-in-b', rules), shareOf(bloc.b, bloc.a, 'b-in-a', rules)].filter((one) => one !== undefined)
  const [first] = shares
  if (first === undefined) return migrants
  const known = migrants.state !== 'unknown'
  return {
    ...migrants,
    state: known ? migrants.state : first.state,
    summary: [...(known ? [migrants.summary] : []), sentenceOn(bloc, shares)].join(' '),
    estimates: known ? [...migrants.estimates, ...shares] : [...shares, ...migrants.estimates],
    notes: [...migrants.notes, 'A visa rule is that of one day for a short visit; each pair of passport and destination counts once.'],
  }
}

function shareOf(from: Party, to: Party, id: string, rules: readonly PairRow[]): Known | undefined {
  const own = rules.filter((row) => from.members.includes(row.from) && to.members.includes(row.to))
  const last = own.at(-1)
  if (last === undefined) return undefined
  const day = own.filter((row) => row.end === last.end && row.source === last.source)
  const free = day.filter((row) => row.value === noVisa).length
  const whose = from.isBloc ? `citizens of the members of ${inSentence(from.name)}` : `citizens of ${inSentence(from.name)}`
  return {
    state: 'observed',
    id: `visa-free-${id}-members`,
    label: `share of pairs in which ${whose} need no visa in ${to.isBloc ? 'the members of ' : ''}${inSentence(to.name)}`,
    unit: 'share',
    period: periodOf(last.start, last.end),
    value: free / day.length,
    interval: 'exact',
    method: `${free} of ${day.length} pairs of passport and destination`,
    evidence: [
      {
        ...evidenceFor(last, last, day.length),
        rows: `observations where source = '${last.source}' and indicator = '${indicator}' and from_id in ${inList(from.members)} and to_id in ${inList(to.members)} and end_date = '${last.end}'`,
      },
    ],
  }
}

function sentenceOn({ a, b }: BlocInputs, shares: readonly Known[]): string {
  const clauses = shares.map((share) => {
    const [from, to] = share.id.includes('a-in-b') ? [a, b] : [b, a]
    return `from ${inSentence(from.name)} to ${inSentence(to.name)} in ${share.method.replace(' of passport and destination', '')}`
  })
  return `No visa is needed ${clauses.join(', and ')} (${shares[0]!.period}).`
}
