import { slotWords, sourceValueWords, toleranceWords, valueWords } from '../../../../src/server/wording.ts'
import { evidenceOf } from '../claim-rows.tsx'
import type { ClaimProps } from '../reading-state.ts'
import { SourceValues } from './source-values.tsx'
import { comparable } from './source-values-chart.ts'

/** Shows the slots of a claim, its tolerance, the values of the sources, and the rows behind them. */
export function ClaimDetails(props: ClaimProps) {
  const { claim } = props
  const { tolerance, unit, rules } = claim
  return (
    <>
      <dl class="slots small">
        {slotWords(claim).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>rules</dt>
          <dd>{rules.join(', ')}</dd>
        </div>
      </dl>
      {tolerance !== null && <p class="small">Counts as this: {toleranceWords(tolerance, unit)}</p>}
      {comparable(claim).length > 0 ? <SourceValues {...props} /> : <ValueList {...props} />}
      <Rows {...props} />
    </>
  )
}

/** Lists the values of the sources, for a claim without a chart because none is comparable with it. */
function ValueList({ claim: { honestValues }, answer: { sources } }: ClaimProps) {
  if (honestValues.length === 0) return null
  return (
    <ul class="small">
      {honestValues.map((one, i) => (
        <li key={i}>
          {valueWords(one.value, one.unit)} by {sourceValueWords(one, sources)}
        </li>
      ))}
    </ul>
  )
}

/** Lists the sources with their numbers of rows; a dialog shows the rows themselves. */
function Rows({ claim, answer: { sources } }: ClaimProps) {
  const rows = evidenceOf(claim)
  const titles = new Map(sources.map(({ id, title }) => [id, title]))
  if (rows.length === 0) return null
  return (
    <>
      <p class="small">Rows that it rests on:</p>
      <ul class="small">
        {rows.map(({ source, vintage, rows: condition, count }) => (
          <li key={source + condition}>
            {titles.has(source) ? <a href={`/data/${source}`}>{titles.get(source)}</a> : source}: {count.toLocaleString('en-US')}{' '}
            {count === 1 ? 'row' : 'rows'} <span class="soft">(edition {vintage})</span>
          </li>
        ))}
      </ul>
    </>
  )
}
