export {
  allMeasured,
  type Estimate,
  type Evidence,
  type Interval,
  type IntervalKind,
  isKnown,
  type Known,
  measured,
  type NotApplicable,
  type Subject,
  type Unknown,
} from './estimate.ts'
export { manifestId } from './manifest.ts'
export { bundledRecord, type FoundSnapshot, findSnapshot, type SnapshotRequest, storeHome } from './places.ts'
export { type Cell, type Columns, openSession, type Session, type SessionOptions } from './session.ts'
export {
  type Content,
  type Contents,
  listSnapshots,
  type Manifest,
  type OpenOptions,
  openSnapshot,
  type Part,
  type Snapshot,
  type SnapshotAbout,
  tornSnapshots,
  writeSnapshot,
} from './snapshot.ts'
export type { Coverage, FetchedFile, Licence, SourceCard } from './source-card.ts'
export { type TableName, tables } from './tables.ts'
export { type IntegrityProblem, verifySnapshot } from './verify.ts'
export { type ChangeCount, type ChangedRow, rowDifference } from './writing/difference.ts'
export { type Building, type NextRequest, nextSnapshot } from './writing/next-snapshot.ts'
export { type Edition, replaceSources } from './writing/replace-sources.ts'
