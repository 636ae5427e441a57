import { counted, percentWords, significant } from '../../../src/server/wording.ts'
import { amount } from '../dyad/outlook/outlook-words.ts'
import { csvFile, saveFile } from '../figures/figure-files.ts'
import { route, setQuery, urlOf } from '../route.ts'
import { type IssuedForecast, type IssuedForecasts, isWithin, targetName } from './issued-forecasts.ts'

interface IssuedLedgerProps {
  readonly answer: IssuedForecasts
  /** Name of the file that is downloaded, without extension. */
  readonly name: string
  /** Said in place of a list without entries. */
  readonly whenEmpty: string
}

const shown = 50

/** Shows forecasts that were issued and frozen: by year with their hash, how the resolved ones came out, and a list to filter. */
export function IssuedLedger({ answer, name, whenEmpty }: IssuedLedgerProps) {
  const { years, entries } = answer
  if (entries.length === 0) return <p class="nothing-issued">{whenEmpty}</p>
  const { status, state } = route.value.query
  const whose = state?.trim().toUpperCase()
  const found = entries
    .filter((one) => (status === undefined || one.status === status) && (!whose || one.a.startsWith(whose) || one.b.startsWith(whose)))
    .sort((x, y) => rank(x) - rank(y) || (x.resolvesOn < y.resolvesOn ? -1 : x.resolvesOn > y.resolvesOn ? 1 : 0))
  return (
    <div class="issued">
      {years.length > 0 && <Years years={years} />}
      <p>{outcomeSentence(entries)}</p>
      <Filter count={found.length} of={entries.length} />
      <Entries entries={found.slice(0, shown)} />
      {found.length > shown && (
        <p class="soft small">
          The first {shown} of {found.length}; the file has all.
        </p>
      )}
      <p class="no-print">
        <button type="button" class="small" onClick={() => saveFile(`${name}.csv`, csvFile(fileOf(entries)))}>
          CSV of all {entries.length}
        </button>
      </p>
    </div>
  )
}

/** Resolved forecasts come first, since they are what a reader comes for. */
const rank = ({ status }: IssuedForecast): number => ['resolved', 'open', 'void'].indexOf(status)

function Years({ years }: { readonly years: IssuedForecasts['years'] }) {
  return (
    <section class="scroll" tabIndex={0} aria-label="Issued by year">
      <table>
        <caption class="visually-hidden">Forecasts issued by year</caption>
        <thead>
          <tr>
            <th scope="col">year</th>
            <th scope="col">issued</th>
            {['forecasts', 'open', 'resolved', 'void'].map((title) => (
              <th key={title} scope="col" class="number">
                {title}
              </th>
            ))}
            <th scope="col">record</th>
            <th scope="col">SHA-256 of the file</th>
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.year}>
              <th scope="row">{one.year}</th>
              <td>
                {one.issued}
                {one.madeAfterwards && `, made afterwards, from data to ${one.year}`}
              </td>
              <td class="number">{one.n}</td>
              <td class="number">{one.open}</td>
              <td class="number">{one.resolved}</td>
              <td class="number">{one.void}</td>
              <td>
                <code>{one.snapshot}</code>
              </td>
              <td class="hash">
                <code>{one.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How many are resolved, and how these came out. */
function outcomeSentence(entries: readonly IssuedForecast[]): string {
  const resolved = entries.filter(({ status }) => status === 'resolved')
  const next = entries
    .filter(({ status }) => status === 'open')
    .map(({ resolvesOn }) => resolvesOn)
    .sort()[0]
  const waits = next === undefined ? '' : ` The next can be settled from ${next}.`
  if (resolved.length === 0) return `None of ${counted(entries.length, 'forecast', 'forecasts')} is resolved yet.${waits}`
  const held = ([80, 95] as const).flatMap((level) => {
    const known = resolved.map((one) => isWithin(one, level)).filter((one) => one !== undefined)
    return known.length === 0
      ? []
      : [`the ${level} % band held ${known.filter(Boolean).length} of ${counted(known.length, 'quantity', 'quantities')}`]
  })
  const events = resolved.filter(({ probability }) => probability !== null)
  const expected = events.reduce((sum, { probability }) => sum + probability!, 0)
  const cameWords =
    events.length === 0
      ? []
      : [
          `of ${counted(events.length, 'event', 'events')} ${events.filter(({ outcome }) => outcome === 1).length} came (${significant(expected)} expected)`,
        ]
  return `${resolved.length} of ${counted(entries.length, 'forecast', 'forecasts')} resolved: ${[...held, ...cameWords].join('; ')}.${waits}`
}

function Filter({ count, of }: { readonly count: number; readonly of: number }) {
  const { status, state } = route.value.query
  return (
    <div class="row no-print">
      <label class="field">
        State{' '}
        <input
          type="search"
          placeholder="code, such as CHN"
          value={state ?? ''}
          onInput={(event) => setQuery({ state: event.currentTarget.value }, { replace: true })}
        />
      </label>
      <label class="field">
        Status{' '}
        <select value={status ?? ''} onChange={(event) => setQuery({ status: event.currentTarget.value }, { replace: true })}>
          {['', 'open', 'resolved', 'void'].map((one) => (
            <option key={one} value={one}>
              {one === '' ? 'all' : one}
            </option>
          ))}
        </select>
      </label>
      <span role="status">
        {count} of {of}
      </span>
    </div>
  )
}

function Entries({ entries }: { readonly entries: readonly IssuedForecast[] }) {
  return (
    <section class="scroll" tabIndex={0} aria-label="Forecasts">
      <table class="entries">
        <caption class="visually-hidden">Forecasts with their outcomes</caption>
        <thead>
          <tr>
            <th scope="col">pair</th>
            <th scope="col">forecast of</th>
            <th scope="col">issued</th>
            <th scope="col">settled from</th>
            <th scope="col">forecast</th>
            <th scope="col">no change, or base rate</th>
            <th scope="col">outcome</th>
            <th scope="col" class="number">
              score
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((one) => (
            <Entry key={one.id} entry={one} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Entry({ entry }: { readonly entry: IssuedForecast }) {
  const { a, b, issued, resolvesOn: day, horizon, baseline, unit, probability, score } = entry
  const plain = (value: number): string => (probability === null ? amount(value, unit) : percentWords(value))
  return (
    <tr>
      <th scope="row">
        <a href={urlOf('dyad', [a, b])}>
          {a}–{b}
        </a>
      </th>
      <td>
        {targetName(entry)}, {horizon} {horizon === 1 ? 'year' : 'years'} ahead
      </td>
      <td class="day">{issued}</td>
      <td class="day">{day}</td>
      <td>{forecastText(entry)}</td>
      <td>{baseline === null ? <span class="unknown-value">unknown</span> : plain(baseline)}</td>
      <td>{outcomeText(entry)}</td>
      <td class="number">{score === null ? '' : significant(score)}</td>
    </tr>
  )
}

function forecastText({ probability, median, low80, high80, unit }: IssuedForecast): string {
  if (probability !== null) return percentWords(probability)
  if (median === null) return 'unknown'
  const band = low80 === null || high80 === null ? '' : ` (80 %: ${amount(low80, unit)} to ${amount(high80, unit)})`
  return `${amount(median, unit)}${band}`
}

function outcomeText(entry: IssuedForecast): string {
  const { status, outcome, probability, unit } = entry
  if (status !== 'resolved' || outcome === null) return status
  if (probability !== null) return outcome === 1 ? 'came' : 'did not come'
  const places = { inner: isWithin(entry, 80), outer: isWithin(entry, 95) }
  const where = places.inner === true ? 'within 80 %' : places.outer === true ? 'within 95 %, outside 80 %' : 'outside 95 %'
  return `${amount(outcome, unit)}${places.outer === undefined && places.inner !== true ? '' : `, ${where}`}`
}

const columns = [
  ...['issued', 'id', 'a', 'b', 'target', 'horizon', 'resolvesOn', 'unit', 'median', 'low80', 'high80', 'low95', 'high95'],
  ...['probability', 'baseline', 'status', 'outcome', 'score'],
] as (keyof IssuedForecast)[]

function fileOf(entries: readonly IssuedForecast[]): Parameters<typeof csvFile>[0] {
  return {
    columns: columns.map((column) => (column === 'resolvesOn' ? 'resolves_on' : column)).map((name) => ({ name, title: name })),
    rows: entries.map((one) => columns.map((column) => one[column])),
    sources: [],
  }
}
