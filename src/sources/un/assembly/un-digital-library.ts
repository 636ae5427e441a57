import type { Columns } from '../../../store/session.ts'
import { closedLicence, coverageOf, type SourceCard } from '../../cards/source-cards.ts'
import type { ReportQuirk } from '../../reader/reader.ts'
import { gatherVotes } from './un-digital-library-votes.ts'
import { votesTables } from './un-ga-packing.ts'

/** Card of the UN's own record of votes by member. Quirks and how they are handled: docs/sources/un-digital-library.md. */
export const card: SourceCard = {
  id: 'un-digital-library',
  title: 'General Assembly resolutions: voting data of the UN Digital Library',
  provider: 'United Nations, Dag Hammarskjöld Library',
  url: 'https://digitallibrary.un.org/record/4060887',
  licence: closedLicence(
    'UN terms',
    'https://www.un.org/en/about-us/terms-of-use',
    'For your own use, with acknowledgement of the United Nations as the source; the site answers scripts with a challenge, so that you fetch the file yourself.',
  ),
  citation:
    'United Nations, Dag Hammarskjöld Library. Voting data: General Assembly resolutions. UN Digital Library, record 4060887. New York.',
  vintage: 'as of the file that you bring',
  coverage: [
    ...coverageOf(['un-votes'], 1946, '2026-02-06', 'all UN members that voted'),
    ...coverageOf(['un-votes-issues'], 1946, '2026-02-06', 'six issues, by our own rule'),
  ],
  quirks: [
    'Resolutions adopted by a recorded vote: no failed drafts, and no votes on paragraphs or amendments.',
    'A non-voting member (X, NV or blank) has no position: absence and not voting are not told apart.',
    'It tells the same votes as un-votes and un-resolutions: each vote stands once, as the file that was added last tells it.',
    'Issue tags are our own, by the words of title and agenda item; whether the US listed a vote as important is not in this source.',
    'Read by the header that its files of 2025 and 2026 have; no file of it was at hand to hold the counts against.',
  ],
}

/**
 * Reads the votes of the library's CSV (one row per resolution and member) as the tables `roll_calls` and `voters`, by date.
 *
 * @throws BadInput with file and line: a missing column, a broken row, an unknown vote, a member that is not a state, rows of one record that differ
 */
export async function readDigitalLibrary(path: string, reportQuirk?: ReportQuirk): Promise<{ roll_calls: Columns; voters: Columns }> {
  const { rollCalls } = await gatherVotes(path)
  return votesTables(rollCalls, card, reportQuirk)
}
