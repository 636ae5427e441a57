import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { setQuery } from '../route.ts'
import {
  elasticitySetsFor,
  isOthers,
  type ModelKind,
  modelsOf,
  type ScenarioChoices,
  type ShockKind,
  sizesOfKind,
  type WhatIf,
} from './scenario-state.ts'
import { SideMembers } from './side-members.tsx'
import { Switch } from './switch.tsx'
import type { NameOf } from './words.ts'

interface ScenarioControlsProps {
  readonly asked: WhatIf
  readonly choices: ScenarioChoices
  readonly nameOf: NameOf
  /** The size while the slider moves; undefined when it rests. */
  readonly moving: Signal<number | undefined>
}

const kinds: readonly (readonly [ShockKind, string])[] = [
  ['cost', 'trade costs rise'],
  ['tariff', 'a tariff is added'],
  ['ban', 'trade is banned'],
  ['agreement', 'an agreement ends'],
]

/** Shows all that a scenario is made of: the two sides, what changes and by how much, and the model. */
export function ScenarioControls({ asked, choices, nameOf, moving }: ScenarioControlsProps) {
  const { kind, by, on } = asked
  return (
    <form class="controls no-print" aria-label="Scenario" onSubmit={(event) => event.preventDefault()}>
      <SideMembers entry="by" title="Who acts" side={by} nameOf={nameOf} mayBeOthers={false} />
      <SideMembers entry="on" title="Towards whom" side={on} nameOf={nameOf} mayBeOthers={!isOthers(by)} />
      <fieldset>
        <legend>What changes</legend>
        <label>
          <span class="visually-hidden">What changes</span>
          <select value={kind} onChange={(event) => setQuery({ kind: event.currentTarget.value, size: undefined })}>
            {kinds.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {kind !== 'ban' && <SizeSlider asked={asked} moving={moving} />}
        {kind === 'agreement' ? (
          <p class="small soft">
            Both ways. How much trade falls is what a gravity equation says of such an agreement; here it is assumed.
          </p>
        ) : (
          <Switch checked={asked.answered} onChange={(answered) => setQuery({ answer: answered ? '1' : '0' })}>
            {kind === 'tariff' ? 'Answered by the same tariff' : 'Answered in kind: both ways'}
          </Switch>
        )}
        <SectorChoice asked={asked} choices={choices} />
      </fieldset>
      <ModelChoice asked={asked} choices={choices} />
    </form>
  )
}

/** A slider whose answer follows while it moves; the URL gets its value when it rests. */
function SizeSlider({ asked: { kind, size }, moving }: { readonly asked: WhatIf; readonly moving: Signal<number | undefined> }) {
  const { least, most, step } = sizesOfKind[kind]
  const said = { cost: `${Number(size.toFixed(2))} times as high`, tariff: `${size} points`, agreement: `trade −${size} %`, ban: '' }[kind]
  const name = { cost: 'Trade costs', tariff: 'Tariff', agreement: 'Before prices adjust', ban: '' }[kind]
  return (
    <label class="size">
      <span>
        {name} <output>{said}</output>
      </span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={size}
        aria-valuetext={said}
        onInput={(event) => (moving.value = Number(event.currentTarget.value))}
        onChange={(event) => {
          setQuery({ size: event.currentTarget.value }, { replace: true })
          moving.value = undefined
        }}
      />
    </label>
  )
}

function SectorChoice({ asked, choices }: { readonly asked: WhatIf; readonly choices: ScenarioChoices }) {
  const opened = useSignal(asked.sectors.length > 0)
  const chosen = new Set(asked.sectors)
  useEffect(() => {
    if (chosen.size > 0) opened.value = true
  }, [asked.base])
  if (asked.model === 'one-sector') return null
  const { sectors } = choices.bases.find(({ id }) => id === asked.base)!
  const set = (codes: readonly string[]): void => setQuery({ sectors: codes.join(',') || undefined })
  return (
    <details open={opened.value} onToggle={(event) => (opened.value = event.currentTarget.open)}>
      <summary>{chosen.size === 0 ? `In all ${sectors.length} sectors` : `Only in ${chosen.size} of ${sectors.length} sectors`}</summary>
      {opened.value && (
        <>
          {chosen.size > 0 && (
            <button type="button" onClick={() => set([])}>
              All sectors
            </button>
          )}
          <ul class="sectors">
            {sectors.map(({ code, name }) => (
              <li key={code}>
                <Switch
                  checked={chosen.has(code)}
                  onChange={(on) => set(sectors.map((one) => one.code).filter((one) => (one === code ? on : chosen.has(one))))}
                >
                  {name}
                </Switch>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** Short words for the tables of trade. */
const baseWords: Readonly<Record<string, string>> = {
  'icio-2022': '2022: 81 economies, 28 sectors',
  'baci-2023': '2023: 187 states, goods as one sector',
  'wiod-2011': '2011: 41 economies, 31 sectors, input links',
}

function ModelChoice({ asked, choices }: { readonly asked: WhatIf; readonly choices: ScenarioChoices }) {
  const base = choices.bases.find(({ id }) => id === asked.base)!
  const models = modelsOf(base)
  const sets = elasticitySetsFor(asked.base, asked.model, choices.bases)
  const linked = asked.model === 'input-links'
  const setModel = (model: ModelKind): void =>
    setQuery({ model: model === models[0] ? undefined : model, elasticities: undefined, sectors: undefined })
  return (
    <fieldset>
      <legend>Model</legend>
      <label>
        Table of trade
        <select
          value={asked.base}
          onChange={(event) => setQuery({ base: event.currentTarget.value, model: undefined, elasticities: undefined, sectors: undefined })}
        >
          {choices.bases.map(({ id, title }) => (
            <option key={id} value={id}>
              {baseWords[id] ?? title}
            </option>
          ))}
        </select>
      </label>
      <Switch
        checked={asked.model !== 'one-sector'}
        disabled={models.length === 1}
        onChange={(many) => setModel(many ? models[0]! : 'one-sector')}
      >
        Sector by sector
      </Switch>
      <Switch
        checked={linked}
        disabled={!base.inputLinks || asked.model === 'one-sector'}
        onChange={(links) => setModel(links ? 'input-links' : 'sectors')}
      >
        Input links: a loss passes through supply chains
      </Switch>
      {!base.inputLinks && <p class="small soft">Input links are published for the table of 2011 only.</p>}
      <label>
        Elasticities of trade
        <select
          value={asked.elasticities ?? sets[0]!.id}
          onChange={(event) =>
            setQuery({ elasticities: event.currentTarget.value === sets[0]!.id ? undefined : event.currentTarget.value })
          }
        >
          {sets.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}
