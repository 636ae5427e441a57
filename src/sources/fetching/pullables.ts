import { atDataverse } from './pull-dataverse.ts'
import { queries } from './pull-queries.ts'
import { worldBank } from './pull-world-bank.ts'
import type { Pullable } from './pullable.ts'

/** Every source that `visavis pull` fetches, by id. */
export const pullables: readonly Pullable[] = [...queries, ...atDataverse, worldBank].sort((a, b) => (a.source < b.source ? -1 : 1))
