export { sqlLiteral } from './cells.ts'
export {
  allUnknownUnlessFinite,
  type Estimate,
  type Evidence,
  type Interval,
  type IntervalKind,
  isKnown,
  type Known,
  type NotApplicable,
  type Subject,
  type Unknown,
  unknownUnlessFinite,
} from './estimate.ts'
export {
  bundledRecord,
  dayOfAnswers,
  type FoundSnapshot,
  fetchedRecords,
  findSnapshot,
  isFromTheFuture,
  type SnapshotDay,
  type SnapshotRequest,
  storeHome,
} from './find-snapshot.ts'
export { manifestId } from './manifest.ts'
export { isInPairOrder, readAsStored, readInPairOrder, sourceOfPair, writePairOrder } from './pair-order.ts'
export { type Cell, type Columns, openSession, type Session, type SessionOptions } from './session.ts'
export {
  listSnapshots,
  type Manifest,
  type OpenOptions,
  openSnapshot,
  type Part,
  type Snapshot,
  type SnapshotContent,
  type SnapshotDescription,
  surveyRoot,
  type TableContent,
  tornSnapshots,
  writeSnapshot,
} from './snapshot.ts'
export type { Coverage, FetchedFile, Licence, SourceCard } from './source-card.ts'
export { type TableName, tables } from './tables.ts'
export { type IntegrityProblem, verifySnapshot } from './verify.ts'
export { type ChangeCount, type ChangedRow, rowDifference } from './writing/difference.ts'
export { type NextRequest, nextSnapshot, type SnapshotBuild } from './writing/next-snapshot.ts'
export { type Edition, replaceSources } from './writing/replace-sources.ts'
export { type SetAside, setAsideUnfit } from './writing/set-aside.ts'
