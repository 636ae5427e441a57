export { type AgreementShares, agreement, agreementFromTable } from './agreement.ts'
export { allDyads, allYears, type DyadTable, type DyadYearTable, dyad, votesTable } from './all-dyads.ts'
export { type BenatiCapurriOptions, benatiCapurriA, benatiCapurriAFromTable } from './benati-capurri-a.ts'
export { type BootstrapOptions, bootstrapDyads, type DyadIntervals, dyadIntervals, type Interval } from './bootstrap.ts'
export { bootstrapDyadsThreaded, type ThreadedBootstrapOptions } from './bootstrap-workers.ts'
export { type ChangePointOptions, type ChangePoints, changePoints, type Segmentation } from './change-points.ts'
export { type DriftShare, driftShare } from './change-points-drift.ts'
export { type BreakInterval, breakIntervals } from './change-points-interval.ts'
export { type PeltCost, type PeltOptions, pelt } from './change-points-pelt.ts'
export { type BreakModel, bestPartitions, fitSegment, type SegmentFit, segmentRss } from './change-points-segments.ts'
export { cohenKappa, cohenKappaFromTable, type KappaOptions, type KappaWeights } from './cohen-kappa.ts'
export {
  allianceScale,
  type CrossTable,
  crossTable,
  type PairOptions,
  type Rated,
  type Scale,
  type Table3,
  tableFromRows,
  voteScale,
} from './contingency.ts'
export { kendallTauB, kendallTauBFromTable } from './kendall-tau-b.ts'
export { midRankPercentile, midRankPercentiles, rankAmongSorted } from './percentile.ts'
export { type SOptions, sFromTable, similarityS } from './s.ts'
export { scottPi, scottPiFromTable } from './scott-pi.ts'
export { type MeasureName, measureNames, type Similarity, similarityOfTable } from './three-levels.ts'
export { eligibleFromFirstToLast, isConsensus, type VoteOptions, type Votes } from './votes.ts'
export { wilson } from './wilson.ts'
