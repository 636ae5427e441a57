import { setQuery } from '../route.ts'
import { type ComparisonRow, type ComparisonSeries, comparisonRoute } from './comparison-route.ts'
import { domainTitles } from './domain-titles.ts'

interface ComparisonControlsProps {
  readonly rows: readonly ComparisonRow[]
  readonly series: readonly ComparisonSeries[]
  readonly figure: string | undefined
}

/** Selects the domain, the figure and the last year of the comparison. */
export function ComparisonControls({ rows, series, figure }: ComparisonControlsProps) {
  const { domain, to } = comparisonRoute()
  const yearly = series.map(({ id, label }) => [id, label] as const)
  const others = rows.filter(({ id }) => !yearly.some(([one]) => one === id)).map(({ id, label }) => [id, label] as const)
  return (
    <div class="row choices no-print">
      <label>
        Domain{' '}
        <select value={domain ?? ''} onChange={(event) => setQuery({ domain: event.currentTarget.value, figure: undefined })}>
          <option value="">All: the leading figure of each</option>
          {Object.entries(domainTitles).map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        Figure drawn{' '}
        <select value={figure ?? ''} onChange={(event) => setQuery({ figure: event.currentTarget.value })}>
          {yearly.length > 0 && <FigureOptions label="by year" options={yearly} />}
          {others.length > 0 && <FigureOptions label="on the day" options={others} />}
        </select>
      </label>
      <label>
        By the end of{' '}
        <input
          type="number"
          min={1946}
          max={new Date().getFullYear()}
          placeholder="latest"
          value={to ?? ''}
          onChange={(event) => setQuery({ to: event.currentTarget.value }, { replace: true })}
        />
      </label>
    </div>
  )
}

function FigureOptions({ label, options }: { readonly label: string; readonly options: readonly (readonly [string, string])[] }) {
  return (
    <optgroup label={label}>
      {options.map(([id, title]) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  )
}
