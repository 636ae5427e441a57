import { readdirSync } from 'node:fs'
import { stageAndLevels } from '../../src/assessments/forms/stage.ts'
import { readLedger } from '../../src/assessments/record/ledger.ts'

/** How often the stage of a pair with a ledger differed from that of the year before. */
export interface StageRates {
  readonly pairs: number
  readonly pairYears: number
  readonly up: number
  readonly down: number
  readonly changes: readonly string[]
}

const order = ['none', 'early', 'moderate', 'advanced']

/** Counts the changes of stage in the ledgers of the package. */
export async function stageRates(): Promise<StageRates> {
  const files = readdirSync('data/ledgers').filter((name) => name.endsWith('.json'))
  const found = { pairs: files.length, pairYears: 0, up: 0, down: 0, changes: [] as string[] }
  for (const file of files) {
    const ledger = readLedger(`data/ledgers/${file}`)
    let before: string | undefined
    for (let year = Number(ledger.from.slice(0, 4)); year < Number(ledger.to.slice(0, 4)); year++) {
      const { complete } = stageAndLevels(ledger, `${year}-12-31`)
      if (before !== undefined && complete !== 'unknown') {
        found.pairYears++
        if (complete !== before) {
          found[order.indexOf(complete) > order.indexOf(before) ? 'up' : 'down']++
          found.changes.push(`${ledger.a}-${ledger.b} ${year}: ${before} to ${complete}`)
        }
      }
      before = complete === 'unknown' ? undefined : complete
    }
  }
  return found
}
