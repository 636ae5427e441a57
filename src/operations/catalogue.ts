import { gravityOperation } from './gravity/gravity.ts'
import { gravityNormOperation } from './gravity/gravity-norm.ts'
import { catalogueOperation } from './memory/catalogue.ts'
import { factsOperation } from './memory/facts.ts'
import { figuresOperation } from './memory/figures.ts'
import { outlookOperation } from './outlook/outlook.ts'
import { outlookAllOperation } from './outlook/outlook-all.ts'
import { outlookBacktestOperation } from './outlook/outlook-backtest.ts'
import { outlookDueOperation } from './outlook/outlook-due.ts'
import { outlookHistoryOperation } from './outlook/outlook-history.ts'
import { outlookIssuedOperation } from './outlook/outlook-issued.ts'
import { outlookScoreOperation } from './outlook/outlook-score.ts'
import { outlookTrackRecordOperation } from './outlook/outlook-track-record.ts'
import { assessOperation } from './questions/assess.ts'
import { changesOperation } from './questions/changes.ts'
import { checkOperation } from './questions/check.ts'
import { claimsDueOperation } from './questions/claims-due.ts'
import { claimsRowsOperation } from './questions/claims-rows.ts'
import { communitiesOperation } from './questions/communities.ts'
import { compareOperation } from './questions/compare.ts'
import { compositeOperation } from './questions/composite.ts'
import { dyadsOperation } from './questions/dyads.ts'
import { evidenceOperation } from './questions/evidence.ts'
import { forecastOperation } from './questions/forecast.ts'
import { idealPointsOperation } from './questions/ideal-points.ts'
import { ledgerOperation } from './questions/ledger.ts'
import { mirrorOperation } from './questions/mirror.ts'
import { panelOperation } from './questions/panel.ts'
import { productDependenceOperation } from './questions/product-dependence.ts'
import { readOperation } from './questions/read.ts'
import { similarityOperation } from './questions/similarity.ts'
import { stakeholdersOperation } from './questions/stakeholders.ts'
import { standingOperation } from './questions/standing.ts'
import { votesOperation } from './questions/votes.ts'
import { watchOperation } from './questions/watch.ts'
import { worldOperation } from './questions/world.ts'
import { addOperation } from './record-questions/add.ts'
import { citeOperation } from './record-questions/cite.ts'
import { diffOperation } from './record-questions/diff.ts'
import { findOperation } from './record-questions/find.ts'
import { indicatorsOperation } from './record-questions/indicators.ts'
import { methodsOperation } from './record-questions/methods.ts'
import { pullOperation } from './record-questions/pull.ts'
import { sourcesOperation } from './record-questions/sources.ts'
import { statesOperation } from './record-questions/states.ts'
import { verifyOperation } from './record-questions/verify.ts'
import { sayingNameReadings } from './request/name-readings.ts'
import type { Operation } from './request/operation.ts'
import { routesOperation } from './routes/routes.ts'
import { coalitionOperation } from './scenarios/coalition.ts'
import { deterrenceOperation } from './scenarios/deterrence.ts'
import { leverageOperation } from './scenarios/leverage.ts'
import { liberationDayOperation } from './scenarios/liberation-day.ts'
import { resilienceOperation } from './scenarios/resilience.ts'
import { scenarioOperation } from './scenarios/scenario.ts'
import { scenarioListOperation } from './scenarios/scenario-list.ts'
import { tariffWarOperation } from './scenarios/tariff-war.ts'

/** All operations. The command line, the HTTP server and the MCP server offer exactly these. */
export const operations: readonly Operation[] = [
  sayingNameReadings(assessOperation),
  sayingNameReadings(evidenceOperation),
  sayingNameReadings(compareOperation),
  dyadsOperation,
  panelOperation,
  sayingNameReadings(similarityOperation),
  sayingNameReadings(standingOperation),
  sayingNameReadings(idealPointsOperation),
  sayingNameReadings(mirrorOperation),
  gravityOperation,
  sayingNameReadings(routesOperation),
  sayingNameReadings(gravityNormOperation),
  sayingNameReadings(productDependenceOperation),
  sayingNameReadings(compositeOperation),
  sayingNameReadings(votesOperation),
  sayingNameReadings(ledgerOperation),
  sayingNameReadings(factsOperation),
  sayingNameReadings(figuresOperation),
  sayingNameReadings(stakeholdersOperation),
  sayingNameReadings(worldOperation),
  sayingNameReadings(changesOperation),
  communitiesOperation,
  scenarioOperation,
  scenarioListOperation,
  liberationDayOperation,
  coalitionOperation,
  leverageOperation,
  tariffWarOperation,
  resilienceOperation,
  deterrenceOperation,
  sayingNameReadings(outlookOperation),
  sayingNameReadings(outlookHistoryOperation),
  outlookAllOperation,
  outlookBacktestOperation,
  outlookTrackRecordOperation,
  outlookDueOperation,
  outlookScoreOperation,
  outlookIssuedOperation,
  forecastOperation,
  readOperation,
  checkOperation,
  claimsRowsOperation,
  claimsDueOperation,
  findOperation,
  sayingNameReadings(statesOperation),
  sourcesOperation,
  indicatorsOperation,
  catalogueOperation,
  methodsOperation,
  citeOperation,
  pullOperation,
  addOperation,
  diffOperation,
  verifyOperation,
  watchOperation,
]
