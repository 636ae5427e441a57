import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence } from '../forms/wording.ts'
import { type LedgerDomain, ledgerDomain } from '../record/ledger-domain.ts'
import { figureItems, pairRows } from '../record/pair-observations.ts'
import { type QuotedSeries, quotedFigures } from '../record/quoted-figures.ts'
import { publicDebts } from './public-debt.ts'

const about: LedgerDomain = {
  id: 'finance',
  title: 'Finance',
  kinds: ['finance'],
  on: 'finance and settlement',
  lead: { label: 'settlement, lending and reserves', unit: 'share' },
  reason: 'the record holds no settlement, lending or reserve figures of the pair.',
  wouldFill: 'Currency of settlement from customs and central-bank reports, BIS locational banking statistics, lists of swap lines.',
}

const series: readonly QuotedSeries[] = [
  {
    indicator: 'settlement-own-currencies',
    id: () => 'settlement-own-currencies',
    label: () => "trade settled in the two states' own currencies",
  },
  {
    indicator: 'loans-outstanding',
    id: (way) => `loans-${way}`,
    label: (from, to) => `outstanding loans of ${inSentence(from)} to ${inSentence(to)}`,
  },
  {
    indicator: 'treasury-securities-held',
    id: (way) => `treasury-${way}`,
    label: (from, to) => `Treasury securities of ${inSentence(to)} held in ${inSentence(from)}`,
  },
]

/** Assesses settlement, lending and reserves: single quoted figures, public debt by creditor, and dated facts from the ledger. */
export async function assessFinance(bench: DomainInputs): Promise<DomainAssessment> {
  const rows = await pairRows(
    bench,
    series.map(({ indicator }) => indicator),
  )
  const [quoted, debts] = [series.flatMap((of) => quotedFigures(bench, rows, of)), await publicDebts(bench)]
  const settled = rows.some((row) => row.indicator === 'settlement-own-currencies')
  return ledgerDomain(bench, debts.silent === '' ? about : { ...about, reason: `${debts.silent}; ${about.reason}` }, {
    estimates: [...quoted, ...debts.estimates],
    sentences: [...quoted.filter((one) => !one.id.includes('.')).map((one) => sentenceOf(one, quoted)), ...debts.sentences],
    items: [...figureItems(rows), ...debts.items],
    notes: [
      ...(settled
        ? [
            'A share of settlement is what an official said on a day, often "more than": what was counted is seldom told, and no statistic stands behind it.',
          ]
        : []),
      ...debts.notes,
    ],
  })
}

function sentenceOf(level: Known, estimates: readonly Estimate[]): string {
  const change = estimates.filter(isKnown).find((one) => one.id === `${level.id}.change`)
  const when = level.period.includes('/')
    ? `From ${level.period.replace('/', ' to ')}`
    : `${level.period.length === 4 ? 'In' : 'On'} ${level.period}`
  if (level.id === 'settlement-own-currencies')
    return `${when}, by an official's word, ${level.certainty === 'at least' ? 'at least ' : ''}${formatShare(level.value)} of the payments between the two were in their own currencies.`
  const past = change === undefined ? '' : `, against ${formatFigure(level.value - change.value, level.unit)} ten years before`
  return `${when} ${level.label} came to ${formatFigure(level.value, level.unit)}${past}.`
}
