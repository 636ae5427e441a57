import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import type { ReviewedRow } from '../rows/reviewed-table-rows.ts'
import { citedTextFields, readSpells, stateFault } from '../rows/spell-rows.ts'

export const card: SourceCard = ownTableCard({
  id: 'institution-memberships',
  title: 'Members of common institutions, with dates',
  licence: compiledFacts('who, which institution, which days'),
  vintage: '2026-12-02',
  coverage: coverageOf(
    ['institution-memberships'],
    1946,
    '2026-12-02',
    'members of the institutions that docs/sources/institution-memberships.md lists; the blocs of `bloc-memberships` are not repeated',
    { absence: 'none in force' },
  ),
  quirks: [
    'Only the institutions of the list; another common institution of a pair does not show. The European Union, NATO and other blocs are in `bloc-memberships`.',
    'A state is counted from its independence, also where it took part before.',
    'Where only a year or a month is public, the note says so.',
    'Wide bodies such as the Commonwealth or the Organisation of Islamic Cooperation say that two states meet there, not that they are close; they have no part in the standing of a pair. Where only the year of a member is public, the row begins on the first day of it.',
    'The signatories of the Artemis Accords are complete to 20 April 2026; after it some are missing. Export control regimes are dated to the day only from 2001 on, and to the year where no day is public.',
    'The text that a row names is the list of members of the institution or its treaty; the days were written from general knowledge and checked for order, overlap and the life of the state.',
  ],
})

const kinds: readonly string[] = [
  'alliance',
  'economic organisation',
  'economic union',
  'export control',
  'free movement',
  'free trade',
  'intelligence',
  'interregional organisation',
  'payments',
  'regional organisation',
  'security forum',
  'security partnership',
  'space',
]

const roles: readonly string[] = ['member', 'suspended']

const fields = ['institution', 'state', 'role', 'start_date', 'end_date', 'kind', ...citedTextFields] as const

type Row = ReviewedRow<(typeof fields)[number]>

/**
 * Reads the table `institution_memberships` from data/tables.
 *
 * @throws BadInput with file and line for an unknown kind or role, an institution of two kinds, a state that is none or did not exist, an invalid date, an
 *   end before the start, a missing publisher, title or address, or spells of one state in one institution that overlap
 *
 * @param path   the CSV; no field holds a line break
 */
export function readInstitutionMemberships(path: string, session: Session): Promise<Columns> {
  const kindOf = new Map<string, string | null>()
  return readSpells(path, session, fields, ['institution', 'state', 'role', 'kind'], card, {
    ownFault: (cells) => memberFault(cells, kindOf),
    partyFault: (cells) => stateFault(cells.state, cells),
    keyOf: ({ institution, state }) => `${institution}|${state}`,
  })
}

function memberFault({ institution, role, kind }: Row['cells'], kindOf: Map<string, string | null>): string | undefined {
  if (institution === null) return 'names no institution'
  if (!roles.includes(role ?? '')) return `has the role "${role ?? ''}"; roles are ${roles.join(', ')}`
  if (!kinds.includes(kind ?? '')) return `has the kind "${kind ?? ''}"; kinds are ${kinds.join(', ')}`
  const earlier = kindOf.get(institution) ?? kind
  kindOf.set(institution, earlier)
  return earlier === kind ? undefined : `has the kind "${kind}"; ${institution} is "${earlier}" above`
}
