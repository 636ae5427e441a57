export { assess } from './assess.ts'
export type { Assessment, DomainAssessment, Dyad, Item } from './assessment.ts'
export { type DomainId, domains } from './domains.ts'
export { loadRollCalls, type RollCalls, type VoteFilter, votersOf } from './roll-calls.ts'
