import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { route, setQuery, urlOf } from '../route.ts'
import { examples, presetGroups } from './examples.ts'
import { Foldable } from './foldable.tsx'
import { ScenarioAnswerView } from './scenario-answer.tsx'
import { ScenarioControls } from './scenario-controls.tsx'
import { fileOf, isPreset, presetsOnPage, type ScenarioAnswer, type ScenarioChoices, type WhatIf, whatIfOf } from './scenario-state.ts'
import { ScenarioWords } from './scenario-words.tsx'
import { Switch } from './switch.tsx'
import { useCentralCase } from './use-central-case.ts'
import { type LongAnswer, useLongAnswer } from './use-long-answer.ts'
import { namesOf, questionWords } from './words.ts'

/** Shows a change of trade policy and what it does to every economy. */
export function ScenarioView() {
  const { answer, problem } = useAnswer('scenario list', {}).value
  if (answer !== undefined) return <Asked choices={answer} />
  return (
    <>
      <h1>What if?</h1>
      {problem === undefined ? <p class="waiting">Loading the tables of trade …</p> : <ProblemNote problem={problem} />}
    </>
  )
}

function Asked({ choices }: { readonly choices: ScenarioChoices }) {
  const moving = useSignal<number | undefined>(undefined)
  const { query } = route.value
  const resting = useMemo(() => whatIfOf(query, choices), [query, choices])
  const asked: WhatIf = moving.value === undefined ? resting : { ...resting, size: moving.value }
  const uncertain = query['uncertain'] === '1'
  const preset = isPreset(asked, choices) ? choices.presets.find(({ id }) => id === asked.preset) : undefined
  const name = preset?.scenario.name ?? questionWords(asked, (code) => code)
  const text = (draws: boolean): string => JSON.stringify(fileOf(asked, name, draws))
  const central = useCentralCase({ ...(preset === undefined ? { text: text(false) } : { preset: preset.id }), central: true })
  // a preset says itself what is uncertain
  const withDraws = preset?.scenario.uncertain === undefined ? { text: text(true) } : { preset: preset.id }
  const drawn = useLongAnswer('scenario', uncertain && moving.value === undefined ? withDraws : undefined)
  const nameOf = namesOf(central.answer)
  const question = questionWords(asked, nameOf)
  useEffect(() => {
    document.title = `${question} – Vis-à-vis`
  }, [question])
  return (
    <>
      <h1>{question}</h1>
      {central.answer !== undefined && central.problem === undefined && (
        <ScenarioWords asked={asked} answer={drawn.answer ?? central.answer} busy={central.state === 'asking'} />
      )}
      <details class="foldable no-print">
        <summary>Begin with another scenario</summary>
        <Beginnings choices={choices} chosen={preset?.id} />
      </details>
      <div class="with-controls">
        <Foldable title="Change this scenario">
          <ScenarioControls asked={asked} choices={choices} nameOf={nameOf} moving={moving} />
        </Foldable>
        <div>
          <div class="row">
            <Switch checked={uncertain} onChange={(on) => setQuery({ uncertain: on ? '1' : undefined })}>
              With uncertainty
            </Switch>
            <DrawingNote uncertain={uncertain} drawn={drawn} seconds={secondsOf(asked)} />
          </div>
          {central.problem !== undefined && <ProblemNote problem={central.problem} />}
          {central.problem !== undefined && asked.base !== 'baci-2023' && central.problem.code === 'BadInput' && (
            <p>
              The table of 2023 has 187 states, with goods as one sector:{' '}
              <button
                type="button"
                onClick={() => setQuery({ base: 'baci-2023', model: undefined, elasticities: undefined, sectors: undefined })}
              >
                ask it there
              </button>
            </p>
          )}
          {central.answer === undefined
            ? central.state === 'asking' && <p class="waiting">Solving the model …</p>
            : central.problem === undefined && (
                <article class={central.state === 'asking' ? 'asking' : undefined} aria-busy={central.state === 'asking'}>
                  <ScenarioAnswerView
                    asked={asked}
                    central={central.answer}
                    answer={drawn.answer ?? central.answer}
                    drawn={uncertain ? drawn : undefined}
                  />
                </article>
              )}
        </div>
      </div>
    </>
  )
}

/** How long a hundred draws take, in seconds, on a machine of two cores. */
function secondsOf({ model, base }: WhatIf): number {
  return model === 'one-sector' ? (base === 'baci-2023' ? 4 : 2) : 10
}

function DrawingNote({
  uncertain,
  drawn,
  seconds,
}: {
  readonly uncertain: boolean
  readonly drawn: LongAnswer<ScenarioAnswer>
  readonly seconds: number
}) {
  if (!uncertain) return <span class="small soft">Solves the model a hundred times more, which takes about {seconds} seconds.</span>
  if (drawn.problem !== undefined) return <ProblemNote problem={drawn.problem} />
  if (drawn.answer !== undefined) return <span class="small soft">{drawn.answer.scenario.draws} draws, the same each time.</span>
  return (
    <span class="small soft" role="status">
      Drawing{drawn.total > 0 && ` ${drawn.done} of ${drawn.total}`} … The central case stands below.
    </span>
  )
}

function Beginnings({ choices, chosen }: { readonly choices: ScenarioChoices; readonly chosen: string | undefined }) {
  const presets = presetsOnPage(choices)
  const grouped = new Set(presetGroups.flatMap((group) => group.presets.map(([id]) => id)))
  const others = presets.filter(({ id }) => !grouped.has(id)).map(({ id, scenario }) => [id, scenario.name] as const)
  const groups = [...presetGroups, ...(others.length === 0 ? [] : [{ title: 'From other papers', presets: others }])]
  return (
    <div class="beginnings no-print">
      {groups.map((group) => (
        <p key={group.title} class="row">
          <span>{group.title}:</span>
          {group.presets.map(([id, title]) => (
            <a key={id} class="button" href={urlOf('what-if', [], { preset: id })} aria-current={id === chosen ? 'true' : undefined}>
              {title}
            </a>
          ))}
        </p>
      ))}
      <p class="row">
        <span>Of assumed size:</span>
        {examples.map(({ title, query }) => (
          <a key={title} class="button" href={urlOf('what-if', [], query)} aria-current={isAt(query) ? 'true' : undefined}>
            {title}
          </a>
        ))}
      </p>
    </div>
  )
}

/** Whether the URL has exactly this scenario. */
function isAt(query: Readonly<Record<string, string>>): boolean {
  const { state: _, uncertain: __, ...now } = route.value.query
  return JSON.stringify(Object.entries(now).sort()) === JSON.stringify(Object.entries(query).sort())
}
