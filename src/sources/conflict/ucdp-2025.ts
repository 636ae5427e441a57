import type { Columns } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { acdForm, card as whole } from './ucdp-acd.ts'
import { conflictColumns } from './ucdp-pairs.ts'
import { readConflictYears } from './ucdp-rows.ts'

export const card: SourceCard = {
  id: 'ucdp-2025',
  title: 'UCDP/PRIO Armed Conflict Dataset 26.1: nine conflicts of 2025',
  provider: whole.provider,
  url: whole.url,
  licence: whole.licence,
  citation:
    'Gleditsch, N. P., Wallensteen, P., Eriksson, M., Sollenberg, M. and Strand, H. (2002). Armed Conflict 1946-2001: A New Dataset. Journal of Peace Research 39 (5), 615-637. Davies, S. et al. (2026). Journal of Peace Research. Data: UCDP/PRIO Armed Conflict Dataset, version 26.1 (nine rows of 2025).',
  vintage: '26.1 (nine rows of 2025), accessed via github.com/rguseinov/peacebuilder at 1096e4f (unofficial copy), read 2026-11-29',
  coverage: coverageOf(
    ['armed-conflict'],
    2025,
    2025,
    'pairs with a row; about two fifths of the edition were read, so another pair may have fought too',
  ),
  quirks: [
    'Rows of 2025 only, and not all of them: a pair without a row is unknown.',
    'With the whole edition 26.1 (visavis pull ucdp-acd) these rows are no longer used.',
  ],
}

/** Reads `data/tables/ucdp-2025.csv`, which has the columns of UCDP, as columns of the table `conflicts`. */
export async function readUcdp2025(path: string): Promise<Columns> {
  return conflictColumns(await readConflictYears(path, acdForm), card)
}
