import type { Answers } from '../../../src/server/answer-types.ts'
import { inSentence } from '../../../src/server/wording.ts'
import { useAnswer } from '../api/client.ts'
import { urlOf } from '../route.ts'

type Moved = Answers['changes']['worse']['rows'][number]

/** Pairs of each direction that are asked for: enough that two of them share no state. */
const asked = 12

/** Three pairs that stand in another class than two years ago: two worse, one better, no state in two of them. */
export function MovedPairs() {
  const { state, answer } = useAnswer('changes', { limit: asked }).value
  if (answer === undefined) return state === 'asking' ? <div class="moved waiting">What moved …</div> : null
  const chosen = chosenPairs(answer)
  if (chosen.length === 0) return null
  const { from, worse, better } = answer
  return (
    <section class="moved" aria-labelledby="moved">
      <h2 id="moved">What moved since {from}</h2>
      <ul>
        {chosen.map((row) => (
          <li key={`${row.iso3_a} ${row.iso3_b}`}>
            <a href={urlOf('dyad', [row.iso3_a, row.iso3_b])} title={row.sentence}>
              {row.a} and {inSentence(row.b)}
            </a>
            <span>
              {row.before} <span class="visually-hidden">became</span>
              <span aria-hidden="true">→</span> {row.after}, {row.since}
            </span>
          </li>
        ))}
      </ul>
      <p class="small soft">
        Of {answer.pairs.toLocaleString('en-US')} pairs {worse.of} stand worse and {better.of} better, by a{' '}
        <a href={urlOf('method', ['standing'])}>published rule</a>.
      </p>
    </section>
  )
}

function chosenPairs({ worse, better }: Answers['changes']): readonly Moved[] {
  const chosen: Moved[] = []
  for (const [rows, most] of [
    [worse.rows, 2],
    [better.rows, 3],
  ] as const)
    for (const row of rows) if (chosen.length < most && !chosen.some((other) => sharesState(row, other))) chosen.push(row)
  return chosen
}

function sharesState(x: Moved, y: Moved): boolean {
  return [x.iso3_a, x.iso3_b].some((iso3) => iso3 === y.iso3_a || iso3 === y.iso3_b)
}
