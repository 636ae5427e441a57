import type { Reproduction } from './reproduction.ts'
import { communitiesReproductions } from './reproductions-communities.ts'
import { forecastReproductions } from './reproductions-forecasts.ts'
import { gravityReproductions } from './reproductions-gravity.ts'
import { idealPointReproductions } from './reproductions-ideal-points.ts'
import { modelReproductions } from './reproductions-models.ts'
import { nileReproductions } from './reproductions-nile.ts'
import { similarityReproductions } from './reproductions-similarity.ts'

/** Every published number with a counterpart here. */
export const reproductions: readonly Reproduction[] = [
  ...similarityReproductions,
  ...idealPointReproductions,
  ...nileReproductions,
  ...communitiesReproductions,
  ...gravityReproductions,
  ...modelReproductions,
  ...forecastReproductions,
]
