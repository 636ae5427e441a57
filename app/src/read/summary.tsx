import { claimNumbers, documentLines, inconsistencyLines, summaryLines, verdictSigns } from '../../../src/server/wording.ts'
import { KeyHelp } from './claim-list.tsx'
import { isFailing, showVerdict, verdictShown, verdicts } from './claim-navigation.ts'
import type { Answer, AnsweredClaim } from './reading-state.ts'

/** The answer in one line, and the counts of each verdict, which filter the text. */
export function SummaryPanel({ answer }: { readonly answer: Answer }) {
  const [verdict] = summaryLines(answer.summary)
  return (
    <>
      <div class="answer-first">
        <p>{verdict}</p>
      </div>
      <Tally answer={answer} />
    </>
  )
}

interface HowReadProps {
  readonly answer: Answer
  /** Whether the tab keeps the text when the page is loaded anew. */
  readonly survives: boolean
}

/** Folded: when times are read against, what was counted, how often such claims hold, keys, and where the text is. */
export function HowRead({ answer, survives }: HowReadProps) {
  const [, ...counts] = summaryLines(answer.summary)
  return (
    <details class="small no-print how-read">
      <summary>How it was read, keys, and where the text is</summary>
      {[...documentLines(answer), ...counts].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        A label behind a sentence says what it is where nothing in it can be checked (opinion: a judgement, or a statement without a figure,
        deed or day).
      </p>
      <KeyHelp />
      <p>
        The text stays on this machine
        {survives
          ? ', and in this tab until it is closed'
          : '; it is too long for this tab to keep: it is gone when the page is loaded anew'}
        .
      </p>
    </details>
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
  const parts = [
    ...(bad.length === 0 ? [] : [`${bad.length} ${bad.length === 1 ? 'claim' : 'claims'}`]),
    ...(odds.length === 0 ? [] : ['where the text contradicts itself']),
  ]
  return (
    <details class="look-first">
      <summary id="look-first">What to look at first: {parts.join(', and ')}</summary>
      <Contradictions lines={odds} />
      <FailingClaims found={bad.slice(0, maxVisible)} />
      {rest.length > 0 && (
        <details class="no-print">
          <summary>{rest.length} more that are contradicted or hold only in part</summary>
          <FailingClaims found={rest} />
        </details>
      )}
    </details>
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
