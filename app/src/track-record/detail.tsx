import { SkillMark, skillScaleOf, skillVerdict, skillWords } from '../charts/skill-mark.tsx'
import { capital } from '../dyad/assessment-values.ts'
import { ScoreTable } from '../dyad/outlook/backtest-panel.tsx'
import { HorizonChoice } from '../dyad/outlook/horizon-choice.tsx'
import { chosenHorizon, yearsText } from '../dyad/outlook/outlook-words.ts'
import { setQuery } from '../route.ts'
import { OriginsFigure } from './origins-figure.tsx'
import { detailedTarget, type EventRecord, isQuantity, type TrackRecord } from './record-route.ts'

/** One target in detail: scores at every horizon, and skill by the year from which was forecast. */
export function TargetDetail({ answer }: { readonly answer: TrackRecord }) {
  const record = detailedTarget(answer)
  return (
    <>
      <p class="row no-print">
        <label class="field">
          Forecast of{' '}
          <select value={record.target} onChange={(event) => setQuery({ of: event.currentTarget.value }, { replace: true })}>
            {[...answer.quantities, ...answer.events].map(({ target, title }) => (
              <option key={target} value={target}>
                {capital(title)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <h3>{capital(record.title)}</h3>
      <p>{isQuantity(record) ? record.definition : record.note}</p>
      {isQuantity(record) ? <ScoreTable record={record} unit={record.unit} /> : <EventScoreTable record={record} />}
      {(isQuantity(record) || record.score === 'brier') && (
        <>
          <HorizonChoice />
          <OriginsFigure
            target={record.target}
            title={capital(record.title)}
            isBySession={isQuantity(record) && record.per === 'session'}
            baseline={isQuantity(record) ? 'no change' : 'the base rate'}
            sources={answer.sources}
          />
        </>
      )}
    </>
  )
}

function EventScoreTable({ record }: { readonly record: EventRecord }) {
  const { title, horizons, score } = record
  const scale = skillScaleOf(horizons.map(({ skill }) => skill))
  const chosen = chosenHorizon()
  return (
    <section class="scroll" tabIndex={0} aria-label={`Back-test: ${title}`}>
      <table class="scores">
        <caption class="visually-hidden">Back-test of forecasts: {title}</caption>
        <thead>
          <tr>
            <th scope="col">ahead</th>
            <th scope="col" class="number">
              forecasts
            </th>
            <th scope="col" class="number">
              came
            </th>
            <th scope="col">skill over the base rate in the {score === 'log' ? 'log' : 'Brier'} score, 90 % interval</th>
            {score === 'log' && <th scope="col">in the Brier score</th>}
            <th scope="col">given as forecast</th>
          </tr>
        </thead>
        <tbody>
          {horizons.map((one) => (
            <tr key={one.horizon} aria-current={one.horizon === chosen ? 'true' : undefined}>
              <th scope="row">{yearsText(one.horizon)}</th>
              <td class="number">{one.n.toLocaleString('en-US')}</td>
              <td class="number">
                {one.events === null ? <span class="unknown-value">not counted</span> : one.events.toLocaleString('en-US')}
              </td>
              <td class="skill">
                <SkillMark skill={one.skill} scale={scale} /> {skillWords(one.skill)}
                {!one.isShown && <b> {skillVerdict(one.skill, 'the base rate')}</b>}
              </td>
              {score === 'log' && <td class="skill">{skillWords(one.brierSkill)}</td>}
              <td>{one.forecast ?? 'none: a comparison'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
