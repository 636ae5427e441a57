export { type BootstrapInterval, type BootstrapOptions, bootstrapDyads, type DyadIntervals, dyadIntervals } from './bootstrap/bootstrap.ts'
export { bootstrapDyadsThreaded, type ThreadedBootstrapOptions } from './bootstrap/bootstrap-workers.ts'
export { type ChangePointOptions, type ChangePoints, changePoints, type Segmentation } from './change-points/change-points.ts'
export { type BreakInterval, breakIntervals } from './change-points/change-points-interval.ts'
export { type PeltCost, type PeltOptions, pelt } from './change-points/change-points-pelt.ts'
export { type DriftShare, driftShare } from './change-points/change-points-random-walk.ts'
export { type BreakModel, bestPartitions, fitSegment, type SegmentFit, segmentRss } from './change-points/change-points-segments.ts'
export { crossGroups, type GravityPanel, groupRows, type Regressor, type RowGroups } from './gravity/gravity-panel.ts'
export { type PpmlFit, type PpmlOptions, type PpmlTerm, ppml } from './gravity/ppml.ts'
export type { SmallSampleFactor } from './gravity/small-sample-factor.ts'
export { type AgreementShares, agreement, agreementFromTable } from './similarity/agreement.ts'
export { allDyads, allYears, type DyadTable, type DyadYearTable, dyad, votesTable } from './similarity/all-dyads.ts'
export { type BenatiCapurriOptions, benatiCapurriA, benatiCapurriAFromTable } from './similarity/benati-capurri-a.ts'
export {
  type CentredSums,
  type CentredVotes,
  centredAgreement,
  centredError,
  centredSums,
  centredVotes,
} from './similarity/centred-agreement.ts'
export { cohenKappa, cohenKappaFromTable, type KappaOptions, type KappaWeights } from './similarity/cohen-kappa.ts'
export {
  allianceScale,
  type CrossTable,
  crossTable,
  type MeasureValue,
  type PairOptions,
  tableFromRows,
  type VoteTable,
  voteScale,
  type WeightScale,
} from './similarity/contingency.ts'
export { kendallTauB, kendallTauBFromTable } from './similarity/kendall-tau-b.ts'
export { midRankPercentile, midRankPercentiles, rankAmongSorted } from './similarity/percentile.ts'
export { scottPi, scottPiFromTable } from './similarity/scott-pi.ts'
export { type SOptions, sFromTable, similarityS } from './similarity/signorino-ritter-s.ts'
export { type MeasureName, measureNames, type Similarity, similarityOfTable } from './similarity/three-level-measures.ts'
export { eligibleFromFirstToLast, isConsensus, type VoteOptions, type Votes } from './similarity/votes.ts'
export { wilson } from './similarity/wilson.ts'
