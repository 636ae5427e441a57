import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import { selectedYear } from '../charts/year-cursor.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import type { Assessment } from './assessment-values.ts'
import { ChangeOverTime } from './change-over-time.tsx'
import { Dependence } from './domains/dependence.tsx'
import { StageSection } from './domains/stage.tsx'
import { LazySection, renderAllSections, useReaderActive } from './lazy-section.tsx'
import { OutlookSection } from './outlook/outlook-section.tsx'
import { sectionsOf } from './sections.ts'
import { Sources } from './sources.tsx'
import { StakeholderSection } from './stakeholders/stakeholders.tsx'
import { ThirdStates } from './stakeholders/third-states.tsx'
import { VotesSection } from './votes/votes.tsx'

export interface BelowProps {
  readonly assessment: Assessment
}

/** Shows the content below the first screen: charts, evidence, votes and sources. */
export function BelowFirstScreen({ assessment }: BelowProps) {
  const { a, b, stage } = assessment
  const goneOn = useReaderActive(3000)
  const eventsWanted = stage !== null && (goneOn || selectedYear.value !== undefined)
  const ledger = useAnswer('ledger', eventsWanted ? { a: a.iso3, b: b.iso3 } : undefined)
  const known = eventsWanted ? ledger.value.answer : undefined
  const problem = eventsWanted ? ledger.value.problem : undefined
  useEffect(goToPart, [])
  const content: Readonly<Record<string, ComponentChildren>> = {
    time: <ChangeOverTime assessment={assessment} ledger={known} />,
    outlook: <OutlookSection assessment={assessment} />,
    stage: <StageSection assessment={assessment} />,
    dependence: <Dependence assessment={assessment} />,
    'third-states': <ThirdStates assessment={assessment} />,
    stakeholders: <StakeholderSection assessment={assessment} ledger={known} />,
    votes: <VotesSection assessment={assessment} />,
    sources: <Sources assessment={assessment} />,
  }
  const parts = sectionsOf(assessment).filter(({ id }) => id in content)
  return (
    <>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {parts.map(({ id, title }, at) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{headings[id] ?? title}</h2>
          <LazySection after={heavy.has(id) ? 3000 : 300 + 150 * at} on={known}>
            {content[id]}
          </LazySection>
        </section>
      ))}
    </>
  )
}

/** Sections that ask the server, or lay out many things: out of view they wait until the rest stands. */
const heavy: ReadonlySet<string> = new Set(['outlook', 'stakeholders'])

const headings: Readonly<Record<string, string>> = {
  outlook: 'Outlook: one to ten years ahead',
  dependence: 'Dependence both ways',
  votes: 'Votes in the UN General Assembly',
}

/**
 * Scrolls to the section in the URL fragment (`#votes`). Scrolls there again while content above still loads, until the reader scrolls or a
 * time limit is reached.
 */
function goToPart(): (() => void) | undefined {
  const id = location.hash.slice(1)
  if (id === '') return undefined
  renderAllSections()
  const growing = new ResizeObserver(() => document.getElementById(id)?.scrollIntoView())
  const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
  const stop = (): void => {
    growing.disconnect()
    for (const act of acts) removeEventListener(act, stop)
  }
  for (const act of acts) addEventListener(act, stop, { passive: true })
  growing.observe(document.body)
  setTimeout(stop, 10_000)
  return stop
}
