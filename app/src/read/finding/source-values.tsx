import { useMemo } from 'preact/hooks'
import { reporterWords, sourceValueCells, toleranceWords, valueWords } from '../../../../src/server/wording.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { type AnsweredClaim, type ClaimProps, claimName } from '../reading-state.ts'
import { comparable, drawnValues, sourceValuesPlot } from './source-values-chart.ts'

/** Shows the values of the sources beside the claim, as a chart. */
export function SourceValues({ claim, answer, ...which }: ClaimProps) {
  const data = useMemo(() => dataOf(claim, answer), [claim])
  const name = claimName(which)
  const more = comparable(claim).length - drawnValues(claim).length
  return (
    <ChartFigure
      name={name.replaceAll(' ', '-')}
      title={`${name[0]!.toUpperCase()}${name.slice(1)} beside what the sources give`}
      alt={altOf(claim, answer)}
      data={data}
      draw={(width) => sourceValuesPlot(claim, answer, width)}
      under={`Dashed: the claim. Shaded: what counts as it. Dots: what the sources give (open: estimated).${more > 0 ? ` ${more} more in the table.` : ''}`}
    />
  )
}

function altOf(claim: AnsweredClaim, { sources }: ClaimProps['answer']): string {
  const { value, value_from: from, unit, tolerance } = claim
  const claimed = `Claimed: ${from === null ? '' : `from ${valueWords(from, unit)} to `}${valueWords(value!, unit)}.`
  const counts = tolerance === null ? '' : ` Counts as this: ${toleranceWords(tolerance, unit)}.`
  return `${claimed}${counts} ${drawnValues(claim)
    .map((one) => `${reporterWords(one, sources)}, ${one.period}: ${valueWords(one.value, one.unit)}`)
    .join('. ')}.`
}

function dataOf({ honestValues }: AnsweredClaim, { sources }: ClaimProps['answer']): FigureData {
  const behind = new Set(honestValues.map(({ evidence }) => evidence.source))
  return {
    columns: [
      { name: 'by', title: 'by' },
      { name: 'value', title: 'value' },
      { name: 'unit', title: 'unit' },
      { name: 'period', title: 'when' },
      { name: 'what', title: 'what' },
      { name: 'state', title: 'state' },
    ],
    rows: honestValues.map((one) => sourceValueCells(one, sources)),
    sources: sources
      .filter(({ id }) => behind.has(id))
      .map(({ id, title, citation, vintage, licence }) => ({ id, title, citation, vintage, licence: licence.id })),
    method: 'every value that an accepted source, reporter, edition or definition gives for what the claim measures',
  }
}
