import { useMemo } from 'preact/hooks'
import { joinedWords } from '../../../src/server/wording.ts'
import { extremesOf } from './change-data.ts'
import { gainersOf } from './diversion.tsx'
import type { ScenarioAnswer, WhatIf } from './scenario-state.ts'
import { capital, changeOfSide, economiesOf, leastChange, namesOf, sideWords } from './words.ts'

interface ScenarioWordsProps {
  readonly asked: WhatIf
  readonly answer: ScenarioAnswer
  readonly busy: boolean
}

/** The answer to a scenario in words; nothing where there is no equilibrium. */
export function ScenarioWords({ asked, answer, busy }: ScenarioWordsProps) {
  const sentences = useMemo(() => scenarioSentences(answer, asked), [answer, asked])
  if (!answer.convergence.converged || answer.convergence.secondStart !== 'same') return null
  return (
    <div class={busy ? 'answer-first asking' : 'answer-first'}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence.replaceAll(' %', '\u00a0%')}</p>
      ))}
    </div>
  )
}

type Change = NonNullable<ReturnType<typeof changeOfSide>>

function scenarioSentences(answer: ScenarioAnswer, asked: WhatIf): string[] {
  const nameOf = namesOf(answer)
  const inside = new Set([...economiesOf(answer, asked.by, asked.on), ...economiesOf(answer, asked.on, asked.by)])
  const sides = [asked.on, asked.by].flatMap((side) => {
    const change = changeOfSide(answer, side)
    return change === undefined ? [] : [{ change, words: `${sideWords(side, nameOf)}${'members' in change ? ' together' : ''}` }]
  })
  const world = answer.groups.find(({ name }) => name === 'world')
  const [gains] = gainersOf(answer, inside)
  const [loses] = extremesOf(answer, 1).filter(({ welfare }) => welfare! < 0)
  const beside = [
    ...(loses === undefined || sides.some(({ change }) => change === loses) ? [] : [`${loses.name} loses most (${percent(loses)})`]),
    ...(gains === undefined ? [] : [`of those outside ${gains.name} gains most (${percent(gains)})`]),
    ...(world === undefined ? [] : [`the world as a whole ${verb(world, 'loses', 'gains')}`]),
  ]
  return [
    ...(sides.length === 0
      ? []
      : [
          `${capital(joinedWords(sides.map(({ words, change }) => `${words} would ${verb(change, 'lose', 'gain')}`)))} of real spending in the long run.`,
        ]),
    ...(beside.length === 0 ? [] : [`${capital(joinedWords(beside))}.`]),
    'A model of the long run, not a forecast.',
  ]
}

function verb(change: Change, lose: string, gain: string): string {
  const { welfare } = change
  if (welfare === null || Math.abs(welfare) < leastChange) return `${gain} or ${lose} less than 0.01 %`
  return `${welfare < 0 ? lose : gain} ${percent(change)}`
}

/** The size of a change, with the interval of its draws where there are some. */
function percent({ welfare, low90, high90 }: Pick<Change, 'welfare' | 'low90' | 'high90'>): string {
  const size = (value: number): string => Math.abs(value).toFixed(2)
  const text = `${size(welfare ?? 0)} %`
  if (low90 === null || high90 === null) return text
  // an interval across zero needs its signs
  if (Math.sign(low90) !== Math.sign(high90)) return `${text}, from −${size(low90)} to +${size(high90)} % in 90 % of draws`
  const [from, to] = [Math.abs(low90), Math.abs(high90)].sort((x, y) => x - y) as [number, number]
  return `${text} (${size(from)} to ${size(to)} in 90 % of draws)`
}
