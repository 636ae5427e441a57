import type { DomainAssessment, Dyad } from './assessment.ts'
import { type DomainId, domains } from './domains.ts'
import { unknownDomain } from './unknown.ts'

/** What would fill each domain that the record does not cover, and why it cannot be bundled. */
const fillers: Readonly<Partial<Record<DomainId, readonly [reason: string, wouldFill: string]>>> = {
  narrative: [
    'the record holds no speeches or statements.',
    'The UN General Debate Corpus (Harvard Dataverse, doi:10.7910/DVN/0TJX8Y): one speech a year and state, 1946 on.',
  ],
}

/** The domain as unknown, with what would fill it. */
export function assessUnrecorded(id: DomainId, dyad: Dyad): DomainAssessment {
  const [reason, wouldFill] = fillers[id]!
  return unknownDomain(id, domains.find((domain) => domain.id === id)!.title, dyad.to, reason, wouldFill)
}
