import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { talliesBySentence } from '../../../../src/claims/reading/said/votes/vote-tallies.ts'
import { voteByTally } from '../../../../src/claims/testing/deed-words/vote-by-tally.ts'
import { rollCallTable } from '../../../../src/claims/testing/record/roll-call-rows.ts'
import { testClaims } from '../../../../src/claims/testing/test-claims.ts'
import type { Verdict } from '../../../../src/claims/verdict.ts'
import { record } from '../../deed-claims.ts'

const lead = 'The UN General Assembly on Thursday called for a just peace in Ukraine.'
const count = 'There were 141 votes in favour and seven against, and 32 states abstained.'

async function told(sentences: readonly string[], date = '2023-02-24'): Promise<(string | undefined)[]> {
  const table = await rollCallTable(await record())
  return talliesBySentence({ sentences, date }).map((tallies) => voteByTally(tallies, table)?.symbol)
}

async function verdicts(
  sentences: readonly string[],
  of: (claim: Claim) => boolean,
  date = '2023-02-24',
): Promise<(Verdict | undefined)[]> {
  const snapshot = await record()
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const tested = await testClaims(readClaims(sentences, date), { snapshot, date, today: '2026-11-25', cards })
  return tested.filter(({ claim }) => of(claim)).map(({ finding }) => finding?.verdict)
}

describe('the count of a vote says which vote it is', () => {
  test('three numbers, from then on', async () => {
    expect(await told([lead, count, 'Nobody was surprised.'])).toEqual([undefined, 'A/RES/ES-11/6', 'A/RES/ES-11/6'])
  })

  test('until another time is told, at which it was not', async () => {
    expect(await told([lead, count, 'In October 2022 it had been otherwise.'])).toEqual([undefined, 'A/RES/ES-11/6', undefined])
  })

  test('numbers of no vote of the time are none', async () => {
    expect(await told([lead, 'There were 100 votes in favour, 60 against, and 13 states abstained.'])).toEqual([undefined, undefined])
  })

  test('dates and sums of money are no votes', async () => {
    expect(await told([lead, 'On 7 February 2023 they had backed it with 141 million dollars.'])).toEqual([undefined, undefined])
  })
})

describe('then a vote of one state is held against it', () => {
  const byVoter = (claim: Claim): boolean => claim.kind === 'event' && claim.sentence_index === 2
  test.each([
    ['as it was', 'China abstained.', ['supported']],
    ['another position', 'China voted against.', ['contradicted']],
    ['in other words', 'Pakistan sat it out.', ['supported']],
  ])('%s', async (_what, text, expected) => {
    expect(await verdicts([lead, count, text], byVoter)).toEqual(expected)
  })

  test('did the same: as the sentence before says', async () => {
    const sentences = [lead, count, 'Belarus and Mali voted against.', 'India did the same.']
    expect(await verdicts(sentences, ({ sentence_index: at }) => at === 3)).toEqual(['contradicted'])
  })

  test('numbers at the wrong sides are wrong', async () => {
    const swapped = 'There were 141 votes in favour, 32 against and seven abstentions.'
    expect(await verdicts([lead, swapped], ({ kind }) => kind === 'count')).toEqual(['supported', 'contradicted', 'contradicted'])
  })
})
