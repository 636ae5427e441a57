import { saveFile } from '../figures/figure-files.ts'
import { fileOf, type ScenarioAnswer, type WhatIf } from './scenario-state.ts'
import { modelWords } from './words.ts'

/** Lists what the answer assumes and what it lacks, and gives the scenario as a file that anybody can run. */
export function Assumptions({ asked, answer }: { readonly asked: WhatIf; readonly answer: ScenarioAnswer }) {
  const { scenario, base, notes } = answer
  const holds = answer.convergence.converged && answer.convergence.secondStart === 'same'
  const file = `${JSON.stringify(fileOf(asked, scenario.name, scenario.draws > 0), null, 2)}\n`
  return (
    <>
      <h2>What it assumes</h2>
      <ul>
        <li class="assumed">{scenario.shocks.join(' ')}</li>
        <li>
          Model: {modelWords[scenario.model]}, on {base.title}. A model of the long run, not a forecast.
        </li>
        <li>
          Elasticities: {scenario.elasticities.title}
          {scenario.elasticities.citation !== null && ` (${scenario.elasticities.citation})`}.
        </li>
        {[...(holds ? notes : notes.slice(1)), ...base.notes].map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          Source: {base.source} ({base.licence}).
        </li>
      </ul>
      <div class="row no-print">
        <button type="button" onClick={() => saveFile('scenario.json', new Blob([file], { type: 'application/json' }))}>
          Scenario as a file
        </button>
        <span class="small soft">
          It runs with <code>visavis scenario scenario.json</code>. <a href="/method">How figures are measured</a>
        </span>
      </div>
    </>
  )
}
