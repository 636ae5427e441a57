import { expect, test } from 'vitest'
import { reproductions } from '../../src/measures/reproductions/reproductions.ts'
import { lackingIn2011, linksComparisons, linksSentence } from '../../src/scenarios/links-comparison.ts'
import { presets } from '../../src/scenarios/presets-table.ts'
import { runScenario } from '../../src/scenarios/run-scenario.ts'

const union = 'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(' ')

async function run(id: string, model: 'sectors' | 'input-links'): Promise<Map<string, number>> {
  const { scenario } = presets.find((one) => one.id === id)!
  const { uncertain: _, ...rest } = scenario
  const blocs = Object.fromEntries(
    Object.entries(scenario.blocs!).map(([name, members]) => [
      name,
      members.filter((one) => !(lackingIn2011 as readonly string[]).includes(one)),
    ]),
  )
  const { convergence, results, groups } = await runScenario({
    scenario: { ...rest, base: 'wiod-2011', model, blocs },
    membersOf: () => union,
  })
  expect([convergence.converged, convergence.secondStart]).toEqual([true, 'same'])
  return new Map([...results.map((one) => [one.iso3, one.welfare!] as const), ...groups.map((one) => [one.name, one.welfare!] as const)])
}

test.each(Object.entries(linksComparisons))('%s on the tables of 2011: losses without and with input links', async (id, rows) => {
  const [without, linked] = [await run(id, 'sectors'), await run(id, 'input-links')]
  expect(rows.map(({ who }) => [who, Number(without.get(who)!.toFixed(2)), Number(linked.get(who)!.toFixed(2))])).toEqual(
    rows.map(({ who, withoutLinks, withLinks }) => [who, withoutLinks, withLinks]),
  )
  for (const { withoutLinks, withLinks } of rows) expect(withLinks / withoutLinks).toBeGreaterThan(1.9)
})

test('the gap of each preset says what the links alone do', () => {
  for (const id of Object.keys(linksComparisons)) expect(presets.find((one) => one.id === id)!.gap).toContain(linksSentence(id))
})

test('the page of the model shows the same numbers', () => {
  const kept = reproductions.filter(({ id }) => id.startsWith('econpol-input-links-model-')).map(({ ours }) => ours)
  expect(kept).toEqual(Object.values(linksComparisons).flatMap((rows) => rows.map(({ withLinks }) => withLinks)))
})
