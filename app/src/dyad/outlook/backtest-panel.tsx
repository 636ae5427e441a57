import { useId } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { isOffGoal } from '../../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../../api/client.ts'
import { SkillMark, skillScaleOf, skillVerdict, skillWords } from '../../charts/skill-mark.tsx'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, setQuery, urlOf } from '../../route.ts'
import { chosenHorizon, yearsText } from './outlook-words.ts'

type QuantityRecord = Answers['outlook track-record']['quantities'][number]

interface BacktestPanelProps {
  /** Id of the forecast. */
  readonly id: string
  readonly unit: string
}

/** A button that opens the back-test of a quantity: how far such forecasts were off, at each horizon. */
export function BacktestPanel({ id, unit }: BacktestPanelProps) {
  const panel = useId()
  const isOpen = route.value.query['backtest'] === id
  return (
    <>
      <button
        type="button"
        class="small no-print"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setQuery({ backtest: isOpen ? undefined : id }, { replace: true })}
      >
        How good were such forecasts?
      </button>
      <div id={panel}>{isOpen && <Scores id={id} unit={unit} />}</div>
    </>
  )
}

/** Returns the record of a quantity by the id of a forecast: `goods-flow-a-to-b` is a forecast of `goods-flow`. */
function recordOf(all: readonly QuantityRecord[], id: string): QuantityRecord | undefined {
  return all.find(({ target }) => id === target) ?? all.find(({ target }) => id.startsWith(`${target}-`))
}

function Scores({ id, unit }: BacktestPanelProps) {
  const { answer, problem } = useAnswer('outlook track-record', {}).value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (answer === undefined) return <p class="waiting">Reading the back-test …</p>
  const record = recordOf(answer.quantities, id)
  if (record === undefined) return <p>There is no back-test of this quantity.</p>
  return (
    <>
      <ScoreTable record={record} unit={unit} />
      <p class="small">
        <a href={urlOf('track-record', [], { of: record.target, ahead: String(chosenHorizon()) })}>Track record of all forecasts</a>
      </p>
    </>
  )
}

const levels = ['cover50', 'cover80', 'cover90', 'cover95'] as const

/** Scores of a quantity at every horizon; those of the chosen one stand out. */
export function ScoreTable({ record, unit }: { readonly record: QuantityRecord; readonly unit: string }) {
  const { target, title, horizons, per } = record
  const scale = skillScaleOf(horizons.map(({ skill }) => skill))
  const chosen = chosenHorizon()
  const inLogs = record.unit === 'ln'
  return (
    <>
      <section class="scroll" tabIndex={0} aria-label={`Back-test: ${title}`}>
        <table class="scores">
          <caption class="visually-hidden">Back-test of forecasts of all pairs: {title}</caption>
          <thead>
            <tr>
              <th scope="col">ahead</th>
              <th scope="col" class="number">
                mean error{inLogs ? ' (ln)' : unit === 'percent' ? ' (points)' : ''}
              </th>
              <th scope="col">skill over no change, 90 % interval</th>
              {levels.map((level) => (
                <th key={level} scope="col" class="number">
                  within {level.slice(5)} %
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {horizons.map((one) => (
              <tr key={one.horizon} aria-current={one.horizon === chosen ? 'true' : undefined}>
                <th scope="row">{yearsText(one.horizon)}</th>
                <td class="number">{one.mae.toPrecision(3)}</td>
                <td class="skill">
                  <SkillMark skill={one.skill} scale={scale} /> {skillWords(one.skill)}
                  {!one.isShown && <b> {skillVerdict(one.skill, 'no change')}</b>}
                </td>
                {levels.map((level) => (
                  <Covered key={level} level={level} share={one[level]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="soft small">
        Forecasts of all pairs from every {per === 'session' ? 'session since 1990/91' : 'year since 1990'} with an outcome, made again with
        what was known then: {horizons[0]!.n.toLocaleString('en-US')} one year ahead. Mean error: of the median, absolute
        {inLogs ? ', of the natural logarithm' : ''}. Skill: gain in CRPS. Within 50 to 95 %: outcomes that the band held, in percent.{' '}
        <a href={requestUrl('outlook backtest', { target }, 'csv')} download={`backtest-${target}.csv`}>
          CSV by year
        </a>
      </p>
    </>
  )
}

/** A share of outcomes within a band; marked where it misses what the bands should hold. */
export function Covered({ level, share }: { readonly level: (typeof levels)[number]; readonly share: number }) {
  const isOff = (level === 'cover80' || level === 'cover95') && isOffGoal(level, share)
  const nominal = Number(level.slice(5)) / 100
  return (
    <td class={isOff ? 'number off-goal' : 'number'}>
      {(100 * share).toFixed(1)}
      {isOff && (
        <span class="small">
          <br />
          too {share < nominal ? 'few' : 'many'}
        </span>
      )}
    </td>
  )
}
