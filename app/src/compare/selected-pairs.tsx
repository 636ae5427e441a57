import { PairFinder } from '../finder/pair-finder.tsx'
import { addPair, type ComparedPair, comparisonRoute, maxPairs, pairName, setPairs } from './comparison-route.ts'

/** Shows the compared pairs, each with a remove button, and a field to add a pair. */
export function SelectedPairs({ pairs }: { readonly pairs: readonly ComparedPair[] }) {
  const asked = comparisonRoute().pairs
  return (
    <section aria-label="Pairs compared" class="pairs-chosen">
      <ul class="row">
        {asked.map((text, i) => {
          const pair = pairs.find(({ a, b }) => `${a.iso3}-${b.iso3}` === text) ?? (pairs.length === asked.length ? pairs[i] : undefined)
          const name = pair === undefined ? text : pairName(pair)
          return (
            <li key={text} class="tag">
              {pair === undefined ? name : <a href={`/dyad/${pair.a.iso3}/${pair.b.iso3}`}>{name}</a>}{' '}
              <button type="button" aria-label={`Remove ${name}`} onClick={() => setPairs(asked.filter((_, at) => at !== i))}>
                ×
              </button>
            </li>
          )
        })}
      </ul>
      {asked.length < maxPairs ? (
        <div class="add no-print">
          <span aria-hidden="true">Add a pair</span>
          <PairFinder label="Add a pair" onPair={(a, b) => addPair(a, b)} />
        </div>
      ) : (
        <p class="soft small">At most {maxPairs} pairs are compared at once.</p>
      )}
    </section>
  )
}
