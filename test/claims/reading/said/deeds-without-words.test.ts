import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { testForecastMembership, testMembership } from '../../../../src/claims/testing/deeds/test-memberships.ts'
import { testVeto } from '../../../../src/claims/testing/deeds/test-vetoes.ts'
import { testVisit } from '../../../../src/claims/testing/deeds/test-visits.ts'
import { testVoteShare } from '../../../../src/claims/testing/deeds/test-vote-shares.ts'
import { testVote } from '../../../../src/claims/testing/deeds/test-votes.ts'
import { ifDeedExplicit } from '../../../../src/claims/testing/explicitness/explicit-deeds.ts'
import { saidSchema } from '../../../../src/operations/schemas/claims/said-schema.ts'
import { record } from '../../deed-claims.ts'

const folders = ['dev4', 'dev9', 'dev13'].map((name) => `test/claims/passages/${name}`)
const testers = [
  ifDeedExplicit('membership', testForecastMembership),
  ifDeedExplicit('membership', testMembership),
  ifDeedExplicit('votes', testVote),
  ifDeedExplicit('votes', testVoteShare),
  ifDeedExplicit('vetoes', testVeto),
  ifDeedExplicit('pair', testVisit),
]

const texts = folders
  .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const { text, date, title = '' } = JSON.parse(readFileSync(file, 'utf8'))
    return { sentences: String(text).split('\n'), date: String(date), title: String(title) }
  })

describe('votes, vetoes, memberships and visits are tested by what was read of them, not by the words', () => {
  test('the same verdicts and reasons with all words blanked', async () => {
    const snapshot = await record()
    const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
    let verdicts = 0
    for (const { sentences, date, title } of texts) {
      const bench = { snapshot, cards, date, today: '2026-11-25', sentences }
      const without = { ...bench, sentences: sentences.map(() => '') }
      for (const claim of readClaims(sentences, date, title).filter(({ checkable }) => checkable)) {
        // through JSON, as `visavis read --json` gives it and `visavis check` takes it
        const blank: Claim = { ...JSON.parse(JSON.stringify(claim)), sentence: '', start: 0, end: 0, rules: [] }
        for (const tester of testers) {
          const finding = await tester(claim, bench)
          expect(await tester(blank, without), claim.sentence).toEqual(finding)
          if (finding !== undefined && finding.verdict !== 'unverifiable') verdicts++
        }
      }
    }
    expect(verdicts).toBeGreaterThan(20)
  })

  test('what is read has the published form', () => {
    const said = texts.flatMap(({ sentences, date, title }) => readClaims(sentences, date, title).flatMap((claim) => claim.said ?? []))
    expect(said.length).toBeGreaterThan(50)
    for (const one of said) expect(saidSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
  })
})
