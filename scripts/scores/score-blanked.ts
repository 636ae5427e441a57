import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../../src/claims/claim.ts'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import { openSnapshot } from '../../src/store/index.ts'

/**
 * How much testing still hangs on the words: reads each text, tests its claims, and tests them again with all words
 * blanked, so that only slots and what was said are left. `score-blanked RECORD FOLDER... [--show] [--topic veto]`.
 */
interface Passage {
  readonly date?: string
  readonly published?: string
  readonly title?: string
  readonly text: string
}

const show = process.argv.includes('--show')
const only = process.argv.includes('--topic') ? process.argv[process.argv.indexOf('--topic') + 1] : undefined
const [record, ...folders] = process.argv.slice(2).filter((word) => !word.startsWith('--') && word !== only)
const snapshot = await openSnapshot(record!)
const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
const sums = { claims: 0, verdicts: 0, kept: 0, gained: 0, otherWords: 0 }
const byTopic = new Map<string, { all: number; same: number }>()

const blank = (claim: Claim): Claim => ({ ...claim, sentence: '', start: 0, end: 0 })

for (const folder of folders)
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const { text, title = '', ...passage }: Passage = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const date = passage.date ?? passage.published ?? '2024-06-30'
    const sentences = text.split('\n')
    const bench = { snapshot, cards, date, today: '2026-11-25' }
    const claims = readClaims(sentences, date, title)
    const read = await testClaims(claims, bench)
    const blanked = await testClaims(claims.map(blank), bench)
    for (const [i, { claim, finding }] of read.entries()) {
      const topic = claim.measured?.topic ?? 'none'
      if (finding === null || (only !== undefined && !topic.includes(only))) continue
      const other = blanked[i]!.finding
      sums.claims++
      const isSame = other?.verdict === finding.verdict
      if (finding.verdict !== 'unverifiable') {
        const seen = byTopic.get(topic) ?? { all: 0, same: 0 }
        byTopic.set(topic, { all: seen.all + 1, same: seen.same + Number(isSame) })
        sums.verdicts++
        sums.kept += Number(isSame)
      } else if (!isSame) sums.gained++
      if (isSame && other?.why !== finding.why) sums.otherWords++
      if (show && (!isSame || other?.why !== finding.why)) {
        console.log(`${file}:${claim.sentence_index + 1} [${topic}] ${claim.sentence}`)
        console.log(`    with words: ${finding.verdict}: ${finding.why}\n    blanked: ${other?.verdict}: ${other?.why}`)
      }
    }
  }
for (const [topic, { all, same }] of [...byTopic].sort(([, a], [, b]) => b.all - b.same - (a.all - a.same)))
  if (same < all) console.log(`${topic}: ${same} of ${all}`)
console.log(
  `${sums.kept} of ${sums.verdicts} verdicts stay without words; ${sums.gained} new answers; ${sums.otherWords} with other reasons; ` +
    `${sums.claims} checkable claims`,
)
