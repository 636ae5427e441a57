import { firstDay } from '../../assessments/forms/ledger-check.ts'
import { capitaliseArticles, counted, inSentence } from '../../assessments/forms/wording.ts'
import type { Assessment, Ledger, LedgerItem } from '../../assessments/index.ts'
import { stakeholdersOf } from '../../assessments/pairs/stakeholder-network.ts'
import { dependenceChart } from '../charts/chart-dependence.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { networkChart } from '../charts/chart-network.ts'
import { profileChart, profileLevelWords, profileRows } from '../charts/chart-profile.ts'
import { timelineChart } from '../charts/chart-timeline.ts'
import { leadLines } from '../overview/headline.ts'
import { outlookSection } from '../parts/outlook.ts'
import { standingSection } from '../parts/standing.ts'
import { thirdStatesTable } from '../parts/third-states.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'
import { changeOverTimeSection } from './html-change-over-time.ts'
import { domainSection } from './html-domain.ts'
import { ledgerList } from './html-ledger.ts'
import { htmlPage } from './html-page.ts'
import { judgementsSection, stageSection, votesSection } from './html-sections.ts'
import { sourcesSection } from './html-sources.ts'

/**
 * Renders an assessment as one self-contained page without network access or scripts. Charts are inline SVG, each with its table; figures
 * unfold to method and rows. The same assessment and ledger give the same bytes.
 *
 * @param ledger   the pair's ledger, if any; items after the day of the assessment are left out
 */
export function assessmentHtml(assessment: Assessment, ledger: Ledger | undefined): string {
  const { a, b, to } = assessment
  const title = `${a.name} and ${b.name}, as of ${to}`
  const known = ledger?.items.filter((item) => firstDay(item.date) <= to) ?? []
  const evidence = ledger === undefined || known.length === 0 ? undefined : { ledger, items: known }
  const main = html`${standingSection(assessment)}${judgementsSection(assessment)}${outlookSection(assessment)}${overview(assessment)}${assessment.stage === null ? undefined : stageSection(assessment.stage, `${a.iso3}-${b.iso3}`)}${dependence(assessment)}${changeOverTimeSection(assessment, known)}${votesSection(assessment)}
<section id="domains" aria-labelledby="domains-heading"><h2 id="domains-heading">Domain by domain</h2>
${assessment.domains.map((domain) => domainSection(domain, assessment))}</section>
${thirdStates(assessment)}${evidence === undefined ? undefined : ledgerSection(evidence.ledger, evidence.items, assessment)}${sourcesSection(assessment.sources)}`
  return htmlPage(title, 'To the assessment', header(assessment, evidence !== undefined), main, footer(assessment))
}

function header(assessment: Assessment, withLedger: boolean): Markup {
  const { a, b, to, stage, domains, thirdStates, routes } = assessment
  const parts: [string, string][] = [
    ...(assessment.standing === undefined ? [] : [['standing', 'Standing'] as [string, string]]),
    ...(assessment.judgements.length + assessment.keyGaps.length === 0 ? [] : [['judgements', 'Judgements'] as [string, string]]),
    ...(assessment.outlook === undefined ? [] : [['outlook', 'Outlook'] as [string, string]]),
    ['glance', 'At a glance'],
    ...(stage === null ? [] : [['stage', 'Stage'] as [string, string]]),
    ...(dependenceChart(assessment) === undefined ? [] : [['dependence', 'Dependence'] as [string, string]]),
    ['time', 'Over time'],
    ['turning-points', 'Turning points'],
    ...(assessment.voteMap === undefined ? [] : [['votes', 'Votes by topic'] as [string, string]]),
    ...domains.map((domain): [string, string] => [domain.id, domain.title]),
    ...(thirdStates.length === 0 && routes === undefined ? [] : [['third-states', 'Third states'] as [string, string]]),
    ...(withLedger ? [['ledger', 'Ledger'] as [string, string], ['stakeholders', 'Stakeholders'] as [string, string]] : []),
    ['sources', 'Sources'],
  ]
  return html`<header><h1>${a.name} and ${b.name}, <span class="date">as of ${to}</span></h1>
${leadLines(assessment).map((line) => html`<p class="lead">${narrowSpaces(line)}</p>`)}
<nav aria-label="Parts of this page"><ul>${parts.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>`
}

function overview(assessment: Assessment): Markup {
  const rows = profileRows(assessment).map((row) => [
    html`<a href="#${row.domain.id}">${row.domain.title}</a>`,
    narrowSpaces(capitaliseArticles(profileLevelWords(row))),
  ])
  return html`<section id="glance" aria-labelledby="glance-heading"><h2 id="glance-heading">At a glance</h2>
<div class="pair"><div>${chartFigure(profileChart(assessment))}</div>
<div>${htmlTable('The leading figure of each domain', [{ title: 'domain' }, { title: 'leading figure' }], rows)}</div></div></section>
`
}

function dependence(assessment: Assessment): Markup | undefined {
  const chart = dependenceChart(assessment)
  if (chart === undefined) return undefined
  return html`<section id="dependence" aria-labelledby="dependence-heading"><h2 id="dependence-heading">Dependence both ways</h2>
${chartFigure(chart)}</section>
`
}

function thirdStates(assessment: Assessment): Markup | undefined {
  const table = thirdStatesTable(assessment)
  if (table === undefined) return undefined
  const rows = table.rows.map((row) => row.map(narrowSpaces))
  return html`<section id="third-states" aria-labelledby="third-states-heading"><h2 id="third-states-heading">Third states</h2>
<p>${table.lead}</p>
${rows.length === 0 ? undefined : htmlTable('States that depend on the pair', table.columns, rows)}</section>
`
}

function ledgerSection(ledger: Ledger, items: readonly LedgerItem[], { a, b, to }: Assessment): Markup {
  const spans = [...new Set(items.map(spanOf))].sort((p, q) => q - p)
  const lists = spans.map((first) => {
    const own = items.filter((item) => spanOf(item) === first)
    return html`<details><summary>${String(first)} to ${String(Math.min(first + 4, Number(to.slice(0, 4))))}: ${counted(own.length, 'item', 'items')}</summary>${ledgerList([...own].reverse())}</details>\n`
  })
  return html`<section id="ledger" aria-labelledby="ledger-heading"><h2 id="ledger-heading">The ledger of evidence</h2>
<p>Dated, sourced facts on the pair, reviewed on ${ledger.reviewed} for ${ledger.from} to ${ledger.to}. What nobody published is not there.</p>
${chartFigure(timelineChart(ledger, items, to))}
<h3>All items, newest first</h3>
${lists}</section>
<section id="stakeholders" aria-labelledby="stakeholders-heading"><h2 id="stakeholders-heading">Stakeholders</h2>
${chartFigure(networkChart(stakeholdersOf(ledger, to), [inSentence(a.name), inSentence(b.name)]))}</section>
`
}

/** Returns the first year of the five-year span that contains an item. */
function spanOf({ date }: LedgerItem): number {
  return Math.floor(Number(date.slice(0, 4)) / 5) * 5
}

function footer({ a, b, from, to, snapshot, seed }: Assessment): Markup {
  const window = from === null ? '' : ` --from ${from}`
  return html`<footer><p>Made by visavis from snapshot <code>${snapshot.id}</code> of ${snapshot.created}, seed ${seed}. The same command on the same snapshot gives the same page:</p>
<p><code>visavis assess ${a.iso3} ${b.iso3}${window} --to ${to} --snapshot ${snapshot.id} --seed ${seed} --format html</code></p>
<p>Missing is not zero: what is unknown is said to be unknown. Intervals hold 90 %, unless they span rival reports. To be printed, a part must be open.</p></footer>`
}
