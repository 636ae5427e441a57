import { useSignal } from '@preact/signals'
import type { Answers } from '../../../src/server/answer-types.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { isOthers, type WhatIf } from './scenario-state.ts'
import { useLongAnswer } from './use-long-answer.ts'
import { changeText } from './words.ts'

/** A war of tariffs has at most so many players. */
const mostPlayers = 4

/** Offers to work out where a war of tariffs would end if each side answered with its best tariff, not with the same. */
export function WarEnd({ asked: { kind, by, on, base } }: { readonly asked: WhatIf }) {
  const wanted = useSignal<string | undefined>(undefined)
  const players = [...by.parties, ...on.parties]
  const key = `${players.join()} ${base}`
  const asking = wanted.value === key
  const { answer, done, problem } = useLongAnswer('tariff-war', asking ? { players, eachOther: true, base } : undefined)
  if (kind !== 'tariff' || isOthers(by) || isOthers(on) || players.length > mostPlayers) return null
  return (
    <section aria-labelledby="what-if-war">
      <h2 id="what-if-war">Where a tariff war would end</h2>
      {!asking && (
        <div class="row no-print">
          <button type="button" onClick={() => (wanted.value = key)}>
            Work out each side’s best tariff
          </button>
          <span class="small soft">
            Each answers the others until none gains by another tariff: some hundred solutions of the model, up to a minute or more.
          </span>
        </div>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {asking && problem === undefined && answer === undefined && (
        <p class="waiting" role="status">
          Looking for each best tariff{done > 0 && `: ${done} found so far`} …
        </p>
      )}
      {answer !== undefined && <BestTariffs answer={answer} />}
    </section>
  )
}

function BestTariffs({ answer: { players, converged, rounds, sameFromSecondStart, notes } }: { readonly answer: Answers['tariff-war'] }) {
  return (
    <>
      {!converged && (
        <p class="problem">No tariffs were found of which none pays to change: after {rounds} rounds the answers still move.</p>
      )}
      <section class="scroll" tabIndex={0} aria-label="Best tariffs">
        <table>
          <caption class="visually-hidden">Best tariffs on goods of each other, and the change of real spending</caption>
          <thead>
            <tr>
              <th scope="col">On goods of each other</th>
              <th scope="col" class="number">
                best tariff, nobody answers
              </th>
              <th scope="col" class="number">
                real spending
              </th>
              <th scope="col" class="number">
                tariff in the war
              </th>
              <th scope="col" class="number">
                real spending
              </th>
            </tr>
          </thead>
          <tbody>
            {players.map(({ name, alone, war }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="number">{alone.tariff.toFixed(1)} %</td>
                <td class="number">{changeText(alone.welfare)}</td>
                <td class="number">{war === null || !converged ? 'none' : `${war.tariff.toFixed(1)} %`}</td>
                <td class="number">{war === null || !converged ? 'none' : changeText(war.welfare)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="small soft">
        {converged &&
          (sameFromSecondStart === true
            ? 'A war that begins with 50 % ends alike. '
            : 'A war that begins with 50 % ends otherwise, so this is one outcome of several. ')}
        {notes.join(' ')}
      </p>
    </>
  )
}
