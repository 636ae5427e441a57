import { counted } from '../../../../src/server/wording.ts'
import { isKnown, type PairAndDay } from '../../figures/estimate.ts'
import { FigureValue } from '../../figures/figure-value.tsx'
import { type Assessment, type Domain, hasNoResult, periodText } from '../assessment-values.ts'
import { ChangeValue } from './change-value.tsx'
import { DomainFigures } from './domain-figures.tsx'
import { DomainItems } from './domain-items.tsx'
import { leadingFigureOf, pairCountText } from './leading-figure.ts'
import { PercentileBar } from './percentile-bar.tsx'
import { Sparkline } from './sparkline.tsx'

type OverviewRow = Assessment['overview']['rows'][number]

interface DomainRowProps {
  readonly domain: Domain
  /** The row of the one-screen answer; undefined where that has none. */
  readonly row: OverviewRow | undefined
  readonly assessment: Assessment
  readonly pair: PairAndDay
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** Shows one domain on one line: level, series, trend, year and source. It opens to all figures, dated items and notes. */
export function DomainRow({ domain, row, assessment, pair, open, onOpen }: DomainRowProps) {
  const { id, title } = domain
  return (
    <li id={id} class={open ? 'domain open' : 'domain'}>
      <div class="domain-line">
        <h3 id={`${id}-title`}>
          <button type="button" aria-expanded={open} aria-controls={`${id}-all`} onClick={() => onOpen(!open)}>
            {title}
          </button>
        </h3>
        <span class={row === undefined ? 'level unknown-value' : 'level'}>{row?.level ?? levelWithoutRow(domain)}</span>
        <Sparkline domain={domain} assessment={assessment} />
        <span class="trend">{row?.trend}</span>
        <span class="year">{row?.year}</span>
        <span class="source" title={row?.sourceName}>
          {row?.sourceName}
        </span>
      </div>
      <section id={`${id}-all`} class="domain-all" aria-labelledby={`${id}-title`} hidden={!open}>
        {open && <DomainDetails domain={domain} pair={pair} />}
      </section>
    </li>
  )
}

function levelWithoutRow({ state, items }: Domain): string {
  if (state === 'not-applicable') return 'not applicable'
  return state === 'unknown' || items.length === 0 ? 'unknown' : counted(items.length, 'dated fact', 'dated facts')
}

function DomainDetails({ domain, pair }: Pick<DomainRowProps, 'domain' | 'pair'>) {
  const { summary, wouldFill, notes } = domain
  const silent = hasNoResult(domain)
  return (
    <>
      {!silent && <LeadLines domain={domain} pair={pair} />}
      <p class="summary">{summary}</p>
      {silent && wouldFill !== undefined && <p class="soft small">What would fill this gap: {wouldFill}</p>}
      <DomainFigures domain={domain} pair={pair} />
      <DomainItems domain={domain} />
      {notes.map((note) => (
        <p key={note} class="soft small">
          Note: {note}
        </p>
      ))}
    </>
  )
}

function LeadLines({ domain, pair }: Pick<DomainRowProps, 'domain' | 'pair'>) {
  const { level, rank, change } = leadingFigureOf(domain)
  if (level === undefined) return null
  return (
    <div class="lead">
      <p>
        <span class="soft small">{level.label}</span> <FigureValue estimate={level} pair={pair} />{' '}
        <span class="soft small">{periodText(level.period)}</span>
        {change !== undefined && (
          <>
            {' '}
            <span class="soft small">· ten years</span> <ChangeValue estimate={change} pair={pair} level={level} />
          </>
        )}
      </p>
      {isKnown(rank) && (
        <>
          <PercentileBar rank={rank} />
          <p class="small place">
            percentile <FigureValue estimate={rank} pair={pair} /> <span class="soft">of {pairCountText(rank)}</span>
          </p>
        </>
      )}
    </div>
  )
}
