import type { Signal } from '@preact/signals'
import { inSentence } from '../../../src/server/wording.ts'
import { FigureValue } from '../figures/figure-value.tsx'
import { isEmbed, urlOf } from '../route.ts'
import { figureOfPair } from './figure-of-pair.ts'
import { nameIn, stateFigure, stateFigureWords, type WorldAnswer } from './state-figures.ts'
import { describedState } from './state-selection.ts'

/** Describes the highlighted state in words, with a link to the pair. */
export function StateReadout({ answer, at }: { readonly answer: WorldAnswer; readonly at: Signal<number> }) {
  const iso3 = describedState.value
  const state = answer.states.find((one) => one.iso3 === iso3)
  const year = answer.years[at.value]
  const towards = inSentence(answer.of.name)
  if (iso3 === answer.of.iso3) return <p class="reading">All others are measured towards {towards}.</p>
  if (state === undefined || year === undefined)
    return (
      <p class="reading soft">
        {isEmbed
          ? 'Point at a state to read its figure.'
          : 'Point at a state, or choose one by name, to read its figure. A click opens the pair.'}
      </p>
    )
  return (
    <p class="reading">
      <strong>{nameIn(state, year)}</strong>, {year}: <FigureReadout answer={answer} iso3={state.iso3} at={at.value} />.{' '}
      <a href={pairAddress(answer, state.iso3, year)}>
        {answer.of.name} and {inSentence(nameIn(state, year))}
      </a>
    </p>
  )
}

/** Shows the figure of a state; a click shows its rows if the assessment of the pair has the same figure. */
function FigureReadout({ answer, iso3, at }: { readonly answer: WorldAnswer; readonly iso3: string; readonly at: number }) {
  const state = answer.states.find((one) => one.iso3 === iso3)!
  const found = stateFigure(state, answer, at)
  const same = figureOfPair(answer, state, at)
  if (same === undefined) return <>{stateFigureWords(found, answer)}</>
  return (
    <>
      <FigureValue {...same} />
      {found.n !== undefined && `, ${found.n} votes`}
    </>
  )
}

/** Returns the URL of the page of the pair as of the end of the year; for the last year, as of the date of the record. */
export function pairAddress({ of, years }: WorldAnswer, iso3: string, year: number): string {
  return urlOf('dyad', [of.iso3, iso3], year === years.at(-1) ? {} : { to: String(year) })
}
