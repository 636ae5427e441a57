import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../src/server/answer-types.ts'
import { counted, turningWords } from '../../../src/server/wording.ts'
import { AroundYear } from './around-year.tsx'
import type { Assessment } from './assessment-values.ts'
import { SeriesFigure } from './domains/series-figure.tsx'
import { LedgerYears } from './ledger-years.tsx'
import { ReportTable } from './report-table.tsx'
import { TurningPointButtons } from './turning-point-buttons.tsx'
import { spanOf, type YearChartSeries, yearSeriesOf } from './year-series.ts'

/** Shows change over time: yearly series with breaks under a shared cursor, events around a year, and the periods between turning points. */
export function ChangeOverTime({
  assessment,
  ledger,
}: {
  readonly assessment: Assessment
  readonly ledger: Answers['ledger'] | undefined
}) {
  const series = useMemo(() => yearSeriesOf(assessment), [assessment])
  if (series.length === 0) return <p>No yearly series of this pair is in the record.</p>
  const [long, short] = [series.filter((one) => !isShort(one)), series.filter(isShort)]
  const span = spanOf(long.length === 0 ? series : long, assessment)
  return (
    <>
      <p class="soft small">
        Each chart begins with its first figure; the year chosen is marked in all. Upright bands: breaks, and the years within which they
        lie with 90 %; dashed steps: the mean between breaks. Hatched: no figure is known. A line is not drawn across a year without one;
        hollow marks are estimates.
      </p>
      <TurningPointButtons assessment={assessment} />
      <AroundYear assessment={assessment} ledger={ledger} series={series} span={span} />
      <div class="charts">
        {long.map((one) => (
          <SeriesFigure key={one.id} assessment={assessment} series={one} span={spanOf([one], assessment)} />
        ))}
        {ledger !== undefined && <LedgerYears assessment={assessment} ledger={ledger} last={span[1]} />}
      </div>
      {short.length > 0 && <ShortSeries assessment={assessment} series={short} />}
      <TurningPoints assessment={assessment} />
    </>
  )
}

/** Series with fewer years than this are folded away, on an axis of their own. */
const fewYears = 5

function isShort({ lines }: YearChartSeries): boolean {
  return lines.every(({ points }) => points.length < fewYears)
}

function ShortSeries({ assessment, series }: { readonly assessment: Assessment; readonly series: readonly YearChartSeries[] }) {
  const open = useSignal(false)
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        {counted(series.length, 'series', 'series')} of fewer than {fewYears} years
      </summary>
      {open.value && (
        <div class="charts">
          {series.map((one) => (
            <SeriesFigure key={one.id} assessment={assessment} series={one} span={spanOf([one], assessment)} />
          ))}
        </div>
      )}
    </details>
  )
}

/** Shows the turning points in sentences and tables, as in the reports. */
function TurningPoints({ assessment }: { readonly assessment: Assessment }) {
  const { lead, columns, rows, sentences, periods } = useMemo(() => turningWords(assessment.turningPoints), [assessment])
  return (
    <>
      {periods !== null && (
        <ReportTable caption="Periods between breaks that several series share (means)" columns={periods[0]} rows={periods[1]} />
      )}
      <details>
        <summary>Breaks in figures, and how they were found</summary>
        <p class="small">{lead}</p>
        {rows.length > 0 && <ReportTable caption="Breaks by series" columns={columns} rows={rows} />}
        {sentences.map((sentence) => (
          <p key={sentence} class="small">
            {sentence}
          </p>
        ))}
      </details>
    </>
  )
}
