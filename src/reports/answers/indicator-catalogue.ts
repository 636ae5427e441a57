import type { Coverage } from '../../store/index.ts'
import type { Indicator } from '../../store/indicators/indicator.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

/** A source of an indicator, with coverage, terms and citation. */
export interface IndicatorSource {
  readonly id: string
  readonly title: string
  readonly coverage: readonly Pick<Coverage, 'from' | 'to' | 'whom' | 'absence'>[]
  readonly licence: string
  readonly citation: string
  /** Caveats, one sentence each. */
  readonly quirks: readonly string[]
}

/** An indicator of the catalogue with its sources. */
export interface CataloguedIndicator extends Indicator {
  readonly table: NonNullable<Indicator['table']>
  readonly sources: readonly IndicatorSource[]
}

/** The answer of `visavis indicators`. */
export interface IndicatorsAnswer {
  readonly schemaVersion: 1
  readonly indicators: readonly CataloguedIndicator[]
}

const columns: readonly Column[] = [
  { title: 'indicator' },
  { title: 'what' },
  { title: 'domain' },
  { title: 'unit' },
  { title: 'of' },
  { title: 'sources' },
]

/** What the values of an indicator describe, in words. */
const relations = { directed: 'from one to another', undirected: 'a pair', state: 'one state', none: 'no state' } as const

const domainOf = ({ domain }: CataloguedIndicator): string => domain ?? 'size'

const row = (one: CataloguedIndicator): string[] => [
  one.id,
  one.title,
  domainOf(one),
  one.unit,
  relations[one.relation],
  one.sources.map(({ id }) => id).join(', '),
]

/** Writes the catalogue as a table, or a single indicator with all its details. */
export function indicatorsText({ indicators }: IndicatorsAnswer): string {
  const [first] = indicators
  if (indicators.length === 1 && first !== undefined) return entryText(first)
  return `${textTable(columns, indicators.map(row))}\n\n${indicators.length} indicators. One whole: visavis indicators ${first?.id ?? 'ID'}`
}

function entryText(one: CataloguedIndicator): string {
  const windows = one.sources.flatMap(({ id, coverage, licence }) => [
    `  ${id} (${licence})`,
    ...coverage.map(({ from, to, whom, absence }) => wrap(`${from} to ${to}, ${whom}; no row means ${absence}`, 110, '    ')),
  ])
  return [
    `${one.id}: ${one.title}`,
    `Domain: ${domainOf(one)}. Of: ${relations[one.relation]}. Unit: ${one.unit}. Table: ${one.table}`,
    wrap(`Definition: ${one.definition}`, 110),
    wrap(`Higher means: ${one.higher}`, 110),
    wrap(`Limits: ${one.limits}`, 110),
    'Sources:',
    ...windows,
    `Before use: visavis sources ${one.sources[0]?.id ?? ''}`,
  ].join('\n')
}

/** Writes the catalogue as a Markdown table. */
export function indicatorsMarkdown({ indicators }: IndicatorsAnswer): string {
  return markdownTable(columns, indicators.map(row))
}

/** Writes the catalogue as CSV, one row per indicator and source. */
export function indicatorsCsv({ indicators }: IndicatorsAnswer): string {
  const columns = [
    ...(['id', 'title', 'domain', 'unit', 'relation', 'table', 'higher', 'definition', 'limits'] as const),
    ...(['source', 'from', 'to', 'licence', 'citation'] as const),
  ]
  const records = indicators.flatMap((one) =>
    one.sources.map((source) => {
      const [from, to] = span(source)
      const { licence, citation } = source
      return { ...one, source: source.id, from, to, licence, citation }
    }),
  )
  return csvOfRecords(columns, records)
}

function span({ coverage }: IndicatorSource): [string, string] {
  const days = coverage.flatMap(({ from, to }) => [from, to]).sort()
  return [days[0] ?? '', days.at(-1) ?? '']
}

/** Writes the page docs/generated/indicators.md: every indicator, by domain. */
export function indicatorsPage({ indicators }: IndicatorsAnswer): string {
  const domains = [...new Set(indicators.map(domainOf))]
  const sections = domains.map((domain) => {
    const entries = indicators.filter((one) => domainOf(one) === domain)
    return `## ${domain === 'size' ? 'Sizes of states' : domain.charAt(0).toUpperCase() + domain.slice(1)}\n\n${entries.map(pageEntry).join('\n\n')}`
  })
  const head = `# Indicators

The ${indicators.length} series that the sources can provide. Written by \`npx tsx scripts/docs/indicators-page.ts\`; a test compares it with the catalogue (\`src/store/indicators/\`) and the cards of the sources.
Notes on a single source are on its card: \`visavis sources ID\`.`
  return `${head}\n\n${sections.join('\n\n')}\n`
}

function pageEntry(one: CataloguedIndicator): string {
  const sources = one.sources.map(
    (source) =>
      `\`${source.id}\` ${span(source)
        .map((day) => day.slice(0, 4))
        .join('-')}`,
  )
  return [
    `**\`${one.id}\`** ${one.title} (${relations[one.relation]}; in ${one.unit}; table \`${one.table}\`).`,
    `${one.definition} *Higher:* ${one.higher}. *Limits:* ${one.limits}`,
    `*Sources:* ${sources.join(', ')}.`,
  ].join('  \n')
}
