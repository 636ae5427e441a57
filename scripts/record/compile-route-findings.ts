/**
 * `npx tsx scripts/record/compile-route-findings.ts`: what `visavis routes` answers from the bundled data, in short, for assessments and claims, which must not wait for
 * it. Run it whenever the record, the bundled panel or the method changes; test/evasion/route-findings.test.ts fails until then.
 */
import { writeFileSync } from 'node:fs'
import { routeFindings } from '../../src/evasion/index.ts'
import { bundledRecord } from '../../src/store/find-snapshot.ts'
import { openSnapshot } from '../../src/store/index.ts'
import { packageFile } from '../../src/store/package-files.ts'

const snapshot = await openSnapshot(bundledRecord())
const found = await routeFindings(snapshot)
snapshot.close()
writeFileSync(packageFile('data/routes/findings.json'), `${JSON.stringify(found, null, 1)}\n`)
for (const { target, list, hubs } of found.findings)
  console.log(target, list, hubs.map(({ iso3, verdict }) => `${iso3} ${verdict}`).join(', '))
