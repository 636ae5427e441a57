import type { Assessment } from '../assessments/forms/assessment.ts'
import type { EveryOutlookAnswer } from '../assessments/outlook/every-outlook.ts'
import type { AssessmentChanges } from '../assessments/pairs/assessment-changes.ts'
import type { EveryDyadAnswer } from '../assessments/pairs/every-dyad.ts'
import type { PairedVotesAnswer } from '../assessments/pairs/pair-roll-calls.ts'
import type { PanelAnswer } from '../assessments/panel/panel-answer.ts'
import type { ChangesAnswer } from '../assessments/standing/standing-changes.ts'
import type { CommunitiesAnswer } from '../assessments/votes/communities.ts'
import type { WorldAnswer } from '../assessments/world/world.ts'
import type { AddAnswer, DiffAnswer, VerifyAnswer } from '../reports/answers/add-pull-diff.ts'
import type { CiteAnswer } from '../reports/answers/citations.ts'
import type { CompareAnswer } from '../reports/answers/compare.ts'
import type { FindAnswer } from '../reports/answers/find.ts'
import type { IndicatorsAnswer } from '../reports/answers/indicator-catalogue.ts'
import type { DependenceAnswer } from '../reports/answers/product-dependence.ts'
import type { SourcesAnswer } from '../reports/answers/sources.ts'
import type { StatesAnswer } from '../reports/answers/states.ts'
import type { CheckAnswer } from '../reports/claims/check-answer.ts'
import type { DueAnswer, ReadAnswer } from '../reports/claims/claims-answer.ts'
import type { ClaimRowsAnswer } from '../reports/claims/claims-rows.ts'
import type { GravityAnswer } from '../reports/gravity/gravity-answer.ts'
import type { GravityNormAnswer } from '../reports/gravity/gravity-norm-answer.ts'
import type { CatalogueAnswer } from '../reports/memory/catalogue-answer.ts'
import type { FactsAnswer } from '../reports/memory/facts-answer.ts'
import type { FiguresAnswer } from '../reports/memory/figures-answer.ts'
import type { OutlookHistoryAnswer } from '../reports/outlook/history-answer.ts'
import type { OutlookIssuedAnswer } from '../reports/outlook/issued-answer.ts'
import type { OutlookDueAnswer, OutlookScoreAnswer } from '../reports/outlook/ledger-answer.ts'
import type { BacktestAnswer, OutlookAnswer } from '../reports/outlook/outlook-answer.ts'
import type { TrackRecordAnswer } from '../reports/outlook/track-record-answer.ts'
import type { WithOverview } from '../reports/overview/overview.ts'
import type { EvidenceAnswer } from '../reports/parts/evidence.ts'
import type { LedgerAnswer } from '../reports/parts/ledger.ts'
import type { MethodsAnswer } from '../reports/parts/method-types.ts'
import type { StakeholdersAnswer } from '../reports/parts/stakeholders.ts'
import type { CoalitionAnswer } from '../reports/scenarios/coalition.ts'
import type { DeterrenceAnswer } from '../reports/scenarios/deterrence.ts'
import type { LeverageAnswer } from '../reports/scenarios/leverage.ts'
import type { LiberationDayReport } from '../reports/scenarios/liberation-day.ts'
import type { ResilienceAnswer } from '../reports/scenarios/resilience.ts'
import type { TariffWarAnswer } from '../reports/scenarios/tariff-war.ts'
import type { ScenarioAnswer } from '../scenarios/scenario-answer.ts'
import type { ScenarioList } from '../scenarios/scenario-list.ts'
import type { WithReadings } from './request/name-readings.ts'
import type { CitedRoutes } from './routes/cited-routes.ts'

/** The type of each operation's answer, by name, for TypeScript callers. The published schemas are checked against these types. */
export interface Answers {
  readonly assess: Assessment & WithOverview & WithReadings
  readonly evidence: EvidenceAnswer
  readonly compare: CompareAnswer
  readonly dyads: EveryDyadAnswer
  readonly panel: PanelAnswer
  readonly read: ReadAnswer
  readonly check: CheckAnswer
  readonly 'claims rows': ClaimRowsAnswer
  readonly 'claims due': DueAnswer
  readonly add: AddAnswer
  readonly diff: DiffAnswer | AssessmentChanges
  readonly votes: PairedVotesAnswer
  readonly ledger: LedgerAnswer
  readonly facts: FactsAnswer & WithReadings
  readonly figures: FiguresAnswer & WithReadings
  readonly stakeholders: StakeholdersAnswer
  readonly world: WorldAnswer
  readonly routes: CitedRoutes & WithReadings
  readonly changes: ChangesAnswer & WithReadings
  readonly communities: CommunitiesAnswer
  readonly gravity: GravityAnswer
  readonly scenario: ScenarioAnswer
  readonly 'scenario list': ScenarioList
  readonly 'scenario liberation-day': LiberationDayReport
  readonly coalition: CoalitionAnswer
  readonly leverage: LeverageAnswer
  readonly 'tariff-war': TariffWarAnswer
  readonly resilience: ResilienceAnswer
  readonly deterrence: DeterrenceAnswer
  readonly outlook: OutlookAnswer & WithReadings
  readonly 'outlook history': OutlookHistoryAnswer & WithReadings
  readonly 'outlook all': EveryOutlookAnswer
  readonly 'outlook backtest': BacktestAnswer
  readonly 'outlook track-record': TrackRecordAnswer
  readonly 'outlook due': OutlookDueAnswer
  readonly 'outlook score': OutlookScoreAnswer
  readonly 'outlook issued': OutlookIssuedAnswer
  readonly 'measure gravity': GravityNormAnswer & WithReadings
  readonly 'measure product-dependence': DependenceAnswer & WithReadings
  readonly find: FindAnswer
  readonly states: StatesAnswer
  readonly sources: SourcesAnswer
  readonly indicators: IndicatorsAnswer
  readonly catalogue: CatalogueAnswer
  readonly methods: MethodsAnswer
  readonly cite: CiteAnswer
  readonly verify: VerifyAnswer
}
