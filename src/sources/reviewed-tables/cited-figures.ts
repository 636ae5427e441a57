import { badInput } from '../../errors.ts'
import { blocs, stateOf } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import { ownTableCard, publicDomain, type SourceCard } from '../cards/source-cards.ts'
import { type Observation, observationColumns, toObservation } from '../rows/observation.ts'
import {
  citedCopyFields,
  periodFault,
  type ReviewedRow,
  readReviewedRows,
  referenceFault,
  referenceText,
} from '../rows/reviewed-table-rows.ts'
import { citedFigureCoverage, citedFigureRules, hasRequiredLength } from './cited-figure-rules.ts'

export const card: SourceCard = ownTableCard({
  id: 'cited-figures',
  title: 'Single figures quoted from public texts',
  licence: publicDomain(
    'Single figures, as facts, each with the text that prints it; the figures are those of the customs, ministries and institutes that the texts quote.',
  ),
  vintage: '2026-11-27',
  coverage: citedFigureCoverage,
  quirks: [
    'These are figures of the day on which a text printed them; customs revise later, and the note tells where a revision is known.',
    "They are single figures and no list of anybody's partners: they are not added up over partners, nobody is ranked among them, and no share is taken of their sum.",
    'A span is what the text tells: a calendar year, a fiscal year, a first half, a quarter, the first months of a year. Only calendar years stand beside those of other sources.',
    'goods-trade is exports (FOB) and imports (CIF, by some FOB) of the reporter together, so it has no valuation.',
    'Figures are rounded as printed: 95.28 billion stands as 95280000000; those of Germany and the EU are in euro.',
    'Tables of the Census Bureau (60 partners of the United States) and of the offices of India, Kazakhstan, Bangladesh, Armenia and South Korea were read in unofficial copies: the source of a row is the office, and the locator names the copy. Half years of the United States, and years of Armenia, are our sums of printed months.',
    'The United States and Brazil count imports at customs value, without freight and insurance: their valuation is FOB.',
    'Fiscal years: India April to March, Pakistan and Bangladesh July to June, Iran from the 20th or 21st of March. What Pakistan has is what passed through banks (State Bank), not customs; what Iran has is without crude oil.',
    'The Chinese figure of 2015 with Russia is the first report (64.2 billion); what was said of 2016 implies about 68.0.',
    'Chinese and Russian customs differ: for 2010 China gives 55.45 billion and Russia 59.34. China and Kyrgyzstan, China and Kazakhstan, and the United States and Russia differ by half and more.',
    'Of Kazakhstan there are 40 partners (2024 and 2025), of Bangladesh 30 (exports only).',
    'What the statistics agency of Uzbekistan has by country is of goods and services together.',
    'AU is Africa as the Chinese customs count it.',
    'Of China in 2023 most partners come from an encyclopaedia that does not name the customs but has their figures where both are known: estimated. What a head of state or a minister said, and what is printed as "about" or "more than", is estimated too.',
    'A year without a row is unknown: no text that prints it was found.',
    "Shares of arms transfers are SIPRI's, as texts print them; sums of five years, and shares of which no text was found, are ours from its register, each deal spread over its years of delivery: estimated.",
    'A share of settlement in own currencies is what an official said, and often a floor ("more than"): the note tells.',
    'Stocks stand on one day, the end of a year; two reporters of one stock differ widely.',
  ],
})

const fields = [
  'indicator',
  'from_id',
  'to_id',
  'reporter',
  'start_date',
  'end_date',
  'value',
  'unit',
  'valuation',
  'status',
  ...citedCopyFields,
] as const

type Row = ReviewedRow<(typeof fields)[number]>

const blocIds: ReadonlySet<string> = new Set(blocs.map((bloc) => bloc.id))

/**
 * Reads the table `observations` from data/tables. The locator of a figure is publisher, title, day and address of the text that prints it, the unofficial copy if it was
 * read in one, and the note.
 *
 * Figures of military spending have no partner, and the change of spending may be below zero.
 *
 * @throws BadInput with file and line for an unknown indicator, state or bloc, a reporter on the wrong side of the flow, a period that is invalid, has no
 *   end or is not of the indicator's length, a value that is not a positive number, another unit or valuation than the indicator's, a missing publisher,
 *   title or address, or a second figure for the same flow and period
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readCitedFigures(path: string, session: Session): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  const seen = new Set<string>()
  for (const row of rows) {
    const { indicator, from_id, to_id, reporter, start_date, end_date, unit } = row.cells
    // tonnes and barrels a day of one flow are two figures; dollars and euro of one flow are the same figure twice
    const measure = citedFigureRules[indicator ?? '']?.manyUnits === true ? unit : ''
    const key = [indicator, from_id, to_id, reporter, start_date, end_date, measure].join('|')
    const problem = fault(row) ?? (seen.has(key) ? 'gives a second figure for the same flow and period' : undefined)
    if (problem !== undefined) throw badInput(`${row.at} ${problem}`)
    seen.add(key)
  }
  return observationColumns(rows.map(observation))
}

/** Returns the observation of a row in which `fault` found nothing. */
function observation({ cells }: Row): Observation {
  return toObservation(card, {
    indicator: cells.indicator!,
    from: cells.from_id!,
    to: cells.to_id,
    reporter: cells.reporter,
    period: { start_date: cells.start_date!, end_date: cells.end_date! },
    value: Number(cells.value),
    unit: cells.unit!,
    valuation: cells.valuation as Observation['valuation'],
    status: cells.status === 'estimated' ? 'estimated' : 'observed',
    locator: `${referenceText(cells)}${cells.note === null ? '' : ` (${cells.note})`}`,
  })
}

function fault({ cells }: Row): string | undefined {
  return whoFault(cells) ?? periodFault(cells.start_date, cells.end_date) ?? figureFault(cells) ?? referenceFault(cells, isPublished)
}

function whoFault({ indicator, from_id, to_id, reporter }: Row['cells']): string | undefined {
  const kind = indicator === null ? undefined : citedFigureRules[indicator]
  if (kind === undefined) return `has the indicator "${indicator ?? ''}"; indicators are ${Object.keys(citedFigureRules).join(', ')}`
  if (kind.alone === true && to_id !== null) return `names "${to_id}" beside ${from_id}, where ${indicator} is of one alone`
  const sides = kind.alone === true ? [from_id] : [from_id, to_id]
  const takesWorld = kind.alone === true || (kind.world === true && reporter !== 'WLD')
  const stranger = sides.find((id) => id === null || (stateOf(id) === undefined && !blocIds.has(id) && !(takesWorld && id === 'WLD')))
  if (stranger !== undefined) return `names "${stranger ?? ''}", which is neither a state nor a bloc`
  if (from_id === to_id) return `has ${indicator!.startsWith('goods') ? 'trade' : indicator} of ${from_id} with itself`
  const allowed: readonly (string | null)[] = { from: [from_id], to: [to_id], either: [from_id, to_id, null], none: [null] }[kind.reporter]
  if (allowed.includes(reporter)) return undefined
  const by = allowed.map((id) => id ?? 'nobody named').join(' or ')
  return `has the reporter "${reporter ?? ''}"; ${indicator} is reported by ${by} here`
}

function figureFault({ indicator, start_date, end_date, value, unit, valuation, status, note }: Row['cells']): string | undefined {
  const kind = citedFigureRules[indicator!]!
  if (end_date === null) return 'has no end of the period'
  if (!hasRequiredLength(kind.span, start_date!, end_date))
    return `spans ${start_date} to ${end_date}, where ${indicator} is of ${kind.span === 'year' ? 'a year at most' : 'five calendar years'}`
  const isShare = kind.units.some((one) => one.startsWith('share'))
  const isChange = kind.units.includes('percent')
  if (isShare && !(/^(0\.\d+|1)$/.test(value ?? '') && Number(value) > 0))
    return `has the value "${value ?? ''}", not a share above 0 and up to 1`
  if (isChange && !/^-?\d+(\.\d+)?$/.test(value ?? '')) return `has the value "${value ?? ''}", not a change in per cent`
  if (!isShare && !isChange && !/^[1-9]\d*$/.test(value ?? '')) return `has the value "${value ?? ''}", not a positive whole number`
  if (!kind.units.includes(unit ?? '')) return `has the unit "${unit ?? ''}", not ${kind.units.join(' or ')}`
  if (!(kind.valuations as readonly (string | null)[]).includes(valuation))
    return `has the valuation "${valuation ?? ''}"; that of ${indicator} is ${kind.valuations.map((one) => `"${one ?? ''}"`).join(' or ')}`
  // A figure that was later revised may be given as an estimate with a note. An estimate without a note is refused.
  if (status === 'estimated' && note !== null && note !== undefined && note !== '') return undefined
  return status === 'observed' ? undefined : `has the status "${status ?? ''}", not observed`
}

/** Whether the text is a day, month or year of publication, or NULL, since not every text states one. */
const isPublished = (published: string | null): boolean => published === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(published)
