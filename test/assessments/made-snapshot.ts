import { join } from 'node:path'
import type { DomainInputs } from '../../src/assessments/forms/assessment.ts'
import { bundledLedger } from '../../src/assessments/record/ledger.ts'
import { loadSourceCards } from '../../src/sources/index.ts'
import { type Observation, observationColumns } from '../../src/sources/rows/observation.ts'
import { type PartnerEvent, partnerEventColumns } from '../../src/sources/rows/partner-events.ts'
import { stateOf } from '../../src/states/index.ts'
import { openSnapshot, writeSnapshot } from '../../src/store/index.ts'
import { freshRoot } from '../store/fresh-root.ts'

const sourceCards = await loadSourceCards()

/** The input of a domain, over a snapshot with only these rows, without a ledger by default. */
export async function benchOf(
  [a, b]: readonly [string, string],
  to: string,
  rows: readonly Observation[],
  withLedger = false,
  happened: readonly PartnerEvent[] = [],
): Promise<DomainInputs> {
  const root = freshRoot()
  const held = new Set(rows.map((row) => row.source))
  const sources = sourceCards.filter((card) => held.has(card.id))
  const observations = { columns: observationColumns([...rows]) }
  const manifest = await writeSnapshot(
    root,
    { observations, events: { columns: partnerEventColumns(happened) } },
    { sources, created: '2026-06-30', note: 'test' },
  )
  return {
    dyad: { a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 100, seed: 1 },
    snapshot: await openSnapshot(join(root, 'snapshots', manifest.id)),
    cards: new Map(sources.map((card) => [card.id, card])),
    ledger: withLedger ? bundledLedger(a, b) : undefined,
  }
}

/** A row for a calendar year, from one state to another. */
export function yearly(
  one: Pick<Observation, 'indicator' | 'from_id' | 'to_id' | 'value' | 'unit' | 'source'> & { year: number } & Partial<Observation>,
): Observation {
  const { year, ...rest } = one
  return {
    reporter: null,
    start_date: `${year}-01-01`,
    end_date: `${year}-12-31`,
    valuation: null,
    status: 'observed',
    vintage: 'test',
    locator: `x.csv:${year}`,
    ...rest,
  }
}
