/** The gap between two reports of one flow, and what is known to make such gaps without any intent. */
export interface MirrorGap {
  readonly hub: string
  /** Log of the exporter's report over the hub's, both free on board. */
  readonly gap: number
  /** Structural causes: the log of distance, the log of the hub's GDP, whether it has a coast, and so on; the same number for every hub. */
  readonly causes: readonly number[]
}

/** What of a gap its structural causes leave unexplained. */
export interface MirrorResidual {
  readonly hub: string
  readonly residual: number
  /** The residual over its standard error, studentised with the hub itself left out of the fit. */
  readonly t: number
}

/**
 * Returns what structural causes do not explain of each gap, largest first: residuals of ordinary least squares, studentised externally. A gap alone misleads:
 * small, remote and transit states have large ones at all times.
 *
 * @param gaps   gaps of many partners, not of suspected hubs only
 * @throws RangeError with too few gaps for the causes, or causes that depend on one another
 * @see Banca d'Italia, Questioni di Economia e Finanza 445 (structural causes first, the residual is the indicator); Cook & Weisberg 1982 (external studentisation)
 */
export function mirrorResiduals(gaps: readonly MirrorGap[]): MirrorResidual[] {
  const rows = gaps.map(({ causes }) => [1, ...causes])
  const width = rows[0]?.length ?? 0
  if (gaps.length < width + 2) throw new RangeError(`mirrorResiduals: ${gaps.length} gaps are too few for ${width - 1} causes`)
  const inverse = inverted(rows[0]!.map((_, i) => rows[0]!.map((__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0))))
  const moments = rows[0]!.map((_, i) => rows.reduce((sum, row, r) => sum + row[i]! * gaps[r]!.gap, 0))
  const slopes = inverse.map((row) => dot(row, moments))
  const residuals = gaps.map(({ gap }, r) => gap - dot(slopes, rows[r]!))
  const total = residuals.reduce((sum, one) => sum + one ** 2, 0)
  return gaps
    .map(({ hub }, r) => {
      const leverage = dot(
        rows[r]!,
        inverse.map((row) => dot(row, rows[r]!)),
      )
      const others = (total - residuals[r]! ** 2 / (1 - leverage)) / (gaps.length - width - 1)
      return { hub, residual: residuals[r]!, t: residuals[r]! / Math.sqrt(Math.max(others, 1e-300) * (1 - leverage)) }
    })
    .sort((a, b) => b.t - a.t)
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

/** Inverts a small matrix by Gauss-Jordan elimination with pivots. */
function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let column = 0; column < size; column++) {
    const pivot = work
      .map((row, i) => (i < column ? -1 : Math.abs(row[column]!)))
      .reduce((best, value, i, all) => (value > all[best]! ? i : best), column)
    const [top, other] = [work[pivot]!, work[column]!]
    work[column] = top
    work[pivot] = other
    const lead = top[column]!
    if (Math.abs(lead) < 1e-10) throw new RangeError('mirrorResiduals: the causes depend on one another')
    for (let j = 0; j < 2 * size; j++) top[j]! /= lead
    work.forEach((row, i) => {
      const factor = row[column]!
      if (i !== column) for (let j = 0; j < 2 * size; j++) row[j]! -= factor * top[j]!
    })
  }
  return work.map((row) => row.slice(size))
}
