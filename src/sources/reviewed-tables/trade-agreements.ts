import { blocs } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import { type ReviewedRow, readReviewedRows } from '../rows/reviewed-table-rows.ts'
import { citedTextFields, readSpells, type SpellField, stateFault } from '../rows/spell-rows.ts'

export const card: SourceCard = ownTableCard({
  id: 'trade-agreements',
  title: 'Trade agreements and their parties, with dates',
  licence: compiledFacts('who, which agreement, which days', 'official notifications and treaties'),
  vintage: '2026-12-02',
  coverage: coverageOf(
    ['trade-agreements'],
    1958,
    '2026-04-28',
    'all pairs of states; every agreement on goods notified to the WTO, and others that docs/sources/trade-agreements.md lists',
    { absence: 'none in force' },
  ),
  quirks: [
    'An agreement notified to the WTO after April 2026 is missing, but for that of the European Union with Mercosur.',
    'Provisional application counts as entry into force, as the WTO counts it. Where goods and services differ, goods.',
    'Kind `framework` is a treaty that commits to freer trade and grants no preference of its own; `non-reciprocal preferences` bind one side alone. Leave both out to count free trade.',
    'Partial agreements of the Montevideo Treaty of 1980 are taken to end when the two put a later one into force.',
    'Preferences that a state grants by its own law (the Generalised System of Preferences, Everything but Arms, AGOA, CARIBCAN) are no agreement and not here. Agreements that grant most-favoured-nation treatment alone are not here either.',
    'Palestine, the Faroe Islands and other territories are no states of our list; Hong Kong and Macao, which are members of the WTO, are in the table.',
    'Where a customs union makes an agreement, those that join it later are bound from the day they join.',
    'Rows with `checked` = named have a day from general knowledge, held only against order, overlap and the life of the state.',
  ],
})

const kinds: readonly string[] = [
  'customs union',
  'economic integration',
  'framework',
  'free trade area',
  'non-reciprocal preferences',
  'partial scope',
]

/** What a row states: a party; or that between two parties the agreement is suspended, or is not in force. */
const roles: readonly string[] = ['party', 'suspended', 'not in force']

const ends: readonly string[] = [
  'accession',
  'dissolution',
  'end of party',
  'ended',
  'expiry',
  'in force',
  'replaced',
  'suspension',
  'withdrawal',
]

/** Customs territories that are no state of our list but members of the WTO, with agreements of their own. */
const customsTerritories: readonly string[] = ['HKG', 'MAC']

const own = ['agreement', 'name', 'kind', 'role', 'side', 'party', 'other_party', 'ended_by'] as const

const fields = [
  'agreement',
  'name',
  'kind',
  'role',
  'side',
  'party',
  'other_party',
  'start_date',
  'end_date',
  'ended_by',
  ...citedTextFields,
] as const

type Cells = ReviewedRow<(typeof own)[number] | SpellField>['cells']

/** What the earlier rows say of an agreement, and the states that are parties to it by rows of their own. */
interface Agreement {
  readonly name: string | null
  readonly kind: string | null
  readonly sides: boolean
  readonly parties: Set<string>
}

/**
 * Reads the table `trade_agreements` from data/tables. A party is a state, a customs territory, a bloc under its own id (the European Union), or another
 * agreement of the table, whose parties of the day it stands for.
 *
 * @throws BadInput with file and line for an unknown kind, role or end, an agreement of two names, kinds or forms of sides, a party that is none or did not
 *   exist, a party that is an agreement of agreements, a suspension between others than two parties, an end without its cause or a cause without its end, an
 *   invalid date, a missing text, or spells of one party that overlap
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readTradeAgreements(path: string, session: Session): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  const nested = new Map<string, boolean>()
  const ids = new Set(rows.map(({ cells }) => cells.agreement))
  for (const { cells } of rows)
    if (ids.has(cells.party) && cells.party !== cells.agreement) nested.set(cells.agreement ?? '', true)
    else if (!nested.has(cells.agreement ?? '')) nested.set(cells.agreement ?? '', false)
  const known = new Map<string, Agreement>()
  return readSpells(path, session, fields, own, card, {
    ownFault: (cells) => agreementFault(cells, known) ?? roleFault(cells, known) ?? endFault(cells),
    partyFault: (cells) => partyFault(cells, nested),
    keyOf: ({ agreement, role, party, other_party }) => [agreement, role === 'party', party, other_party].join('|'),
  })
}

function agreementFault({ agreement, name, kind, role, side }: Cells, known: Map<string, Agreement>): string | undefined {
  if (agreement === null || name === null) return 'names no agreement'
  if (!kinds.includes(kind ?? '')) return `has the kind "${kind ?? ''}"; kinds are ${kinds.join(', ')}`
  if (side !== null && !/^[1-9]$/.test(side)) return `has the side "${side}", not 1 to 9`
  const earlier = known.get(agreement) ?? { name, kind, sides: side !== null, parties: new Set() }
  known.set(agreement, earlier)
  if (earlier.name !== name) return `has the name "${name}"; ${agreement} is "${earlier.name}" above`
  if (earlier.kind !== kind) return `has the kind "${kind}"; ${agreement} is "${earlier.kind}" above`
  if (role === 'party' && earlier.sides !== (side !== null)) return `has ${side === null ? 'no' : 'a'} side, unlike ${agreement} above`
  return undefined
}

function roleFault({ agreement, role, party, other_party: other }: Cells, known: Map<string, Agreement>): string | undefined {
  if (!roles.includes(role ?? '')) return `has the role "${role ?? ''}"; roles are ${roles.join(', ')}`
  const parties = known.get(agreement!)!.parties
  if (role === 'party') {
    parties.add(party ?? '')
    return other === null ? undefined : `names ${other} beside a party; only a suspension has two`
  }
  const stranger = [party, other].find((one) => !parties.has(one ?? ''))
  if (stranger !== undefined) return `is ${role} for "${stranger ?? ''}", which no row above makes a party of ${agreement}`
  return party! < other! ? undefined : `has its parties in another order than ${other}, ${party}`
}

function endFault({ end_date, ended_by }: Cells): string | undefined {
  if (ended_by !== null && !ends.includes(ended_by)) return `ends by "${ended_by}"; ends are ${ends.join(', ')}`
  if (end_date === null && ended_by !== null) return `ends by ${ended_by} on no day`
  return end_date !== null && ended_by === null ? `ends on ${end_date} and does not say why` : undefined
}

function partyFault(cells: Cells, nested: ReadonlyMap<string, boolean>): string | undefined {
  const { agreement, party } = cells
  if (customsTerritories.includes(party ?? '')) return undefined
  if (party === agreement) return blocs.some(({ id }) => id === party) ? undefined : `has ${party} as its own party, which is no bloc`
  const isNested = nested.get(party ?? '')
  if (isNested === undefined) return stateFault(party, cells)
  return isNested ? `has ${party} as a party, which has agreements as parties itself` : undefined
}
