import type { Answers } from '../../../../src/server/answer-types.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import type { Outlook, PastSeries, Target } from './outlook-words.ts'

/** One quantity with its past and its forecasts. */
export interface Fan {
  readonly id: string
  readonly past: PastSeries
  /** The shortest first. */
  readonly targets: readonly Target[]
  readonly sources: FigureData['sources']
}

/** Returns the quantities that have forecasts and a past, in the order of the outlook. */
export function fansOf({ targets }: Outlook, { series, sources }: Answers['outlook history']): Fan[] {
  const ids = [...new Set(targets.filter(({ median }) => median !== null).map(({ id }) => id))]
  return ids.flatMap((id) => {
    const past = series.find((one) => one.id === id)
    if (past === undefined || past.points.length === 0) return []
    return [
      { id, past, targets: targets.filter((one) => one.id === id), sources: sources.filter((source) => past.sources.includes(source.id)) },
    ]
  })
}
