import type { Answers } from '../../../src/server/answer-types.ts'
import { selectedYear, selectYear } from '../charts/year-cursor.ts'
import { FigureValue } from '../figures/figure-value.tsx'
import { type Assessment, capital, requestOf } from './assessment-values.ts'
import { LedgerEntries } from './ledger-entries.tsx'
import { type YearChartSeries, yearWords } from './year-series.ts'

interface AroundYearProps {
  readonly assessment: Assessment
  readonly ledger: Answers['ledger'] | undefined
  readonly series: readonly YearChartSeries[]
  readonly span: readonly [number, number]
}

/** Shows the selected year, with a slider that all charts follow: the values of the series, and the events around the year. */
export function AroundYear({ assessment, ledger, series, span }: AroundYearProps) {
  const year = selectedYear.value
  return (
    <>
      <div class="row no-print">
        <label for="year-cursor">Year</label>
        <input
          id="year-cursor"
          type="range"
          min={span[0]}
          max={span[1]}
          step={1}
          value={year ?? span[1]}
          aria-valuetext={year === undefined ? 'no year chosen' : String(year)}
          onInput={(event) => selectYear(Number(event.currentTarget.value))}
        />
        <output for="year-cursor">{year ?? 'none chosen'}</output>
        {year !== undefined && (
          <button type="button" class="small" onClick={() => selectYear(undefined)}>
            No year
          </button>
        )}
      </div>
      <section class="around" tabIndex={0} aria-label="The chosen year" aria-live="polite">
        {year === undefined ? (
          <p class="soft small">Choose a turning point, a year on a chart or on the slider to read what happened around it.</p>
        ) : (
          <YearDetails assessment={assessment} ledger={ledger} series={series} year={year} />
        )}
      </section>
    </>
  )
}

interface YearDetailsProps extends Omit<AroundYearProps, 'span'> {
  readonly year: number
}

function YearDetails({ assessment, ledger, series, year }: YearDetailsProps) {
  const pair = requestOf(assessment)
  const moment = momentOf(assessment, year)
  const [first, last] = moment === undefined ? [year - 1, year + 1] : [moment.low - 1, moment.high + 1]
  return (
    <>
      <h4>
        {year}
        {moment !== undefined && (
          <span class="soft">
            {' '}
            · {moment.year === year ? 'a turning point' : `near the turning point of ${moment.year}`}, between {moment.low} and{' '}
            {moment.high}
          </span>
        )}
      </h4>
      <dl class="values">
        {series.map((one) => (
          <div key={one.id}>
            <dt>{one.title}</dt>
            <dd>{one.figures.has(year) ? <FigureValue estimate={one.figures.get(year)!} pair={pair} /> : yearWords(one, year)}</dd>
          </div>
        ))}
      </dl>
      <Events assessment={assessment} ledger={ledger} first={first} last={last} />
    </>
  )
}

/** Returns the turning point of the year, else one whose interval contains the year, else undefined. */
function momentOf({ turningPoints: { moments } }: Assessment, year: number): Assessment['turningPoints']['moments'][number] | undefined {
  return moments.find((one) => one.year === year) ?? moments.find(({ low, high }) => year >= low && year <= high)
}

interface EventsProps {
  readonly assessment: Assessment
  readonly ledger: Answers['ledger'] | undefined
  readonly first: number
  readonly last: number
}

function Events({ assessment, ledger, first, last }: EventsProps) {
  const within = (date: string): boolean => Number(date.slice(0, 4)) >= first && Number(date.slice(0, 4)) <= last && date <= assessment.to
  if (ledger === undefined) return <DatedItems assessment={assessment} within={within} first={first} last={last} />
  const items = ledger.items.filter(({ date }) => within(date))
  const silent =
    last < Number(ledger.ledger.from.slice(0, 4)) ? ` The ledger begins on ${ledger.ledger.from}: of earlier years it says nothing.` : ''
  return (
    <>
      <p class="small">
        {capital(items.length === 0 ? 'no item' : `${items.length} items`)} of the ledger from {first} to {last}; nearness in time says
        nothing about why.{silent}
      </p>
      <LedgerEntries items={[...items].reverse()} label={`Items of the ledger, ${first} to ${last}`} />
    </>
  )
}

/** Lists the dated items of the domains, for a pair without a ledger. */
function DatedItems({ assessment, within, first, last }: Omit<EventsProps, 'ledger'> & { readonly within: (date: string) => boolean }) {
  const items = assessment.domains
    .flatMap(({ items: own }) => own)
    .filter(({ kind, date }) => kind !== 'report' && kind !== 'figure' && within(date))
    .sort((x, y) => (x.date < y.date ? -1 : 1))
  return (
    <>
      <p class="small">
        There is no ledger of this pair. {items.length === 0 ? 'No dated thing' : `${items.length} dated things`} of the domains from{' '}
        {first} to {last}:
      </p>
      <ul class="items">
        {items.map(({ date, text }, at) => (
          <li key={`${date} ${at}`}>
            <span class="when">{date}</span> {text}
          </li>
        ))}
      </ul>
    </>
  )
}
