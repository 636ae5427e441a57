import { isKnown, type PairAndDay } from '../../figures/estimate.ts'
import { FigureValue } from '../../figures/figure-value.tsx'
import { type Domain, hasNoResult, periodText } from '../assessment-values.ts'
import { ChangeValue } from './change-value.tsx'
import { DomainFigures } from './domain-figures.tsx'
import { DomainItems } from './domain-items.tsx'
import { type LeadingFigure, leadingFigureOf, pairCountText } from './leading-figure.ts'
import { PercentileBar } from './percentile-bar.tsx'

interface DomainCardProps {
  readonly domain: Domain
  readonly pair: PairAndDay
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** Shows one domain with its leading figure and summary; when expanded, all figures, dated items and notes. */
export function DomainCard({ domain, pair, open, onOpen }: DomainCardProps) {
  const { id, title, state, summary, wouldFill, notes } = domain
  const silent = hasNoResult(domain)
  const lead = leadingFigureOf(domain)
  return (
    <section id={id} class={open ? 'card domain open' : 'card domain'} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {title} <span class={silent ? 'tag gap' : 'tag'}>{state.replace('-', ' ')}</span>
      </h3>
      <LeadLines lead={lead} pair={pair} silent={silent} />
      <p class="summary">{open ? summary : firstSentences(summary)}</p>
      {silent && wouldFill !== undefined && <p class="soft small">What would tell: {wouldFill}</p>}
      <button type="button" class="small no-print" aria-expanded={open} aria-controls={`${id}-all`} onClick={() => onOpen(!open)}>
        {open ? 'Close' : `All of ${title.toLowerCase()}`}
      </button>
      <div id={`${id}-all`}>
        {open && (
          <>
            <DomainFigures domain={domain} pair={pair} />
            <DomainItems domain={domain} />
            {notes.map((note) => (
              <p key={note} class="soft small">
                Note: {note}
              </p>
            ))}
          </>
        )}
      </div>
    </section>
  )
}

/** Returns the first two sentences of a summary; the rest is shown when the card is expanded. */
function firstSentences(summary: string): string {
  return summary
    .split(/(?<=[a-z0-9%)]\.) (?=[A-Z])/)
    .slice(0, 2)
    .join(' ')
}

function LeadLines({
  lead: { level, rank, change },
  pair,
  silent,
}: {
  readonly lead: LeadingFigure
  readonly pair: PairAndDay
  readonly silent: boolean
}) {
  return (
    <>
      {level !== undefined && (
        <p class="lead">
          <span class="soft small">{level.label}</span>
          <br />
          <FigureValue estimate={level} pair={pair} /> <span class="soft small">{periodText(level.period)}</span>
        </p>
      )}
      {level === undefined && !silent && <p class="lead soft small">told by dated facts, without a figure</p>}
      <PercentileBar rank={rank} silent={silent} />
      <p class="small place">
        {isKnown(rank) ? (
          <>
            percentile <FigureValue estimate={rank} pair={pair} /> <span class="soft">of {pairCountText(rank)}</span>
          </>
        ) : (
          <span class="soft">{silent ? 'nothing to rank' : 'ranked by no source'}</span>
        )}
        {change !== undefined && level !== undefined && (
          <>
            {' '}
            · <span class="soft">ten years</span> <ChangeValue estimate={change} pair={pair} level={level} />
          </>
        )}
      </p>
    </>
  )
}
