import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type PpmlFit, ppml, type RowGroups } from '../../../src/measures/index.ts'
import { reproductions } from '../../../src/measures/reproductions/reproductions.ts'
import { euModel, guideModels, type PublishedModel, penppmlModel } from '../../reference/gravity-panels.ts'
import { expectKept } from '../../reference/kept-comparison.ts'
import { havePublished } from '../../reference/unvotes.ts'

const folder = fileURLToPath(new URL('../../../../shared/reference/gravity-ppml', import.meta.url))

/** Rows of a reference file, as records. */
function records(file: string): Record<string, string>[] {
  const [header, ...rows] = readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n')
  const names = header!.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i]!, cell])))
}

const estimate = ({ panel, clusters }: PublishedModel, factor?: 'fixest' | 'none'): PpmlFit => ppml(panel, { clusters, factor })
const termOf = ({ terms }: PpmlFit, name: string) => terms.find((one) => one.name === name)!
/** Relative difference, or absolute for numbers below 1. */
const apart = (ours: number | null, theirs: string | number): number =>
  Math.abs(ours! - Number(theirs)) / Math.max(1, Math.abs(Number(theirs)))

describe.skipIf(!havePublished)('gravity by PPML beside fixest (needs ../shared)', () => {
  const models = havePublished ? guideModels() : []
  const published = havePublished ? records('fixest_agtpa_t1.csv') : []
  const tight = havePublished ? records('fixest_tight.csv') : []

  test.each(models.map((model) => [model.table, model.column, model] as const))(
    '%s %s: every coefficient and error to 1e-6',
    (table, column, model) => {
      const rows = published.filter((row) => row['table'] === table && row['column'] === column)
      const [clusters, fixest, none] = [estimate(model), estimate(model, 'fixest'), estimate(model, 'none')]
      expect(rows.length).toBe(model.panel.regressors.length)
      expect(clusters.convergence.converged).toBe(true)
      for (const row of rows) {
        const term = row['term']!
        expect(clusters.rows.used, term).toBe(Number(row['nobs']))
        expect(apart(clusters.deviance, row['deviance']!), term).toBeLessThan(1e-6)
        expect(apart(termOf(clusters, term).estimate, row['est']!), term).toBeLessThan(1e-6)
        expect(apart(termOf(clusters, term).error, row['se_cluster_G']!), term).toBeLessThan(1e-6)
        expect(apart(termOf(fixest, term).error, row['se_fixest_default']!), term).toBeLessThan(1e-6)
        expect(apart(termOf(none, term).error, row['se_cluster_raw']!), term).toBeLessThan(1e-6)
      }
    },
  )

  test('the guide as printed: what `visavis methods gravity` keeps is what comes out', () => {
    const rows = reproductions.filter(({ measure }) => measure === 'gravity')
    expect(rows.length).toBe(23)
    for (const { id, published, tolerance, ours } of rows) {
      const model = models.find(({ table, column }) => id.startsWith(`gravity-${table}-${column}-`))!
      const isError = id.endsWith('-error')
      const name = id.slice(`gravity-${model.table}-${model.column}-`.length).replace(/-error$/, '')
      const found = termOf(estimate(model), name)
      expect(Math.abs((isError ? found.error! : found.estimate!) - (ours as number)), id).toBeLessThan(1e-8)
      expect(Math.abs((ours as number) - published), id).toBeLessThanOrEqual(tolerance!)
    }
  })

  test('fixest at its tightest tolerance: coefficients and errors to 5e-9', () => {
    const named: Readonly<Record<string, string>> = { T1_4_ppml_fe: 'T1 4_ppml_fe', ALL_3way_rta: 'EXTRA 3way_allyears_rta' }
    let [compared, largest] = [0, 0]
    for (const name of new Set(tight.map((row) => row['model']!))) {
      const model = models.find(({ table, column }) => `${table} ${column}` === (named[name] ?? name.replace('_', ' ')))
      if (model === undefined) continue
      const ours = estimate(model)
      for (const row of tight.filter((one) => one['model'] === name)) {
        const found = termOf(ours, row['term']!)
        const differences = [apart(found.estimate, row['est']!), apart(found.error, row['se_cluster_G']!)]
        largest = Math.max(largest, ...differences)
        compared++
      }
    }
    expect(compared).toBe(25)
    expectKept('gravity-fixest', largest, 2 * compared)
  })

  test('penppml, three-way, 284,125 rows: one regressor to 1e-9', () => {
    const ours = estimate(penppmlModel(false))
    const [row] = tight.filter((one) => one['model'] === 'PENPPML_3way_fta')
    expect(ours.rows.used).toBe(284_125)
    const differences = [apart(termOf(ours, 'fta').estimate, row!['est']!), apart(termOf(ours, 'fta').error, row!['se_cluster_G']!)]
    expect(Math.max(...differences)).toBeLessThan(1e-9)
    expectKept('gravity-penppml', Math.max(...differences), 2)
  })

  test('penppml, three-way: sixteen regressors to 1e-6, both factors', () => {
    const model = penppmlModel(true)
    const [clusters, fixest] = [estimate(model), estimate(model, 'fixest')]
    const rows = records('fixest_big_t1.csv').filter((row) => row['model'] === 'penppml_3way_16prov')
    expect(rows.length).toBe(16)
    const differences = rows.flatMap((row) => [
      apart(termOf(clusters, row['term']!).estimate, row['est']!),
      apart(termOf(clusters, row['term']!).error, row['se_cluster_G']!),
      apart(termOf(fixest, row['term']!).error, row['se_fixest_default']!),
    ])
    expect(Math.max(...differences)).toBeLessThan(1e-6)
    expectKept('gravity-penppml-sixteen', Math.max(...differences), differences.length)
  })

  test('trade of 15 states of the EU, four sets of effects, one and two sets of clusters: to 1e-5, as fixest left its effects at 1e-6', () => {
    const model = euModel()
    const [destination, origin] = model.panel.effects
    const cases: readonly (readonly [string, readonly RowGroups[]])[] = [
      ['', [destination!, origin!]],
      ['_clusterOrigin', [origin!]],
    ]
    const differences = cases.flatMap(([name, clusters]) => {
      const [row] = records('fixest_big_t1.csv').filter((one) => one['model'] === `fixest_trade_eu15_4fe${name}`)
      const [ours, fixest] = [estimate({ ...model, clusters }), estimate({ ...model, clusters }, 'fixest')]
      return [
        apart(ours.terms[0]!.estimate, row!['est']!),
        apart(ours.terms[0]!.error, row!['se_cluster_G']!),
        apart(fixest.terms[0]!.error, row!['se_fixest_default']!),
      ]
    })
    expect(Math.max(...differences)).toBeLessThan(1e-5)
    expectKept('gravity-eu15', Math.max(...differences), differences.length)
  })
})
