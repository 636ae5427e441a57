import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { card as whole } from './ucdp-acd.ts'
import { conflictColumns } from './ucdp-pairs.ts'
import { readConflictYears, type UcdpForm } from './ucdp-rows.ts'

export const card: SourceCard = {
  id: 'ucdp-dyadic',
  title: 'UCDP Dyadic Dataset 24.1: pairs of states on opposing sides',
  provider: 'Uppsala Conflict Data Program',
  url: whole.url,
  licence: whole.licence,
  citation:
    'Harbom, L., Melander, E. and Wallensteen, P. (2008). Dyadic Dimensions of Armed Conflict, 1946-2007. Journal of Peace Research 45 (5), 697-710. Davies, S. et al. (2024). Journal of Peace Research. Data: UCDP Dyadic Dataset, version 24.1.',
  vintage: '24.1 (1946 to 2023), read 2026-11-29',
  coverage: coverageOf(
    ['armed-conflict'],
    1946,
    2023,
    'every pair of states; conflicts with 25 or more battle-related deaths in the year',
    { absence: 'zero' },
  ),
  quirks: [
    'The conflicts of ucdp-acd, one row for each pair of opponents: it is read only where the record has no ucdp-acd.',
    'The end of an episode is not stated.',
  ],
}

const form: UcdpForm = {
  what: 'the UCDP Dyadic Dataset 24.1 (CSV, from ucdp.uu.se/downloads)',
  versions: { '24.1': 2023 },
  unit: ['dyad_id'],
  episodes: false,
}

/**
 * Reads the pairs of states on opposing sides of armed conflicts as rows of the table `conflicts`. Where several opponents of one government have the same state
 * on their side in a year, the pair has one row, with the higher intensity.
 *
 * @param path   `Dyadic_v24_1.csv`, plain or gzipped
 */
export async function readUcdpDyadic(path: string): Promise<{ conflicts: Columns }> {
  return { conflicts: conflictColumns(await readConflictYears(path, form), card) }
}
