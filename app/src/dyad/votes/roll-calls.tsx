import type { Answers } from '../../../../src/server/answer-types.ts'
import { counted } from '../../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../../api/client.ts'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, setQuery } from '../../route.ts'
import { type Assessment, fileName } from '../assessment-values.ts'
import { issueLabels, routeVoteFilters, VoteFilters } from './vote-filter.tsx'

type VotesAnswer = Answers['votes']
type Vote = VotesAnswer['votes'][number]

const perPage = 25

/** Lists joint votes, the newest first; the URL has the filters and the page. */
export function RollCallList({ assessment }: { readonly assessment: Assessment }) {
  const { a, b, to } = assessment
  const asked = routeVoteFilters()
  const page = Math.max(0, Math.floor(Number(route.value.query['votes'] ?? '1')) - 1) || 0
  // a later year would include votes after the day of the assessment
  const until = asked.to === undefined || `${asked.to}-12-31` > to ? to : asked.to
  const early = asked.from !== undefined && `${asked.from}-01-01` > to
  const question = { a: a.iso3, b: b.iso3, ...asked, to: until, limit: perPage, offset: page * perPage }
  const { state, answer, problem } = useAnswer('votes', early ? undefined : question).value
  return (
    <div id="roll-calls">
      <h3>Roll calls</h3>
      <VoteFilters last={Number(to.slice(0, 4))} />
      {early && <p>No vote: the page is as of {to}.</p>}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer !== undefined && !early && (
        <div class={state === 'asking' ? 'asking' : undefined}>
          <Counts answer={answer} />
          <VotesTable answer={answer} />
          <Pages answer={answer} page={page} />
          <p class="small no-print">
            All {answer.total.toLocaleString('en-US')} as{' '}
            <a
              href={requestUrl('votes', { ...question, offset: 0, limit: undefined }, 'csv')}
              download={`${fileName(assessment, 'votes')}.csv`}
            >
              CSV
            </a>
          </p>
        </div>
      )}
    </div>
  )
}

function Counts({ answer: { counts, total, options } }: { readonly answer: VotesAnswer }) {
  const { same, partial, opposing, divided } = counts
  const all = same + partial + opposing + divided
  const shown = (count: number): string => count.toLocaleString('en-US')
  return (
    <p role="status">
      {counted(all, 'roll call', 'roll calls')} on whole resolutions: {shown(same)} the same, {shown(partial)} with one abstaining,{' '}
      {shown(opposing)} yes against no
      {divided > 0 && `, ${shown(divided)} with a bloc divided`}.{options.split !== null && ` ${shown(total)} are listed.`}
    </p>
  )
}

function VotesTable({ answer }: { readonly answer: VotesAnswer }) {
  const { a, b, votes } = answer
  if (votes.length === 0) return null
  return (
    <section class="scroll" tabIndex={0} aria-label="Roll calls">
      <table class="roll-calls">
        <caption class="visually-hidden">
          Roll calls of {a.name} and {b.name}, newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">date</th>
            <th scope="col">{a.name}</th>
            <th scope="col">{b.name}</th>
            <th scope="col">resolution</th>
            <th scope="col">topic</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((vote) => (
            <VoteRow key={vote.id} vote={vote} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const splitMarks = { same: '=', partial: '~', opposing: '≠' } as const
const splitWords = { same: 'the same vote', partial: 'one abstained', opposing: 'yes against no' } as const

function VoteRow({ vote }: { readonly vote: Vote }) {
  const { date, symbol, title, a, b, split, issues: coded } = vote
  const topics =
    coded === null
      ? 'not coded'
      : coded.length === 0
        ? 'none of the six'
        : coded.map((id) => issueLabels[id as keyof typeof issueLabels] ?? id).join(', ')
  return (
    <tr class={split ?? 'divided'}>
      <td class="when">{date}</td>
      <Side side={a} />
      <Side side={b} />
      <td>
        <span class="split" title={split === null ? 'a bloc is divided' : splitWords[split]}>
          <span aria-hidden="true">{split === null ? '÷' : splitMarks[split]}</span>
          <span class="visually-hidden">{split === null ? 'a bloc is divided' : splitWords[split]}: </span>
        </span>{' '}
        {title ?? 'without a title'} <span class="soft small">{symbol}</span>
      </td>
      <td class="soft small">{topics}</td>
    </tr>
  )
}

/** Shows the position of a side; for a bloc, with the number of members by position. */
function Side({ side: { position, yes, abstained, no } }: { readonly side: Vote['a'] }) {
  return (
    <td>
      {position}
      {yes + abstained + no > 1 && (
        <span class="soft small">
          {' '}
          {yes} yes, {abstained} abst., {no} no
        </span>
      )}
    </td>
  )
}

function Pages({ answer: { total }, page }: { readonly answer: VotesAnswer; readonly page: number }) {
  const last = Math.max(0, Math.ceil(total / perPage) - 1)
  const go = (to: number): void => setQuery({ votes: to === 0 ? undefined : String(to + 1) })
  if (last === 0) return null
  return (
    <nav class="row no-print" aria-label="Pages of roll calls">
      <button type="button" disabled={page === 0} onClick={() => go(page - 1)}>
        Newer
      </button>
      <span>
        {page + 1} of {last + 1}
      </span>
      <button type="button" disabled={page >= last} onClick={() => go(page + 1)}>
        Older
      </button>
    </nav>
  )
}
