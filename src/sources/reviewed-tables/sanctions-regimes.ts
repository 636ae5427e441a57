import { badInput } from '../../errors.ts'
import { blocs, existedOn, stateOf } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import type { Coverage, SourceCard } from '../../store/source-card.ts'
import { ownTableCard, publicDomain } from '../cards/source-cards.ts'
import { periodFault, type ReviewedRow, readReviewedRows } from '../rows/reviewed-table-rows.ts'

export const card: SourceCard = ownTableCard({
  id: 'sanctions-regimes',
  title: 'Embargoes and the main sanctions regimes, with dates',
  licence: publicDomain(
    'Facts (who, against whom, which days, which kinds of measure) compiled by the project; each row names the public texts it was checked against.',
  ),
  vintage: '2026-12-02',
  coverage: [
    covered(
      '1946-01-01',
      'the regimes listed in docs/sources/sanctions-regimes.md, of all senders; from when each main sender is followed stands below',
    ),
    covered(
      '1946-01-01',
      'the United States: embargoes, export controls on a whole state and entry bans; designations of single firms are not covered',
    ),
    covered('1966-12-16', 'the UN Security Council'),
    covered('1989-06-27', 'the European Union, most of its regimes; those that only carried out measures of the UN are not covered'),
    covered('2010-01-01', 'China, Japan, South Korea, Canada, Australia and New Zealand: the main measures'),
    covered(
      '2014-03-01',
      'Russia, and the senders of measures on Russia; before that its embargoes on Georgia, Moldova and Yugoslavia alone',
    ),
    covered('2020-12-31', 'the United Kingdom; before that day its measures on Iran, Egypt and Argentina alone'),
  ],
  quirks: [
    'Senders and times that no line of the coverage names are not covered: their rows (closed borders, boycotts and stops of trade between neighbours) are single cases.',
    'A pair without a row is not free of sanctions: whether silence is an estimate of none depends on the sender (docs/sources/sanctions-regimes.md). The United States, the United Kingdom, Switzerland and states that follow the EU have more regimes than are here.',
    'A regime of a bloc stands under the bloc: those of the EU bind its members of the day, those of the UN every member.',
    'A regime has one row for each step: a later row adds measures to those of the rows before it, and rows may overlap.',
    'A suspension ends a row where its day was checked; otherwise the note tells it.',
    'Some regimes against a group in a state stand under the state (UNITA under Angola); the note says so.',
    'Restrictions that the sender denies are marked informal in the note.',
    'Tariffs, the end of aid and expulsions of diplomats are not measures here, and lists of persons without regard to a country are left out.',
    'Where the text read gives only a year or month, the day is that of the instrument named in the note, or the first (start) or last (end) day of it, and the note says so.',
  ],
})

function covered(from: string, whom: string): Coverage {
  return { indicator: 'sanctions-regimes', from, to: '2026-12-02', whom, absence: 'unknown' }
}

/** Kinds of measure that a row may have. `comprehensive`: trade and finance as a whole; `aviation`: flights, airspace, carriers. */
export const sanctionMeasures = [
  'arms',
  'trade',
  'finance',
  'travel',
  'assets',
  'energy',
  'technology',
  'aviation',
  'comprehensive',
] as const

const fields = ['regime', 'name', 'sender', 'target', 'start_date', 'end_date', 'measures', 'citation', 'note'] as const

type Row = ReviewedRow<(typeof fields)[number]>

/** Bodies that impose measures: the blocs, and the OSCE. */
const bodies: ReadonlySet<string> = new Set([...blocs.map((bloc) => bloc.id), 'OSCE'])

/**
 * Reads the table `sanctions` from data/tables.
 *
 * @throws BadInput with file and line for a missing regime, name or citation, an unknown sender or target, a state that did not exist when the measure
 *   began, an invalid day, an end before the start, an unknown or repeated measure, two names of one regime, or the same row twice
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readSanctionsRegimes(path: string, session: Session): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  const names = new Map<string | null, string | null>()
  const seen = new Set<string>()
  for (const row of rows) {
    const problem = fault(row) ?? conflictIn(row, names, seen)
    if (problem !== undefined) throw badInput(`${row.at} ${problem}`)
  }
  const of = (field: (typeof fields)[number]): (string | null)[] => rows.map((row) => row.cells[field])
  return {
    regime: of('regime'),
    name: of('name'),
    sender: of('sender'),
    target: of('target'),
    start_date: of('start_date'),
    end_date: of('end_date'),
    measures: of('measures'),
    source: rows.map(() => card.id),
    vintage: rows.map(() => card.vintage),
    citation: of('citation'),
    note: of('note'),
  }
}

function fault({ cells }: Row): string | undefined {
  const { regime, name, sender, target, start_date, end_date, measures, citation } = cells
  if (regime === null || name === null) return 'names no regime'
  return (
    senderFault(sender) ??
    periodFault(start_date, end_date) ??
    stateFault('target', target, start_date ?? '') ??
    (sender !== null && bodies.has(sender) ? undefined : stateFault('sender', sender, start_date ?? '')) ??
    (sender === target ? `has ${sender} against itself` : undefined) ??
    measuresFault(measures ?? '') ??
    (citation === null ? 'has no citation' : undefined)
  )
}

function senderFault(sender: string | null): string | undefined {
  if (sender !== null && (bodies.has(sender) || stateOf(sender) !== undefined)) return undefined
  return `names the sender "${sender ?? ''}", which is neither a state nor a body that imposes sanctions`
}

function stateFault(role: string, iso3: string | null, day: string): string | undefined {
  const state = stateOf(iso3 ?? '')
  if (state === undefined) return `names the ${role} "${iso3 ?? ''}", which is no state`
  return existedOn(state, day) ? undefined : `names the ${role} ${iso3}, which did not exist on ${day}`
}

function measuresFault(text: string): string | undefined {
  const given = text.split(',')
  const odd = given.find((measure) => !(sanctionMeasures as readonly string[]).includes(measure))
  if (odd !== undefined) return `has the measure "${odd}"; measures are ${sanctionMeasures.join(', ')}`
  return new Set(given).size < given.length ? `repeats a measure in "${text}"` : undefined
}

function conflictIn({ cells }: Row, names: Map<string | null, string | null>, seen: Set<string>): string | undefined {
  const { regime, name, sender, target, start_date, measures } = cells
  const earlier = names.get(regime)
  if (earlier !== undefined && earlier !== name) return `calls ${regime} "${name}", an earlier row "${earlier}"`
  names.set(regime, name)
  const key = [regime, sender, target, start_date, measures].join('|')
  if (seen.has(key)) return `says again what an earlier row of ${regime} says of ${sender} and ${target}`
  seen.add(key)
  return undefined
}
