import type { Answers } from '../../../src/server/answer-types.ts'
import { formatShare } from '../../../src/server/wording.ts'
import { useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { count } from './source.ts'

/** Shows what was added, and how the record changed. */
export function EditionNote({ edition }: { readonly edition: Answers['add'] }) {
  const { source, vintage, rows, notes, snapshot } = edition
  const { answer, problem } = useAnswer('diff', { before: snapshot.parent, snapshot: snapshot.id }).value
  return (
    <div class="card">
      <p>
        <strong>Added.</strong> <a href={`/data/${source}`}>{source}</a>, {vintage}:{' '}
        {Object.entries(rows)
          .map(([table, number]) => `${count(number)} rows of ${table.replaceAll('_', ' ')}`)
          .join(', ')}
        . Snapshot <code>{snapshot.id}</code> is in use now.
      </p>
      {notes.map((note) => (
        <p key={note} class="small">
          {note}
        </p>
      ))}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer !== undefined && 'counts' in answer && <Changes answer={answer} />}
      <p class="small soft">
        What was before: <code>--snapshot {snapshot.parent}</code>
      </p>
    </div>
  )
}

type Editions = Extract<Answers['diff'], { readonly counts: unknown }>

function Changes({ answer: { counts, rows } }: { readonly answer: Editions }) {
  const changed = counts.filter(({ added, removed, changed: other }) => added + removed + other > 0)
  if (changed.length === 0) return <p>No row differs from the record before.</p>
  return (
    <>
      <table>
        <caption>What changed</caption>
        <thead>
          <tr>
            {['table', 'source', 'added', 'gone', 'changed', 'as before', 'largest change'].map((title, i) => (
              <th key={title} scope="col" class={i > 1 ? 'number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.map((one) => (
            <tr key={`${one.table} ${one.source}`}>
              <td>{one.table}</td>
              <td>{one.source}</td>
              {[one.added, one.removed, one.changed, one.unchanged].map((number, i) => (
                <td key={i} class="number">
                  {count(number)}
                </td>
              ))}
              <td class="number">{one.largest === null ? '' : formatShare(one.largest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>The first {rows.length} rows</summary>
        <ul class="small">
          {rows.map((row, i) => (
            <li key={i}>
              {row.change}: {row.key} {row.before !== null && <>was {row.before} </>}
              {row.after !== null && <>is {row.after}</>}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
