import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import type { ReviewedRow } from '../rows/reviewed-table-rows.ts'
import { citedTextFields, formFault, pairFault, readSpells } from '../rows/spell-rows.ts'

export const card: SourceCard = ownTableCard({
  id: 'interstate-relations',
  title: 'War, peace, missing relations and closed borders between states',
  licence: compiledFacts('who, what, from when to when'),
  vintage: '2026-12-02',
  coverage: coverageOf(
    ['interstate-relations'],
    1946,
    '2026-12-02',
    'pairs of states of the world; the kinds and what is left out are listed in docs/sources/interstate-relations.md',
  ),
  quirks: [
    'A pair without a row is unknown, not at peace and not without a quarrel: the table is not complete.',
    'A spell runs from its first to its last day in force; a date is as fine as the text tells it: a year, a month or a day.',
    'The column `checked` says whether the text was read for the row, searched by a program for the other state and the year, or only named.',
    'Fighting counts whatever its size: `form` says whether it was a war, fighting of days or more, or a single clash; battle deaths are in the data of UCDP.',
    'Russia to the end of 1991 is the Soviet Union; Germany to 1990 is the Federal Republic; Vietnam to 1976 is the North.',
    'Absence of an embassy alone is no row: many pairs have relations without one.',
    'Fighting whose note says "last fighting known" ended on that date as far as the texts read tell; no text says that it ended.',
    'Closed borders and airspace are covered for the pairs that docs/sources/interstate-relations.md lists; embargoes and bans of goods are in the sanctions regimes.',
  ],
})

/** The kinds of spells, each with its forms. */
const forms: Readonly<Record<string, readonly string[]>> = {
  hostilities: ['war', 'fighting', 'clash'],
  'state-of-war': ['declared', 'asserted'],
  armistice: ['armistice', 'ceasefire'],
  peace: ['treaty', 'agreement', 'declaration', 'initialled'],
  'no-relations': ['never', 'broken', 'suspended', 'moved'],
  'lower-relations': ['no ambassador', 'embassy closed', 'lower level'],
  'non-recognition': ['statehood'],
  enmity: ['declared'],
  'closed-border': ['closed', 'closed in part'],
  'closed-airspace': ['airspace', 'flights'],
  designation: ['sponsor of terrorism', 'unfriendly state'],
  'not-applied': ['suspended', 'refused'],
}

const fields = ['kind', 'state_a', 'state_b', 'start_date', 'end_date', 'actor', 'form', 'name', 'ended_by', ...citedTextFields] as const

type Row = ReviewedRow<(typeof fields)[number]>

/** Kinds of which a pair may have several at a time: two wars at once under two names, an old treaty beside a new one. */
const named: readonly string[] = ['hostilities', 'armistice', 'peace', 'designation', 'not-applied']

/** Kinds in which each side has spells of its own. */
const ofOneSide: readonly string[] = ['lower-relations', 'non-recognition', 'enmity', 'closed-border', 'closed-airspace', 'designation']

/**
 * Reads the table `interstate_relations` from data/tables.
 *
 * @throws BadInput with file and line for an unknown kind or form, a state that is none or did not exist, a state with itself, sides in the wrong order, an
 *   invalid date, an end before the start, a missing publisher, title or address, or a spell that overlaps another of its kind
 *
 * @param path   the CSV; no field holds a line break
 */
export function readInterstateRelations(path: string, session: Session): Promise<Columns> {
  return readSpells(path, session, fields, ['kind', 'state_a', 'state_b', 'actor', 'form', 'name', 'ended_by'], card, {
    ownFault: (cells) => formFault(forms, cells.kind, cells.form) ?? needFault(cells),
    partyFault: (cells) => pairFault(cells.state_a, cells.state_b, cells.actor, cells),
    keyOf,
  })
}

/** Kinds that say nothing without the state that acts, or without the treaty or body that is not applied. */
function needFault({ kind, actor, name }: Row['cells']): string | undefined {
  if (actor === null && (kind === 'closed-border' || kind === 'closed-airspace' || kind === 'designation')) return 'names no actor'
  return kind === 'not-applied' && name === null ? 'names no treaty or body' : undefined
}

function keyOf({ kind, state_a, state_b, actor, name }: Row['cells']): string {
  return [kind, state_a, state_b, named.includes(kind!) ? name : '', ofOneSide.includes(kind!) ? actor : ''].join('|')
}
