import { expect, test } from 'vitest'
import { bundledLedger, ledgerPairs } from '../../../../../src/assessments/record/ledger.ts'
import { readClaims } from '../../../../../src/claims/reading/document-claims.ts'
import { deedTesters } from '../../../../../src/claims/testing/deeds/deed-testers.ts'
import { daysOf } from '../../../../../src/claims/text/calendar.ts'
import { shiftDay } from '../../../../../src/claims/text/days-of-text.ts'
import type { Finding } from '../../../../../src/claims/verdict.ts'
import { found } from '../../../../claims/deed-claims.ts'

// every sentence of the ledgers is true by its sources: read as texts of two months later, none may be contradicted
test('no sentence of a ledger is contradicted: what is said of votes, treaties, members and sanctions in some 620 of them', async () => {
  const wrong: string[] = []
  const verdicts = new Map<Finding['verdict'], number>()
  for (const { date, sentence } of ledgerPairs.flatMap(([a, b]) => bundledLedger(a, b)?.items ?? [])) {
    const day = shiftDay(daysOf({ at: date }).to, 60)
    for (const claim of readClaims([sentence], day).filter(({ checkable }) => checkable)) {
      const finding = await first(claim, day)
      if (finding === undefined) continue
      verdicts.set(finding.verdict, (verdicts.get(finding.verdict) ?? 0) + 1)
      if (finding.verdict === 'contradicted') wrong.push(`${sentence}: ${finding.why}`)
    }
  }
  expect(wrong).toEqual([])
  expect(verdicts.get('supported')).toBeGreaterThan(100)
}, 120_000)

async function first(claim: ReturnType<typeof readClaims>[number], date: string): Promise<Finding | undefined> {
  for (const tester of deedTesters) {
    const finding = await found(tester, claim, { date })
    if (finding !== undefined) return finding
  }
  return undefined
}
