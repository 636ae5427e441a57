import type { Columns } from '../../store/session.ts'
import { coverageOf, creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { conflictColumns } from './ucdp-pairs.ts'
import { readConflictYears, type UcdpForm } from './ucdp-rows.ts'

export const card: SourceCard = {
  id: 'ucdp-acd',
  title: 'UCDP/PRIO Armed Conflict Dataset 25.1: pairs of states on opposing sides',
  provider: 'Uppsala Conflict Data Program and Peace Research Institute Oslo',
  url: 'https://ucdp.uu.se/downloads/',
  licence: creativeCommonsAttribution('Share and adapt with attribution to UCDP and PRIO and the version.'),
  citation:
    'Gleditsch, N. P., Wallensteen, P., Eriksson, M., Sollenberg, M. and Strand, H. (2002). Armed Conflict 1946-2001: A New Dataset. Journal of Peace Research 39 (5), 615-637. Davies, S., Pettersson, T., Sollenberg, M. and Öberg, M. (2025). Journal of Peace Research. Data: UCDP/PRIO Armed Conflict Dataset, version 25.1.',
  vintage:
    '25.1 (1946 to 2024), accessed via github.com/Jenssah86/bit_academy_analytics_project at 151731d (unofficial copy), read 2026-11-29',
  coverage: coverageOf(
    ['armed-conflict'],
    1946,
    2024,
    'every pair of states; conflicts with 25 or more battle-related deaths in the year',
    { absence: 'zero' },
  ),
  quirks: [
    'Conflicts with 25 or more battle-related deaths in a calendar year: clashes below that are not in the list.',
    'Deaths are those of the whole conflict; in a coalition a pair does not say that each state fought each of the other side.',
    'In an internal conflict only the government and states that took part on the side of its opponents are a pair (Georgia and Russia in 2008).',
    'A conflict with an armed group on the territory of another state is not a conflict with that state.',
    'From 2015 the authorities in Sanaa (Ansarallah) count as the government of Yemen.',
    'Yugoslavia and Serbia, and North Yemen and Yemen, are one party each in the data; here the former states keep their own rows.',
  ],
}

/** The form of the data set; other versions have other rules for what a row is. */
export const acdForm: UcdpForm = {
  what: 'the UCDP/PRIO Armed Conflict Dataset 25.1 or 26.1 (CSV, from ucdp.uu.se/downloads)',
  versions: { '25.1': 2024, '26.1': 2025 },
  unit: ['conflict_id'],
  episodes: true,
}

/**
 * Reads the pairs of states on opposing sides of armed conflicts as rows of the table `conflicts`.
 *
 * @param path   `UcdpPrioConflict_v25_1.csv` as UCDP serves it, or a copy that a spreadsheet saved with semicolons; plain or gzipped
 */
export async function readUcdpAcd(path: string): Promise<{ conflicts: Columns }> {
  return { conflicts: conflictColumns(await readConflictYears(path, acdForm), card) }
}
