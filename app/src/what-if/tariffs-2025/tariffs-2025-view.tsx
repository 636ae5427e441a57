import { useEffect, useMemo } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { useAnswer } from '../../api/client.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, setQuery } from '../../route.ts'
import { Foldable } from '../foldable.tsx'
import type { ScenarioAnswer } from '../scenario-state.ts'
import { Switch } from '../switch.tsx'
import { WelfareBars } from '../welfare-bars.tsx'
import { ChangeKey, WelfareMap } from '../welfare-map.tsx'
import { changeText } from '../words.ts'
import { publishedIn2025 } from './published-table.ts'

type Report = Answers['scenario liberation-day']

const acting: ReadonlySet<string> = new Set(['USA'])
const noStates: ReadonlySet<string> = new Set()
const title = 'What do the US tariffs of April 2025 do?'

/** Shows the US tariffs of 2 April 2025 in the model of the paper on them, with and without retaliation. */
export function Tariffs2025View() {
  const { query } = route.value
  const choice = <T extends string>(name: string, all: readonly T[]): T => all.find((one) => one === query[name]) ?? all[0]!
  const asked = {
    retaliation: choice('retaliation', ['none', 'reciprocal', 'optimal']),
    rebate: choice('rebate', ['income-tax', 'lump-sum']),
    tariff: choice('tariff', ['announced', 'optimal']),
    everyone: query['everyone'] === '1',
  }
  const { state, answer, problem } = useAnswer('scenario liberation-day', asked).value
  const names = useAnswer('states', {}).value
  useEffect(() => {
    document.title = `${title} – Vis-à-vis`
  }, [])
  const shown = problem === undefined && names.answer !== undefined ? answer : undefined
  return (
    <>
      <h1>{title}</h1>
      {shown?.converged === true && shown.sameFromSecondStart !== false && (
        <div class={state === 'asking' ? 'answer-first asking' : 'answer-first'}>
          <p>{outcomeSentence(shown)}</p>
        </div>
      )}
      <div class="with-controls">
        <Foldable title="Change this scenario">
          <form class="controls no-print" aria-label="Scenario" onSubmit={(event) => event.preventDefault()}>
            <fieldset>
              <legend>Tariffs</legend>
              <Choice
                name="tariff"
                title="The United States charges"
                value={asked.tariff}
                options={{ announced: 'what it announced on 2 April 2025', optimal: 'what is best for itself' }}
              />
              <Choice
                name="retaliation"
                title="Its partners answer with"
                value={asked.retaliation}
                options={{ none: 'nothing', reciprocal: 'the same tariffs', optimal: 'what is best for them' }}
              />
              <Choice
                name="rebate"
                title="The revenue"
                value={asked.rebate}
                options={{ 'income-tax': 'lowers the income tax', 'lump-sum': 'goes to all alike' }}
              />
              <Switch checked={asked.everyone} onChange={(on) => setQuery({ everyone: on ? '1' : undefined })}>
                At least 10 % on everyone, as in the paper
              </Switch>
            </fieldset>
          </form>
        </Foldable>
        <div>
          {(problem ?? names.problem) !== undefined && <ProblemNote problem={(problem ?? names.problem)!} />}
          {shown === undefined ? (
            problem === undefined && names.problem === undefined && <p class="waiting">Solving the model …</p>
          ) : (
            <article class={state === 'asking' ? 'asking' : undefined} aria-busy={state === 'asking'}>
              <Outcome report={shown} states={names.answer!.states} everyone={asked.everyone} />
            </article>
          )}
        </div>
      </div>
    </>
  )
}

/** What the tariffs do to the one that sets them, to China, and to world trade. */
function outcomeSentence({ results, world }: Report): string {
  const told = (iso3: string): string => {
    const welfare = results.find((one) => one.iso3 === iso3)?.welfare ?? null
    return welfare === null ? 'an unknown change' : `${welfare < 0 ? 'a loss' : 'a gain'} of ${Math.abs(welfare).toFixed(2)}\u00a0%`
  }
  const trade = `world trade as a share of income ${world.trade < 0 ? 'falls' : 'rises'} by ${Math.abs(world.trade).toFixed(1)}\u00a0%`
  return `In the long run they bring the United States ${told('USA')} of real spending and China ${told('CHN')}; ${trade}. A model of the long run, not a forecast.`
}

interface ChoiceProps {
  readonly name: string
  readonly title: string
  readonly value: string
  readonly options: Readonly<Record<string, string>>
}

function Choice({ name, title: label, value, options }: ChoiceProps) {
  const usual = Object.keys(options)[0]
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) => setQuery({ [name]: event.currentTarget.value === usual ? undefined : event.currentTarget.value })}
      >
        {Object.entries(options).map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

interface OutcomeProps {
  readonly report: Report
  readonly states: Answers['states']['states']
  readonly everyone: boolean
}

function Outcome({ report, states, everyone }: OutcomeProps) {
  const answer = useMemo(() => likeScenario(report, new Map(states.map(({ iso3, name }) => [iso3, name]))), [report, states])
  const data = useMemo(() => dataOf(report, answer), [report, answer])
  if (!report.converged || report.sameFromSecondStart === false)
    return (
      <p class="problem" role="alert">
        <strong>There is no result.</strong>{' '}
        {report.converged ? 'Two searches ended at different equilibria.' : 'No equilibrium was found.'}
      </p>
    )
  const of = (iso3: string): string => changeText(answer.results.find((one) => one.iso3 === iso3)?.welfare ?? null)
  return (
    <>
      <dl class="tiles">
        {[
          ['The United States', of('USA'), 'of real spending'],
          ['China', of('CHN'), 'of real spending'],
          ['Mexico', of('MEX'), 'of real spending'],
          ['Vietnam', of('VNM'), 'of real spending'],
          ['World trade', changeText(report.world.trade, 1), 'as a share of world income'],
        ].map(([name, value, what]) => (
          <div key={name} class="card">
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              <span class="small soft">{what}</span>
            </dd>
          </div>
        ))}
      </dl>
      <ChangeKey />
      <div class="side-by-side">
        <WelfareMap answer={answer} by={acting} on={noStates} title="Real spending in the long run, change in % of 2023" data={data} />
        <WelfareBars answer={answer} title="Who loses and who gains most" data={data} />
      </div>
      <h2>How sure it is</h2>
      <p>
        <strong>Converged.</strong> The equilibrium was found in {report.steps} steps; {report.residual.toExponential(0)} of an economy’s
        income is out of balance. A second search ended at the same equilibrium. Nothing is drawn, so there are no intervals.
      </p>
      <Published report={report} ours={of('USA')} everyone={everyone} />
      <h2>What it assumes</h2>
      <ul>
        {report.assumptions.map((words) => (
          <li key={words}>{words}</li>
        ))}
        <li>Model: {report.citation} A model of the long run, not a forecast.</li>
        {report.tariff.source !== null && <li>Tariffs: {report.tariff.source}</li>}
      </ul>
    </>
  )
}

function Published({ report, ours, everyone }: { readonly report: Report; readonly ours: string; readonly everyone: boolean }) {
  const found = publishedIn2025.find(
    ({ retaliation, rebate, tariff }) => retaliation === report.retaliation && rebate === report.rebate && tariff === report.tariff.kind,
  )
  if (found === undefined) return <p>The paper has no figure for this combination.</p>
  return (
    <>
      <h3>Beside the published result</h3>
      <p>
        United States: the paper has {changeText(found.welfare)}; here it is {ours}.
      </p>
      <p>
        <strong>Why they differ.</strong> With the paper’s own files the same code gives the paper’s figures. The trade and GDP here are
        those of this record, of 2023, and{' '}
        {everyone
          ? 'some announced rates differ from the paper’s'
          : 'Canada, Mexico and four others pay nothing, as ordered, where the paper charges at least 10 %: the switch shows what that does'}
        .
      </p>
    </>
  )
}

/** The report in the form of an answer to a scenario, for the charts that both share. */
function likeScenario(report: Report, names: ReadonlyMap<string, string>): ScenarioAnswer {
  const nothing = { median: null, low90: null, high90: null, exports: null, imports: null, trade_with: {} }
  return {
    schemaVersion: 1,
    preset: null,
    scenario: {
      name: title,
      model: 'one-sector',
      deficits: 'multiplicative',
      elasticities: { id: 'own', title: String(report.elasticity), citation: null },
      ...{ shocks: [], uncertain: [], draws: 0, seed: 1 },
    },
    base: { id: 'tariffs-2025', title, year: 2023, source: report.citation, licence: '', notes: [], lacking: report.base.leftOut },
    convergence: { converged: report.converged, steps: report.steps, residual: report.residual, secondStart: 'same', drawsFailed: 0 },
    results: report.results.map(({ iso3, welfare }) => ({ iso3, name: names.get(iso3) ?? iso3, welfare, ...nothing, converged: true })),
    ...{ groups: [], headline: 'USA', spread: [], effects: [], alignment: null, moves: [], published: [], gap: null, notes: [] },
  }
}

function dataOf({ results, sources, citation }: Report, answer: ScenarioAnswer): FigureData {
  const number = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(5)))
  return {
    columns: [
      { name: 'iso3', title: 'code' },
      { name: 'name', title: 'economy' },
      { name: 'welfare', title: 'real spending', unit: '%' },
      { name: 'exports_gdp', title: 'exports over income', unit: '%' },
      { name: 'imports_gdp', title: 'imports over income', unit: '%' },
      { name: 'employment', title: 'employment', unit: '%' },
      { name: 'prices', title: 'prices', unit: '%' },
    ],
    rows: results.map((one, i) => [
      one.iso3,
      answer.results[i]!.name,
      ...[one.welfare, one.exportsGdp, one.importsGdp, one.employment, one.prices].map(number),
    ]),
    sources,
    method: `Change in a long-run equilibrium of trade after the tariffs: ${citation}`,
  }
}
