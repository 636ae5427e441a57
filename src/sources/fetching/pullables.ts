import { dataversePullables } from './pull-dataverse.ts'
import { queryPullables } from './pull-queries.ts'
import { worldBankPullable } from './pull-world-bank.ts'
import type { Pullable } from './pullable.ts'

/** Every source that `visavis pull` fetches, by id. */
export const pullables: readonly Pullable[] = [...queryPullables, ...dataversePullables, worldBankPullable].sort((a, b) =>
  a.source < b.source ? -1 : 1,
)
