import { useMemo } from 'preact/hooks'
import { route } from '../route.ts'
import { describedState, selectState } from '../world/state-selection.ts'
import { Assumptions } from './assumptions.tsx'
import { extremesOf } from './change-data.ts'
import { Diversion, gainersOf } from './diversion.tsx'
import { HowSure } from './how-sure.tsx'
import { pairAddressOf } from './pair-state.ts'
import { groupKey, isOthers, type ScenarioAnswer, type Side, type WhatIf } from './scenario-state.ts'
import type { LongAnswer } from './use-long-answer.ts'
import { WarEnd } from './war-end.tsx'
import { changeWithRange, WelfareBars } from './welfare-bars.tsx'
import { ChangeKey, WelfareMap } from './welfare-map.tsx'
import { capital, changeOfSide, changeText, economiesOf, namesOf, rangeText, sideWords } from './words.ts'

interface ScenarioAnswerProps {
  readonly asked: WhatIf
  /** The answer shown: the central case, or the same with draws. */
  readonly answer: ScenarioAnswer
  /** The central case, which has the published figures. */
  readonly central: ScenarioAnswer
  readonly drawn: LongAnswer<ScenarioAnswer> | undefined
}

/** Shows the answer to a scenario: the sides first, then every economy, who gains outside, how sure it is, and what it assumes. */
export function ScenarioAnswerView({ asked, answer, central, drawn }: ScenarioAnswerProps) {
  const nameOf = namesOf(answer)
  const [by, on] = useMemo(
    () => [new Set(economiesOf(answer, asked.by, asked.on)), new Set(economiesOf(answer, asked.on, asked.by))] as const,
    [answer.base.id, asked.by.parties.join(), asked.on.parties.join()],
  )
  const sides = useMemo(() => new Set([...by, ...on]), [by, on])
  const { convergence, base } = answer
  const holds = convergence.converged && convergence.secondStart === 'same'
  if (!holds)
    return (
      <>
        <NoEquilibrium answer={answer} />
        <Assumptions asked={asked} answer={answer} />
      </>
    )
  const title = `Real spending in the long run, change in % of ${base.year}`
  return (
    <>
      <Tiles answer={answer} asked={asked} sides={sides} />
      <ChangeKey />
      <EconomyReadout answer={answer} asked={asked} />
      <div class="side-by-side">
        <WelfareMap answer={answer} by={by} on={on} title={title} />
        <WelfareBars answer={answer} title="Who loses and who gains most" />
      </div>
      <h2>Who gains from diversion</h2>
      <Diversion answer={answer} asked={asked} nameOf={nameOf} sides={sides} />
      <WarEnd asked={asked} />
      <HowSure answer={answer} central={central} drawn={drawn} />
      <Assumptions asked={asked} answer={answer} />
    </>
  )
}

/** The outcome of each side and of the world, as large numbers. */
function Tiles({ answer, asked, sides }: { readonly answer: ScenarioAnswer; readonly asked: WhatIf; readonly sides: ReadonlySet<string> }) {
  const nameOf = namesOf(answer)
  const [outside] = gainersOf(answer, sides)
  const world = answer.groups.find(({ name }) => name === 'world')
  const both = [asked.by, asked.on].flatMap((side: Side): Tile[] => {
    const change = changeOfSide(answer, side)
    return change === undefined
      ? []
      : [{ name: capital(sideWords(side, nameOf)), change, what: 'members' in change ? 'of real spending together' : 'of real spending' }]
  })
  const [loses] = extremesOf(answer, 1).filter(({ welfare }) => welfare! < 0)
  const tiles: Tile[] = [
    ...both,
    ...(loses === undefined || both.some(({ change }) => change === loses)
      ? []
      : [{ name: loses.name, change: loses, what: 'loses most' }]),
    ...(outside === undefined ? [] : [{ name: outside.name, change: outside, what: 'gains most of those outside' }]),
    ...(world === undefined ? [] : [{ name: 'The world', change: world, what: 'of real spending together' }]),
  ]
  return (
    <dl class="tiles">
      {tiles.map(({ name, change, what }) => (
        <div key={name} class="card">
          <dt>{name}</dt>
          <dd>
            <strong>{changeText(change.welfare)}</strong>
            <span class="small soft">
              {what}
              {change.low90 !== null && change.high90 !== null && (
                <>
                  <br />
                  {rangeText(change.low90, change.high90)} in 90 % of draws
                </>
              )}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface Tile {
  readonly name: string
  readonly change: NonNullable<ReturnType<typeof changeOfSide>>
  readonly what: string
}

/** Describes one economy in words: the one that is pointed at or chosen. */
function EconomyReadout({ answer, asked }: { readonly answer: ScenarioAnswer; readonly asked: WhatIf }) {
  const iso3 = describedState.value
  const row = answer.results.find((one) => one.iso3 === iso3)
  const byName = useMemo(() => [...answer.results].sort((a, b) => a.name.localeCompare(b.name, 'en')), [answer.base.id])
  return (
    <div class="readout">
      <label class="no-print">
        An economy{' '}
        <select value={route.value.query['state'] ?? ''} onChange={(event) => selectState(event.currentTarget.value || undefined)}>
          <option value="">point at one, or choose</option>
          {byName.map(({ iso3: code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p class="reading" aria-live="polite">
        {row !== undefined && <EconomyWords answer={answer} row={row} asked={asked} />}
      </p>
    </div>
  )
}

interface EconomyWordsProps {
  readonly answer: ScenarioAnswer
  readonly row: ScenarioAnswer['results'][number]
  readonly asked: WhatIf
}

function EconomyWords({ answer, row, asked }: EconomyWordsProps) {
  const nameOf = namesOf(answer)
  const partners = [asked.on, asked.by].flatMap((side) => {
    const change = row.trade_with[groupKey(side) ?? side.parties[0]!]
    return change === undefined || change === null || isOthers(side)
      ? []
      : [`trade with ${sideWords(side, nameOf)} ${changeText(change, 1)}`]
  })
  const [other] = asked.on.parties
  const single = asked.on.parties.length === 1 && !isOthers(asked.on) && other !== row.iso3 && row.iso3 !== 'ROW'
  return (
    <>
      <strong>{row.name}</strong>: real spending {changeWithRange(row)}
      {row.exports !== null && `, exports ${changeText(row.exports, 1)}, imports ${changeText(row.imports, 1)}`}
      {partners.map((text) => `, ${text}`)}.{' '}
      {single && <a href={pairAddressOf(row.iso3, other!, asked.base)}>What the two lose if they cut trade</a>}
    </>
  )
}

function NoEquilibrium({ answer: { convergence, notes, scenario } }: { readonly answer: ScenarioAnswer }) {
  return (
    <section class="problem" role="alert" aria-label="No result">
      <strong>There is no result.</strong> {notes[0]}
      <p>
        {convergence.converged
          ? 'Two searches ended at different equilibria, so neither is shown.'
          : 'Deficits stay as they are, so a state that nobody trades with any more, or that earns too little abroad, cannot pay for what it buys.'}{' '}
        {scenario.model === 'input-links'
          ? 'A smaller change, fewer members or a model without input links may have one.'
          : 'A smaller change or fewer members may have one.'}
      </p>
    </section>
  )
}
