import type { Assessment } from '../assessments/assessment.ts'
import type { AssessmentChanges } from '../assessments/changes.ts'
import type { CommunitiesAnswer } from '../assessments/communities.ts'
import type { EveryDyadAnswer } from '../assessments/every-dyad.ts'
import type { PairedVotesAnswer } from '../assessments/paired-votes.ts'
import type { WorldAnswer } from '../assessments/world.ts'
import type { CiteAnswer } from '../reports/citations.ts'
import type { DueAnswer, ReadAnswer } from '../reports/claims-answer.ts'
import type { ClaimRowsAnswer } from '../reports/claims-rows.ts'
import type { CompareAnswer } from '../reports/compare.ts'
import type { AddAnswer, DiffAnswer } from '../reports/editions.ts'
import type { EvidenceAnswer } from '../reports/evidence.ts'
import type { FindAnswer } from '../reports/find.ts'
import type { IndicatorsAnswer } from '../reports/indicators.ts'
import type { LedgerAnswer } from '../reports/ledger.ts'
import type { MethodsAnswer } from '../reports/methods-form.ts'
import type { StakeholdersAnswer } from '../reports/network.ts'
import type { SourcesAnswer } from '../reports/sources.ts'
import type { StatesAnswer } from '../reports/states.ts'

/** The form of each answer, by the operation's name, for who asks from TypeScript; the published schemas say the same and are checked against it. */
export interface Answers {
  readonly assess: Assessment
  readonly evidence: EvidenceAnswer
  readonly compare: CompareAnswer
  readonly dyads: EveryDyadAnswer
  readonly read: ReadAnswer
  readonly 'claims rows': ClaimRowsAnswer
  readonly 'claims due': DueAnswer
  readonly add: AddAnswer
  readonly diff: DiffAnswer | AssessmentChanges
  readonly votes: PairedVotesAnswer
  readonly ledger: LedgerAnswer
  readonly stakeholders: StakeholdersAnswer
  readonly world: WorldAnswer
  readonly communities: CommunitiesAnswer
  readonly find: FindAnswer
  readonly states: StatesAnswer
  readonly sources: SourcesAnswer
  readonly indicators: IndicatorsAnswer
  readonly methods: MethodsAnswer
  readonly cite: CiteAnswer
}
