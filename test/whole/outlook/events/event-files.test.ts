import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BlocFacts } from '../../../../src/outlook/events/bloc-facts.ts'
import { backtestEvents } from '../../../../src/outlook/events/event-backtest.ts'
import { EventFacts } from '../../../../src/outlook/events/event-facts.ts'
import { eventKinds, storedEventModels } from '../../../../src/outlook/events/event-models.ts'
import { eventHorizons } from '../../../../src/outlook/events/event-panel.ts'
import { readEventRecord } from '../../../../src/outlook/events/event-record.ts'
import { scoreOfEvents } from '../../../../src/outlook/events/event-skill.ts'
import { SanctionsFacts } from '../../../../src/outlook/events/sanctions-facts.ts'
import { sanctionsPanel } from '../../../../src/outlook/events/sanctions-panel.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../../../../src/store/index.ts'

const [header, ...lines] = readFileSync('data/outlook/events-backtest.csv', 'utf8').trim().split('\n')
const names = header!.split(',')
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])))

it('the scores in the package are those that the record gives (npx tsx scripts/outlook/compile-events.ts writes them again)', async () => {
  const snapshot = await openSnapshot((await findSnapshot({ snapshot: bundledRecord() })).directory)
  const record = await readEventRecord(snapshot, 1961)
  snapshot.close()
  const [facts, sanctions, held] = [new EventFacts(record), new SanctionsFacts(record), new BlocFacts(record)]
  const panel = sanctionsPanel({ facts, sanctions, held }, 1980, 2025)
  const { forecasts, rates } = backtestEvents(panel, { from: 1990, to: 2025, horizon: 1 })
  const score = scoreOfEvents(forecasts, 1)
  const stored = rows.find(({ target, horizon, origin }) => target === 'sanctions-onset' && horizon === '1' && origin === 'all')!
  expect(Number(stored['n'])).toBe(score.n)
  expect(Number(stored['events'])).toBe(score.events)
  expect(Number(stored['logscore'])).toBeCloseTo(score.logScore, 6)
  expect(Number(stored['skill'])).toBeCloseTo(score.skill!.value, 4)
  const model = storedEventModels().kinds['sanctions-onset'][1]!
  expect(model.rates['USA']).toBeCloseTo(rates.get(panel.groups.indexOf('USA'))!, 6)
})

it('a model is used only where its skill was shown', () => {
  const { kinds } = storedEventModels()
  for (const kind of eventKinds) {
    expect(Object.keys(kinds[kind]).map(Number)).toEqual([...eventHorizons])
    for (const { model, skill, tried } of Object.values(kinds[kind])) {
      expect(model === null).toBe(skill === null)
      if (model !== null) expect(Math.min(skill!.low90, tried!.low90)).toBeGreaterThan(0)
    }
  }
})

it('the Brier score of every row is reliability less resolution plus uncertainty, as near as classes of probabilities allow', () => {
  for (const row of rows.filter(({ origin }) => origin === 'all')) {
    const of = (name: string): number => Number(row[name])
    const whole = of('reliability') - of('resolution') + of('uncertainty')
    expect(Math.abs(whole - of('brier')) / of('brier'), `${row['target']} ${row['horizon']}`).toBeLessThan(0.02)
  }
})
