import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { routeFindings } from '../../src/evasion/index.ts'
import { bundledRecord } from '../../src/store/find-snapshot.ts'
import { openSnapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'

test('what assessments and claims use is what visavis routes answers now (else: npx tsx scripts/record/compile-route-findings.ts)', async () => {
  const snapshot = await openSnapshot(bundledRecord())
  const stored = JSON.parse(readFileSync(packageFile('data/routes/findings.json'), 'utf8')) as unknown
  expect(await routeFindings(snapshot)).toEqual(stored)
  snapshot.close()
})
