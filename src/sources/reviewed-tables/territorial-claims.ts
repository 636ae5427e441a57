import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import type { ReviewedRow } from '../rows/reviewed-table-rows.ts'
import { citedTextFields, pairFault, readSpells } from '../rows/spell-rows.ts'

export const card: SourceCard = ownTableCard({
  id: 'territorial-claims',
  title: 'Territorial claims between states',
  licence: compiledFacts('who claims what from whom, from when to when'),
  vintage: '2026-12-02',
  coverage: coverageOf(
    ['territorial-claims'],
    1946,
    '2026-12-02',
    'pairs of states of the world; what counts as a claim is on docs/sources/territorial-claims.md',
  ),
  quirks: [
    'A pair without a row is unknown: claims on small stretches and sea boundaries that are merely not agreed are not all in the table.',
    'A claim from before 1946 starts on 1946-01-01, or on the first day of the younger state.',
    'Size is that of what is claimed, in five classes; it says nothing of its value or of who lives there.',
    'A claim without an end is one that was not found withdrawn or settled; many of these are dormant, and the note says so where a text does.',
    'The column `checked` says whether the text was read for the row, searched by a program for the other state, or only named.',
  ],
})

const elements: readonly string[] = ['land', 'river', 'island', 'sea']

/** From the largest to the smallest; `sea` is a boundary, shelf or zone without land. */
const sizes: readonly string[] = ['whole-state', 'province', 'sector', 'islet', 'sea']

const fields = [
  'state_a',
  'state_b',
  'start_date',
  'end_date',
  'claimant',
  'territory',
  'element',
  'size',
  'ended_by',
  ...citedTextFields,
] as const

type Row = ReviewedRow<(typeof fields)[number]>

/**
 * Reads the table `territorial_claims` from data/tables.
 *
 * @throws BadInput with file and line for an unknown element or size, a claim without territory or claimant, an end without what ended it, a state that is
 *   none or did not exist, sides in the wrong order, an invalid date, a missing publisher, title or address, or a claim that stands twice
 *
 * @param path   the CSV; no field holds a line break
 */
export function readTerritorialClaims(path: string, session: Session): Promise<Columns> {
  const own = ['state_a', 'state_b', 'claimant', 'territory', 'element', 'size', 'ended_by'] as const
  return readSpells(path, session, fields, own, card, {
    ownFault: claimFault,
    partyFault: (cells) => pairFault(cells.state_a, cells.state_b, cells.claimant, cells),
    keyOf: ({ state_a, state_b, claimant, territory }) => [state_a, state_b, claimant, territory].join('|'),
  })
}

function claimFault({ claimant, territory, element, size, end_date, ended_by }: Row['cells']): string | undefined {
  if (claimant === null || territory === null) return 'names no claimant or no territory'
  if (!elements.includes(element ?? '')) return `has the element "${element ?? ''}"; elements are ${elements.join(', ')}`
  if (!sizes.includes(size ?? '')) return `has the size "${size ?? ''}"; sizes are ${sizes.join(', ')}`
  return (end_date === null) === (ended_by === null) ? undefined : 'has an end without what ended it, or the other way round'
}
