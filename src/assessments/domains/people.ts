import { isKnown } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { unknownDomain } from '../forms/unknown.ts'
import { type Found, together } from '../people/found.ts'
import { leaderVisits } from '../people/leader-visits.ts'
import { migrants } from '../people/migrants.ts'
import { students } from '../people/students.ts'
import { visaRules } from '../people/visa-rules.ts'

const wouldFill =
  'Migrant stocks of the UN (un.org/development/desa/pd), visa rules of Passport Index of the time, and lists of visits of the two foreign ministries.'

/** Assesses ties between people: migrants of each in the other, visa rules each way, students where a table was added, and visits of leaders where a list follows them. */
export async function assessPeople(bench: DomainInputs): Promise<DomainAssessment> {
  const parts = await Promise.all([migrants(bench), visaRules(bench), students(bench), leaderVisits(bench)])
  const isSilent = ({ estimates, items }: Found): boolean => !estimates.some(isKnown) && items.length === 0
  const said = parts.filter((part) => !isSilent(part))
  // what is known is said before what is not, and trifles after the rest
  const found = together([
    ...said.filter((part) => part.isTrifle !== true),
    ...said.filter((part) => part.isTrifle === true),
    ...parts.filter(isSilent),
  ])
  const lead = found.estimates.find(isKnown)
  if (lead === undefined) {
    const plain = unknownDomain(
      'people',
      'People',
      bench.dyad.to,
      'the record has no migrants, visa rules or visits of the two by that day.',
      wouldFill,
    )
    return { ...plain, estimates: [...plain.estimates, ...found.estimates], notes: found.notes }
  }
  return {
    id: 'people',
    title: 'People',
    state: lead.state,
    summary: found.sentences.filter((sentence) => sentence !== '').join(' '),
    estimates: [...found.estimates.filter(isKnown), ...found.estimates.filter((one) => !isKnown(one))],
    items: found.items,
    notes: found.notes,
    wouldFill,
  }
}
