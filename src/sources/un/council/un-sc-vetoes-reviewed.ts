import { basename } from 'node:path'
import { badInput } from '../../../errors.ts'
import { stateOf } from '../../../states/index.ts'
import type { Columns, Session } from '../../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../../cards/source-cards.ts'
import { periodFault, type ReviewedRow, readReviewedRows, referenceFault } from '../../rows/reviewed-table-rows.ts'
import { vetoColumns } from './un-sc-vetoes.ts'

/** Card of the reviewed table of vetoes since the last one in the UN's list. Texts, gaps and checks: docs/sources/security-council-vetoes.md. */
export const card: SourceCard = ownTableCard({
  id: 'security-council-vetoes',
  title: 'Vetoes in the UN Security Council since May 2022',
  licence: compiledFacts('who, on what, which day'),
  vintage: '2026-11-28',
  coverage: coverageOf(['un-sc-vetoes'], '2022-05-27', 2025, 'the five permanent members', {
    states: ['CHN', 'FRA', 'GBR', 'RUS', 'USA'],
    absence: 'zero',
  }),
  quirks: [
    'Held to be complete to the end of 2025 by the yearly numbers of the UN; nothing is known from it after that day.',
    'Vetoed amendments are among the vetoes, as in the list of the UN; drafts that found fewer than nine votes are not.',
    'The subject is put in our own words, not in those of the agenda of the Council.',
    'Of the two amendments of 24 February 2025 the second has the symbol of the meeting record in place of its own.',
  ],
})

const fields = [
  'date',
  'symbol',
  'record',
  'subject',
  'concerned',
  'vetoed_by',
  'in_favour',
  'against',
  'abstained',
  'publisher',
  'title',
  'address',
  'published',
] as const

type Row = ReviewedRow<(typeof fields)[number]>

const permanent: ReadonlySet<string> = new Set(card.coverage[0]!.states)

/**
 * Reads the table `vetoes` from data/tables. The locator of a row states the votes, and the text that reports them.
 *
 * @throws BadInput with file and line for a missing day, symbol, record or subject, an unknown state, a veto of a state that is not a permanent member,
 *   votes that do not add up to fifteen, fewer than nine votes in favour, a missing text, the same draft twice, or a row out of order
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readSecurityCouncilVetoes(path: string, session: Session): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  if (rows.length === 0) throw badInput(`${basename(path)} has no row under its header`)
  const seen = new Set<string>()
  for (const row of rows) {
    const symbol = row.cells.symbol ?? ''
    const problem =
      draftFault(row) ??
      votesFault(row) ??
      referenceFault(row.cells, isPublished) ??
      (seen.has(symbol) ? `tells ${symbol} a second time` : undefined)
    if (problem !== undefined) throw badInput(`${row.at} ${problem}`)
    seen.add(symbol)
  }
  const drafts = rows.map(({ at, cells }) => ({
    symbol: cells.symbol!,
    record: cells.record!,
    first: cells.date!,
    last: cells.date!,
    topic: cells.subject!,
    states: codesIn(cells.vetoed_by),
    locator: `${at}, ${votesText(cells)}; ${cells.publisher}, ${cells.title}, ${cells.published}, ${cells.address}`,
  }))
  return vetoColumns(drafts, card)
}

const codesIn = (text: string | null): string[] => (text ?? '').split(',').filter((part) => part !== '')

function votesText({ in_favour, against, abstained }: Row['cells']): string {
  const told = [
    `${in_favour} in favour`,
    against === null ? null : `${against} against`,
    abstained === null ? null : `${abstained} abstained`,
  ]
  return told.filter((part) => part !== null).join(', ')
}

function draftFault({ cells: { date, symbol, record, subject, concerned, vetoed_by } }: Row): string | undefined {
  const [window] = card.coverage
  const dayFault = periodFault(date, date)
  if (dayFault !== undefined) return dayFault
  if (date! < window!.from || date! > window!.to) return `is of ${date}, outside ${window!.from} to ${window!.to}`
  if (!/^S\/PV\.\d+$/.test(record ?? '')) return `has the meeting record "${record ?? ''}"`
  if (symbol !== record && symbol?.startsWith(`S/${date!.slice(0, 4)}/`) !== true) return `has the symbol "${symbol ?? ''}"`
  if (subject === null) return 'has no subject'
  const stranger = codesIn(concerned).find((id) => stateOf(id) === undefined && id !== 'PSE')
  if (stranger !== undefined) return `concerns "${stranger}", which is no state`
  const by = codesIn(vetoed_by)
  const one = by.length > 0 && by.every((id, i) => permanent.has(id) && (i === 0 || by[i - 1]! < id))
  return one ? undefined : `has "${vetoed_by ?? ''}" as who cast the veto, not permanent members by the alphabet`
}

/**
 * Returns the fault of the votes; undefined if there is none. The Council has fifteen members, and a draft that a veto stops has at least nine votes in favour.
 */
function votesFault({ cells: { in_favour, against, abstained, vetoed_by } }: Row): string | undefined {
  const odd = [in_favour, against, abstained].find((votes) => votes !== null && !/^\d+$/.test(votes))
  if (odd !== undefined || in_favour === null) return `has "${odd ?? ''}" as a number of votes`
  if (Number(in_favour) < 9) return `has ${in_favour} votes in favour: it failed without a veto`
  if (against !== null && Number(against) < codesIn(vetoed_by).length) return `has ${against} against, fewer than cast a veto`
  const all = Number(in_favour) + Number(against) + Number(abstained)
  return against !== null && abstained !== null && all !== 15 ? `has ${all} votes, the Council 15 members` : undefined
}

const isPublished = (published: string | null): boolean => /^20\d\d(?:-\d\d(?:-\d\d)?)?$/.test(published ?? '')
