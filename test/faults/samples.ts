import type { Sample } from './sample.ts'
import { conflictSamples } from './samples-conflict.ts'
import { exchangeSamples } from './samples-exchange.ts'
import { peopleSamples } from './samples-people.ts'
import { politicsSamples } from './samples-politics.ts'
import { securitySamples } from './samples-security.ts'
import { stateSamples } from './samples-states.ts'
import { tradeSamples } from './samples-trade.ts'

/** Files for every source that `visavis add` accepts. */
export const samples: readonly Sample[] = [
  ...tradeSamples,
  ...exchangeSamples,
  ...securitySamples,
  ...peopleSamples,
  ...conflictSamples,
  ...politicsSamples,
  ...stateSamples,
]
