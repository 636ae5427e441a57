import { setQuery } from '../../route.ts'
import { chosenHorizon, horizons } from './outlook-words.ts'

/** Chooses how many years ahead the page speaks of. */
export function HorizonChoice() {
  const chosen = chosenHorizon()
  return (
    <fieldset class="row horizons no-print">
      <legend>Years ahead</legend>
      {horizons.map((horizon) => (
        <button
          key={horizon}
          type="button"
          aria-pressed={horizon === chosen}
          onClick={() => setQuery({ ahead: String(horizon) }, { replace: true })}
        >
          {horizon}
        </button>
      ))}
    </fieldset>
  )
}
