import { dataversePullableSources } from './pull-dataverse.ts'
import type { PullableSource } from './pull-parameters.ts'
import { queryPullableSources } from './pull-queries.ts'
import { worldBankPullableSource } from './pull-world-bank.ts'

/** Every source that `visavis pull` fetches, by id. */
export const pullableSources: readonly PullableSource[] = [
  ...queryPullableSources,
  ...dataversePullableSources,
  worldBankPullableSource,
].sort((a, b) => (a.source < b.source ? -1 : 1))
