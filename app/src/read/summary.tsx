import { claimNumbers, documentLines, inconsistencyLines, summaryLines, verdictSigns } from '../../../src/server/wording.ts'
import { isFailing, showVerdict, verdictShown, verdicts } from './claim-navigation.ts'
import type { Answer, AnsweredClaim } from './reading-state.ts'

/** Shows the summary; its verdict counts filter the text. */
export function SummaryPanel({ answer }: { readonly answer: Answer }) {
  const [sentences, claims, share] = summaryLines(answer.summary)
  return (
    <>
      {documentLines(answer).map((line) => (
        <p key={line} class="soft small">
          {line}
        </p>
      ))}
      <p class="lead">{sentences}</p>
      <Tally answer={answer} />
      <p>{claims}</p>
      <p>{share}</p>
    </>
  )
}

function Tally({ answer: { summary } }: { readonly answer: Answer }) {
  const shown = verdictShown()
  return (
    <fieldset class="tally">
      <legend class="visually-hidden">Show the claims of one verdict alone</legend>
      {verdicts.map((verdict) => (
        <button
          key={verdict}
          type="button"
          class={verdict}
          aria-pressed={shown === verdict}
          disabled={summary.byVerdict[verdict] === 0}
          onClick={() => showVerdict(shown === verdict ? undefined : verdict)}
        >
          <b aria-hidden="true">{verdictSigns[verdict]}</b> {summary.byVerdict[verdict]} {verdict}
        </button>
      ))}
      {shown !== undefined && (
        <button type="button" onClick={() => showVerdict(undefined)}>
          Show all
        </button>
      )}
    </fieldset>
  )
}

/** Largest number of lines shown; further ones are folded. */
const maxVisible = 6

/** Lists the problems that an editor looks for first: contradicted claims, then partly supported ones, then contradictions within the text. */
export function ProblemList({ answer }: { readonly answer: Answer }) {
  const trouble = [...claimNumbers(answer.claims)].filter(([claim]) => isFailing(claim))
  const bad = [...trouble.filter(isContradicted), ...trouble.filter((one) => !isContradicted(one))]
  const odds = inconsistencyLines(answer)
  if (bad.length + odds.length === 0) return null
  const rest = bad.slice(maxVisible)
  return (
    <section aria-labelledby="look-first">
      <h2 id="look-first">What to look at first</h2>
      <Contradictions lines={odds} />
      <FailingClaims found={bad.slice(0, maxVisible)} />
      {rest.length > 0 && (
        <details class="no-print">
          <summary>{rest.length} more that are contradicted or hold only in part</summary>
          <FailingClaims found={rest} />
        </details>
      )}
    </section>
  )
}

const isContradicted = ([{ verdict }]: readonly [AnsweredClaim, number]): boolean => verdict === 'contradicted'

function Contradictions({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <b>The text against itself:</b> {line}
        </li>
      ))}
    </ul>
  )
}

function FailingClaims({ found }: { readonly found: readonly [AnsweredClaim, number][] }) {
  return (
    <ul>
      {found.map(([claim, number]) => (
        <li key={number}>
          <a href={`#claim-${number}`} class={claim.verdict!}>
            {verdictSigns[claim.verdict!]} {number} {claim.verdict}
          </a>
          : {reasonOf(claim)}
        </li>
      ))}
    </ul>
  )
}

function reasonOf({ why, wouldBeTrue }: AnsweredClaim): string {
  return [why, wouldBeTrue?.text].filter((one) => one != null).join(' What would have been true: ')
}
