import { isKnown, type Known } from '../../store/index.ts'
import { sectorGoods } from '../../store/indicators/indicators-technology.ts'
import type { DomainAssessment, Item } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'
import type { LedgerItem } from '../forms/ledger-item.ts'
import { unknown } from '../forms/unknown.ts'
import { counted, formatFigure, inSentence, joinedWords } from '../forms/wording.ts'
import { eventOf, ledgerItems } from '../record/ledger-domain.ts'
import type { BlocInputs } from './bloc-parties.ts'
import { crossPairFigures, crossPairRows, latestItems } from './bloc-rows.ts'
import { crossPairLedgers, type LedgerPair } from './cross-pair-ledgers.ts'

/** A domain assessed only from the members' figures and ledgers that the record happens to hold. */
interface QuotedDomain {
  readonly id: DomainId
  readonly title: string
  readonly kinds: readonly LedgerItem['kind'][]
  readonly on: string
  /** Series ids with their wording in labels. */
  readonly series: Readonly<Record<string, string>>
  readonly lead: { readonly label: string; readonly unit: string }
  readonly wouldFill: string
}

const quotedDomains: readonly QuotedDomain[] = [
  {
    id: 'arms',
    title: 'Arms',
    kinds: ['arms-transfer'],
    on: 'arms',
    series: {
      'arms-deliveries-tiv': 'deliveries of major arms in the year',
      'arms-deliveries-five-years': 'deliveries of major arms in five years',
      'arms-import-share': "share in the other's imports of major arms",
      'arms-export-share': 'share of exports of major arms',
      'support-allocations-military': 'military support allocated',
    },
    lead: { label: 'deliveries of major arms', unit: 'million TIV' },
    wouldFill: "SIPRI's trade register (armstransfers.sipri.org), then visavis add sipri-register FILE.",
  },
  {
    id: 'investment',
    title: 'Investment',
    kinds: ['investment'],
    on: 'investment',
    series: {
      'direct-investment-stock': 'direct investment',
      'large-deals': 'large deals in the year',
      'support-allocations-financial': 'financial support allocated',
      'support-allocations-humanitarian': 'humanitarian support allocated',
    },
    lead: { label: 'direct investment, loans and aid', unit: 'USD' },
    wouldFill: 'The IMF Coordinated Direct Investment Survey (data.imf.org); for China visavis add china-global-investment-tracker.',
  },
  {
    id: 'finance',
    title: 'Finance',
    kinds: ['finance'],
    on: 'finance and settlement',
    series: {
      'settlement-own-currencies': "trade settled in the two states' own currencies",
      'loans-outstanding': 'outstanding loans',
      'treasury-securities-held': 'Treasury securities held',
      'public-debt-official': 'outstanding public loans of official lenders',
      'public-debt-banks': 'outstanding public loans of banks',
    },
    lead: { label: 'settlement, lending and reserves', unit: 'share' },
    wouldFill: 'Currency of settlement from customs and central-bank reports, BIS locational banking statistics, lists of swap lines.',
  },
  {
    id: 'technology',
    title: 'Technology',
    kinds: ['technology'],
    on: 'technology',
    series: {
      'sanctioned-goods-exports': 'goods under EU export sanctions',
      ...Object.fromEntries(sectorGoods.map(({ indicator, name }) => [indicator, name])),
      'electronics-sales': 'electronics by input-output tables',
    },
    lead: { label: 'trade in restricted goods', unit: 'EUR' },
    wouldFill:
      'Trade in controlled goods by HS code (UN Comtrade, Eurostat Comext; for EU members visavis add comext-sanctioned), joint patents and publications.',
  },
  {
    id: 'people',
    title: 'People',
    kinds: [],
    on: 'migrants',
    series: { 'migrant-stock': 'people born on the one side who live on the other' },
    lead: { label: 'migrants', unit: 'persons' },
    wouldFill: 'Migrant stocks of the UN (un.org/development/desa/pd), visa rules of Passport Index of the time.',
  },
  {
    id: 'exercises',
    title: 'Exercises',
    kinds: ['exercise', 'patrol', 'deployment'],
    on: 'exercises, patrols and deployments',
    series: { 'joint-exercises': 'joint exercises listed in the year' },
    lead: { label: 'joint exercises and patrols', unit: 'count' },
    wouldFill:
      'A dated list of joint exercises by pair, such as the Joint Military Exercises data (D’Orazio, to 2010) or the defence ministries’ own announcements.',
  },
]

/** Domains assessed from quoted figures, from files that the user added, and from ledgers of cross pairs. */
export const blocQuoted: Readonly<Record<string, (bloc: BlocInputs) => Promise<DomainAssessment>>> = Object.fromEntries(
  quotedDomains.map((about) => [about.id, (bloc: BlocInputs) => assessQuoted(bloc, about)]),
)

async function assessQuoted(bloc: BlocInputs, about: QuotedDomain): Promise<DomainAssessment> {
  const { to } = bloc.bench.dyad
  const rows = await crossPairRows(bloc, Object.keys(about.series))
  const figures = crossPairFigures(bloc, rows, about.series)
  const told = crossPairLedgers(bloc)
    .map((pair) => ({ pair, items: ledgerItems(pair.bench, about.kinds) }))
    .filter(({ items }) => items.length > 0)
  const across = `${inSentence(bloc.a.name)} and ${inSentence(bloc.b.name)}`
  const reason = `the record holds no figure on ${about.on} of ${across}, nor of any pair across.`
  const blank = unknown(
    { id: about.id, label: about.lead.label, unit: about.lead.unit, period: to },
    figures.length > 0 || rows.length > 0 ? 'figures of single pairs only' : reason,
    about.wouldFill,
  )
  if (rows.length === 0 && told.length === 0)
    return {
      id: about.id,
      title: about.title,
      state: 'unknown',
      summary: `Unknown: ${reason}`,
      estimates: [blank],
      items: [],
      notes: [],
      wouldFill: about.wouldFill,
    }
  const lead = figures.find(isKnown)
  return {
    id: about.id,
    title: about.title,
    state: lead?.state ?? 'observed',
    summary:
      [...figures.slice(0, 4).map(sentenceOf), ...told.map(({ pair, items }) => ledgerSentence(pair, items, about.on))].join(' ') ||
      listedOnly(rows.length),
    estimates: lead === undefined ? [blank] : figures,
    items: [...latestItems(rows), ...told.flatMap(({ pair, items }) => items.map((item) => pairEvent(pair, item)))],
    notes: notesOn(
      figures,
      told.map(({ pair }) => pair.name),
    ),
    wouldFill: about.wouldFill,
  }
}

function listedOnly(rows: number): string {
  return `The record has ${counted(rows, 'figure', 'figures')} of single pairs that do not add up; they stand below.`
}

function sentenceOf(one: Known): string {
  return `${one.label.charAt(0).toUpperCase()}${one.label.slice(1)} (${one.period.replace('/', ' to ')}): ${one.certainty === 'at least' ? 'at least ' : ''}${formatFigure(one.value, one.unit)}.`
}

function ledgerSentence({ name, ledger }: LedgerPair, items: readonly LedgerItem[], on: string): string {
  const [last] = items as readonly [LedgerItem, ...LedgerItem[]]
  return `The ledger of ${name}, ${ledger.from} to ${ledger.to}, has ${counted(items.length, 'item', 'items')} on ${on}; the latest (${last.date}): ${last.sentence}`
}

function pairEvent({ bench }: LedgerPair, item: LedgerItem): Item {
  const { a, b } = bench.dyad
  return { ...eventOf(item), text: `${a.iso3} and ${b.iso3}: ${item.sentence}` }
}

function notesOn(figures: readonly Known[], ledgers: readonly string[]): string[] {
  return [
    ...(figures.some(({ certainty }) => certainty === 'at least')
      ? ['A sum over the pairs that are held is at least: the other pairs are unknown, and most of them are not held at all.']
      : []),
    ...(ledgers.length === 0
      ? []
      : [
          `Items are of single pairs across (${joinedWords(ledgers)}): dated facts that a reviewer chose; + speaks for a closer tie of that pair, − against it. They say nothing of the other members.`,
        ]),
  ]
}
