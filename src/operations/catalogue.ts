import { addOperation } from './add.ts'
import { assessOperation } from './assess.ts'
import { citeOperation } from './cite.ts'
import { claimsDueOperation } from './claims-due.ts'
import { claimsRowsOperation } from './claims-rows.ts'
import { communitiesOperation } from './communities.ts'
import { compareOperation } from './compare.ts'
import { compositeOperation } from './composite.ts'
import { diffOperation } from './diff.ts'
import { dyadsOperation } from './dyads.ts'
import { evidenceOperation } from './evidence.ts'
import { findOperation } from './find.ts'
import { idealPointsOperation } from './ideal-points.ts'
import { indicatorsOperation } from './indicators.ts'
import { ledgerOperation } from './ledger.ts'
import { methodsOperation } from './methods.ts'
import { mirrorOperation } from './mirror.ts'
import type { Operation } from './operation.ts'
import { pullOperation } from './pull.ts'
import { readOperation } from './read.ts'
import { similarityOperation } from './similarity.ts'
import { sourcesOperation } from './sources.ts'
import { stakeholdersOperation } from './stakeholders.ts'
import { statesOperation } from './states.ts'
import { votesOperation } from './votes.ts'
import { watchOperation } from './watch.ts'
import { worldOperation } from './world.ts'

/** Every question that one may ask. A door shows what stands here and nothing else. */
export const operations: readonly Operation[] = [
  assessOperation,
  evidenceOperation,
  compareOperation,
  dyadsOperation,
  similarityOperation,
  idealPointsOperation,
  mirrorOperation,
  compositeOperation,
  votesOperation,
  ledgerOperation,
  stakeholdersOperation,
  worldOperation,
  communitiesOperation,
  readOperation,
  claimsRowsOperation,
  claimsDueOperation,
  findOperation,
  statesOperation,
  sourcesOperation,
  indicatorsOperation,
  methodsOperation,
  citeOperation,
  pullOperation,
  addOperation,
  diffOperation,
  watchOperation,
]
