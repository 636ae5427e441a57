/**
 * Back-tests the forecasts of events and writes what they leave: `npx tsx scripts/outlook/compile-events.ts`.
 * It takes some minutes.
 *
 * data/outlook/events-backtest.csv      scores by target, horizon and origin
 * data/outlook/events-reliability.csv   points of the reliability diagrams
 * data/outlook/votes-backtest.csv       scores of forecasts of votes, by session
 * data/outlook/event-models.json        fitted models and base rates, from which forecasts are made
 * docs/outlook/events.md                the page
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { currentFrom, readEventRecord } from '../../src/outlook/events/event-record.ts'
import { eventInputs } from '../../src/outlook/events/event-targets.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../../src/store/index.ts'
import { writeEventsPage } from '../docs/events-page.ts'
import { backtestAll, backtestTargets, readBacktestRecord } from './events-backtest.ts'
import { stageRates } from './events-stages.ts'
import { backtestVotes, votesCsv } from './events-votes.ts'

const folder = 'data/outlook'

async function main(): Promise<void> {
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  try {
    mkdirSync(folder, { recursive: true })
    const votes = await backtestVotes(snapshot)
    const stages = await stageRates()
    const { models, results } = backtestAll(await readBacktestRecord(snapshot))
    const inputs = eventInputs(await readEventRecord(snapshot, currentFrom), models)
    writeFileSync(`${folder}/events-backtest.csv`, backtestTargets(results))
    writeFileSync(`${folder}/events-reliability.csv`, reliabilityCsv(results))
    writeFileSync(`${folder}/votes-backtest.csv`, votesCsv(votes))
    writeFileSync(`${folder}/event-models.json`, `${JSON.stringify(models, rounded, 1)}\n`)
    writeEventsPage({ results, votes, stages, models, inputs })
  } finally {
    snapshot.close()
  }
}

function reliabilityCsv(results: ReturnType<typeof backtestAll>['results']): string {
  const rows = results.flatMap(({ target, horizon, score }) =>
    score.parts.groups.map(({ probability, frequency, count }) =>
      [target, horizon, probability.toPrecision(4), frequency.toPrecision(4), Number(count.toFixed(2))].join(','),
    ),
  )
  return `target,horizon,probability,frequency,n\n${rows.join('\n')}\n`
}

/** Six digits are more than the data carry. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}

await main()
