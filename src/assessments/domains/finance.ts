import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { paymentSystems } from '../economy/payment-systems.ts'
import { publicDebts } from '../economy/public-debt.ts'
import { swapLines } from '../economy/swap-lines.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence } from '../forms/wording.ts'
import { type LedgerDomain, ledgerDomain, type TableFindings } from '../record/ledger-domain.ts'
import { figureItems, pairRows } from '../record/pair-observations.ts'
import { type QuotedSeries, quotedFigures } from '../record/quoted-figures.ts'

const about: LedgerDomain = {
  id: 'finance',
  title: 'Finance',
  kinds: ['finance'],
  on: 'finance and settlement',
  lead: { label: 'settlement, lending and reserves', unit: 'share' },
  reason: 'the record holds no settlement, lending or reserve figures of the pair.',
  wouldFill:
    'Currency of settlement from customs and central-bank reports, BIS locational banking statistics, swap lines that are not on our list.',
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

/** Assesses settlement, lending and reserves: single quoted figures, public debt by creditor, swap lines, payment systems, and dated facts from the ledger. */
export async function assessFinance(bench: DomainInputs): Promise<DomainAssessment> {
  const rows = await pairRows(
    bench,
    series.map(({ indicator }) => indicator),
  )
  const [quoted, debts] = [series.flatMap((of) => quotedFigures(bench, rows, of)), await publicDebts(bench)]
  const [swaps, payments] = [await swapLines(bench), await paymentSystems(bench)]
  const banks = swaps.silent === '' ? [swaps, payments] : [payments, swaps]
  const parts = owesAnything(debts) ? [debts, ...banks] : [...banks, debts]
  const settled = rows.some((row) => row.indicator === 'settlement-own-currencies')
  const silent = `${swaps.silent}${debts.silent === '' ? '' : `${debts.silent}; `}`
  return ledgerDomain(
    bench,
    { ...about, reason: `${silent}${about.reason}` },
    {
      estimates: [...quoted, ...parts.flatMap(({ estimates }) => estimates)],
      sentences: [
        ...quoted.filter((one) => !one.id.includes('.')).map((one) => sentenceOf(one, quoted)),
        ...parts.flatMap(({ sentences }) => sentences),
      ],
      items: [...figureItems(rows), ...parts.flatMap(({ items }) => items)],
      notes: [
        ...(settled
          ? [
              'A share of settlement is what an official said on a day, often "more than": what was counted is seldom told, and no statistic stands behind it.',
            ]
          : []),
        ...parts.flatMap(({ notes }) => notes),
      ],
    },
  )
}

/** Whether one owes the other public debt. Where neither does, what there is between their central banks is said first. */
function owesAnything({ estimates }: TableFindings): boolean {
  return estimates.some((one) => isKnown(one) && one.value !== 0)
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
