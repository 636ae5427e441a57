import { type RecordFlows, recordFlows } from '../../assessments/economy/models/gravity-of-record.ts'
import { VisavisError } from '../../errors.ts'
import type { Snapshot } from '../../store/index.ts'
import type { PanelColumns } from './panel-columns.ts'

/** What stands in place of a file's name. */
export const theRecord = 'the record'

/** The columns of the record's own panel: what `--regressors` can name. */
export const recordRegressors = 'ln(distance),border,language,customs_union,trade_bloc'

/**
 * Returns the flows of the record as a panel: a row for each way whose flow is known.
 *
 * @throws VisavisError NoCoverage if the snapshot does not have them
 */
export async function recordPanel(snapshot: Snapshot): Promise<PanelColumns> {
  const flows = await recordFlows(snapshot)
  if (flows === undefined)
    throw new VisavisError('NoCoverage', 'this record has no table of the trade of all pairs (baci-2023)', {
      hint: 'visavis sources --all',
    })
  const cells = [...flows.flow.keys()].filter((cell) => cell % (flows.states.length + 1) !== 0)
  const known = cells.filter((cell) => !Number.isNaN(flows.flow[cell]!))
  return { ...columnsOf(flows, known), lines: Float64Array.from(known, (_, i) => i + 1), blank: cells.length - known.length }
}

function columnsOf({ states, flow, regressors }: RecordFlows, cells: readonly number[]): Pick<PanelColumns, 'texts' | 'numbers'> {
  const numbers = [{ name: 'trade', values: flow }, ...regressors].map(
    ({ name, values }) => [name, Float64Array.from(cells, (cell) => values[cell]!)] as const,
  )
  const side = (of: (cell: number) => number) => ({ labels: states, of: Int32Array.from(cells, of) })
  return {
    texts: new Map([
      ['exporter', side((cell) => Math.floor(cell / states.length))],
      ['importer', side((cell) => cell % states.length)],
    ]),
    numbers: new Map(numbers),
  }
}
