import { crossGroups, type GravityPanel, groupRows, type RowGroups } from '../../../src/measures/index.ts'
import { randomStream } from '../../../src/numeric/random.ts'

/** A panel drawn from a gravity equation, with all pairs of a few states in a few years, and its clusters by pair. */
export interface SimulatedPanel {
  readonly panel: GravityPanel
  readonly pair: RowGroups
}

export interface SimulationOptions {
  readonly states?: number
  readonly years?: number
  readonly regressors?: number
  /** Share of rows whose flow is set to 0. */
  readonly zeros?: number
  /** Whether pairs are a third set of effects. */
  readonly pairEffects?: boolean
}

/**
 * Draws a panel.
 *
 * @param seed   the same seed draws the same panel
 */
export function simulatedPanel(seed: number, options: SimulationOptions = {}): SimulatedPanel {
  const { states = 6, years = 3, regressors = 2, zeros = 0.2, pairEffects = false } = options
  const stream = randomStream(seed, 'panel')
  const random = (): number => stream.uint32() / 2 ** 32
  const rows: { exporter: string; importer: string; year: string }[] = []
  for (let t = 0; t < years; t++)
    for (let i = 0; i < states; i++)
      for (let j = 0; j < states; j++) if (i !== j) rows.push({ exporter: `E${i}`, importer: `I${j}`, year: `${t}` })
  const keys = (name: 'exporter' | 'importer' | 'year'): RowGroups =>
    groupRows(
      name,
      rows.map((row) => row[name]),
    )
  const [exporter, importer, year] = [keys('exporter'), keys('importer'), keys('year')]
  const pair = crossGroups('pair', exporter, importer)
  const columns = Array.from({ length: regressors }, (_, j) => ({ name: `x${j}`, values: Float64Array.from(rows, () => 2 * random() - 1) }))
  const size = Float64Array.from({ length: states }, () => 3 * random())
  const flow = Float64Array.from(rows, (_, r) => {
    const mean = size[exporter.of[r]!]! + size[importer.of[r]!]! + columns.reduce((sum, { values }, j) => sum + values[r]! / (j + 1), 0)
    return random() < zeros ? 0 : Math.exp(mean) * 2 * random()
  })
  const effects = [
    crossGroups('exporter-year', exporter, year),
    crossGroups('importer-year', importer, year),
    ...(pairEffects ? [pair] : []),
  ]
  return { panel: { flow, regressors: columns, effects }, pair }
}
