import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Problem } from '../../../src/server/answer-types.ts'
import { AsOf } from '../dyad/as-of.tsx'
import type { Assessment } from '../dyad/assessment-values.ts'
import type { BelowProps } from '../dyad/below-first-screen.tsx'
import { DomainRows } from '../dyad/domains/domain-rows.tsx'
import { Heading } from '../dyad/heading.tsx'
import { Judgements } from '../dyad/judgements.tsx'
import { useReaderActive } from '../dyad/lazy-section.tsx'
import { PageSkeleton } from '../dyad/summary/page-skeleton.tsx'
import { TableOfContents } from '../dyad/table-of-contents.tsx'
import { useLatestAssessment } from '../dyad/use-latest-assessment.ts'
import { openComparison } from '../finder/open-comparison.ts'
import { PairFinder } from '../finder/pair-finder.tsx'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { navigate, route, urlOf } from '../route.ts'
import '../dyad/dyad.css'

/** The page with the assessment of two states or blocs, such as `/dyad/CHN/RUS`. */
export function DyadView() {
  const [a, b] = route.value.parts
  if (a === undefined || b === undefined) return <NoPair />
  return <Pair a={a} b={b} to={route.value.query['to']} />
}

function NoPair() {
  return (
    <>
      <h1>Which pair?</h1>
      <PairSearch label="Find two states or blocs to begin with" />
      <p>
        Or begin with <a href="/dyad/CHN/RUS">China and Russia</a>, <a href="/dyad/USA/IND">the United States and India</a> or{' '}
        <a href="/dyad/RUS/EU">Russia and the European Union</a>.
      </p>
    </>
  )
}

function PairSearch({ label }: { readonly label: string }) {
  return (
    <div class="find-first">
      <PairFinder label={label} onPair={(one, other, to) => navigate(urlOf('dyad', [one, other], { to }))} onComparison={openComparison} />
    </div>
  )
}

/** Whether it is a name that the record cannot read, so that another spelling helps. */
function isOfName({ code }: Problem): boolean {
  return code === 'UnknownState' || code === 'AmbiguousName'
}

interface PairProps {
  readonly a: string
  readonly b: string
  readonly to: string | undefined
}

function Pair({ a, b, to }: PairProps) {
  const { state, answer, problem } = useLatestAssessment({ a, b, to })
  const answeredFor = useRef('')
  const pair = `${a} ${b}`
  if (state === 'answered') answeredFor.current = pair
  // an answer about another pair must not appear below the problem of this pair
  const shown = state === 'failed' && answeredFor.current !== pair ? undefined : answer
  return (
    <>
      {shown === undefined && state !== 'asking' && (
        <h1>
          {a} and {b}
        </h1>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {problem !== undefined && isOfName(problem) && <PairSearch label="Find the two states or blocs that are meant" />}
      {shown === undefined ? (
        state === 'asking' && <PageSkeleton a={a} b={b} />
      ) : (
        <Page assessment={shown} to={to} busy={state !== 'answered'} />
      )}
      {shown === undefined && state === 'failed' && to !== undefined && <AsOf assessment={undefined} to={to} />}
    </>
  )
}

function Page({ assessment, to, busy }: { readonly assessment: Assessment; readonly to: string | undefined; readonly busy: boolean }) {
  useEffect(() => {
    document.title = `${assessment.a.name} and ${assessment.b.name} – Vis-à-vis`
  }, [assessment.a.name, assessment.b.name])
  const isLate = useLate(busy)
  // while another pair or year loads, nothing of this one is rendered again
  const heading = useMemo(() => <Heading assessment={assessment} to={to} />, [assessment, to])
  const content = useMemo(
    () => (
      <>
        <TableOfContents assessment={assessment} />
        <article>
          <DomainRows assessment={assessment} />
          <Judgements assessment={assessment} />
          <Below assessment={assessment} />
        </article>
      </>
    ),
    [assessment],
  )
  return (
    <div class={isLate ? 'dyad asking' : 'dyad'} aria-busy={busy}>
      {heading}
      {content}
    </div>
  )
}

/** Milliseconds after which a page that waits for its answer fades: most answers come before, and to paint the old page once more would delay them. */
const soon = 150

/** Whether something has lasted for a while. */
function useLate(lasts: boolean): boolean {
  const late = useSignal(false)
  useEffect(() => {
    late.value = false
    if (!lasts) return
    const timer = setTimeout(() => (late.value = true), soon)
    return () => clearTimeout(timer)
  }, [lasts])
  return lasts && late.value
}

/** Milliseconds after which the content below the first screen is loaded even if the reader does nothing. */
const rest = 1500

/** Shows the content below the first screen. It is loaded with the chart library when the reader goes on, or the address leads there. */
function Below({ assessment }: BelowProps) {
  const found = useSignal<ComponentType<BelowProps> | undefined>(undefined)
  const failed = useSignal(false)
  const active = useReaderActive(location.hash === '' ? rest : 0)
  useEffect(() => {
    if (active)
      import('../dyad/below-first-screen.tsx').then(
        (module) => {
          found.value = module.BelowFirstScreen
        },
        () => {
          failed.value = true
        },
      )
  }, [active])
  const Component = found.value
  if (failed.value) return <NotLoaded what="The charts" />
  return Component === undefined ? <p class="waiting">Loading the charts …</p> : <Component assessment={assessment} />
}
