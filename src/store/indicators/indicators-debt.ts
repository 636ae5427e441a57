import type { Indicator } from './indicator.ts'

const limits =
  'Public and publicly guaranteed long-term debt as the debtor reports it: debts of firms without a guarantee, short-term debt and holders of bonds are not in it. Never all that one state owes another.'

type Entry = readonly [id: string, title: string, definition: string, belowZero?: true]

const entries: readonly Entry[] = [
  [
    'public-debt-official',
    'Public debt to official bilateral lenders',
    'Public and publicly guaranteed long-term debt at the end of a year to the government of the creditor, its central bank and its public lenders; from = creditor (WLD: all states), to = debtor.',
    true,
  ],
  [
    'public-debt-banks',
    'Public debt to commercial banks',
    'Public and publicly guaranteed long-term debt at the end of a year to banks of the creditor; from = creditor (WLD: all), to = debtor.',
  ],
  [
    'public-debt-other-private',
    'Public debt to other private lenders',
    'Public and publicly guaranteed long-term debt at the end of a year to manufacturers, exporters and others of the creditor, without banks and bonds; from = creditor (WLD: all), to = debtor.',
  ],
  [
    'public-debt-multilateral',
    'Public debt to international organisations',
    'Public and publicly guaranteed long-term debt at the end of a year to the World Bank, regional banks and other organisations of states; from = WLD, to = debtor.',
  ],
  [
    'public-debt-bonds',
    'Public debt in bonds',
    'Public and publicly guaranteed long-term debt at the end of a year in bonds, whose holders are not known; from = WLD, to = debtor.',
  ],
  [
    'public-debt-unlisted',
    'Public debt whose creditor is not listed',
    'What the totals of official, bank and other private creditors have beyond the creditors that the source lists; from = WLD, to = debtor.',
  ],
]

/** Indicators of what a state owes, by creditor. */
export const debtIndicators: readonly Indicator[] = entries.map(([id, title, definition, belowZero]) => ({
  id,
  title,
  unit: 'USD',
  relation: 'directed',
  domain: 'finance',
  higher: 'the debtor owes more',
  definition,
  limits,
  ...(belowZero === undefined ? {} : { belowZero }),
}))
