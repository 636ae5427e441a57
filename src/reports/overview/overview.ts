import { capitaliseArticles, inSentence } from '../../assessments/forms/wording.ts'
import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { isKnown } from '../../store/index.ts'
import { knownYearlyFigures } from '../text/yearly-sparkline.ts'
import { domainLevel } from './domain-level.ts'
import { domainTrend } from './domain-trend.ts'
import { dependence, headlineSentences } from './headline.ts'
import type { OverviewRow } from './overview-row.ts'
import { sourceName } from './source-name.ts'

/** What fits on one screen: some sentences, one row a domain, one series, what is missing. */
export interface Overview {
  readonly title: string
  readonly sentences: readonly string[]
  /** That of the sentences which says what trade is worth to each; null where none does. */
  readonly tradeSentence: string | null
  readonly rows: readonly OverviewRow[]
  /** The yearly series of the first domain that has one. */
  readonly series: { readonly label: string; readonly points: readonly (readonly [year: number, value: number])[] } | null
  /** Titles of the domains of which nothing is known. */
  readonly unknown: readonly string[]
}

/** An answer with its one-screen form, which the page of a pair opens with. */
export interface WithOverview {
  readonly overview: Overview
}

/** Conflict first, where there is or was one; the other domains in the order of the page. */
export function overviewOf(assessment: Assessment): Overview {
  const { a, b, to, domains } = assessment
  const known = domains.flatMap((domain): OverviewRow[] => {
    const level = domainLevel(domain, assessment)
    if (level === undefined) return []
    return [
      {
        id: domain.id,
        title: domain.title,
        trend: domainTrend(domain, assessment),
        ...level,
        sourceName: sourceName(level.source, assessment.sources),
      },
    ]
  })
  const fought = known.filter(({ id, level }) => id === 'conflict' && !level.startsWith('none'))
  const listed = new Set(known.map(({ id }) => id))
  const sentences = headlineSentences(assessment)
  const onTrade = capitaliseArticles(dependence(assessment))
  return {
    title: capitaliseArticles(`${inSentence(a.name)} and ${inSentence(b.name)}, as of ${to}`),
    sentences,
    tradeSentence: sentences.find((sentence) => sentence === onTrade) ?? null,
    rows: [...fought, ...known.filter((row) => !fought.includes(row))],
    series: firstSeries(domains),
    unknown: domains.filter(({ id }) => !listed.has(id)).map(({ title }) => title),
  }
}

function firstSeries(domains: readonly DomainAssessment[]): Overview['series'] {
  for (const { estimates } of domains) {
    const yearly = knownYearlyFigures(estimates.filter(({ id }) => !id.startsWith('conflict-intensity')))
    const [first] = yearly
    if (first === undefined || yearly.length < 5) continue
    const points = yearly.filter(isKnown).map(({ period, value }) => [Number(period), value] as const)
    const label = first.label.replace(/ in \d{4}$/, '')
    return { label: label === 'kappa' ? 'UN votes (kappa)' : label, points }
  }
  return null
}
