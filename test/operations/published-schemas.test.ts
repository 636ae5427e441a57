import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../../src/operations/index.ts'
import { scenarioSchema } from '../../src/scenarios/shocks/scenario.ts'

const folder = join(import.meta.dirname, '../../docs/generated/schemas')

/** Compares a schema with the published file, or writes it. */
function expectPublished(name: string, form: z.ZodType): void {
  const schema = `${JSON.stringify(z.toJSONSchema(form), null, 2)}\n`
  const file = join(folder, `${name}.json`)
  if (process.env['UPDATE_SCHEMAS'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, schema)
  }
  expect(readFileSync(file, 'utf8')).toBe(schema)
}

describe('the published schemas are those of the code', () => {
  test.each(operations.map((operation) => operation.name))('docs/generated/schemas of %s', async (name) => {
    const work = await operations.find((one) => one.name === name)!.load()
    expectPublished(name.replace(' ', '-'), work.output)
  })

  test('docs/generated/schemas of a scenario file', () => {
    expectPublished('scenario-file', scenarioSchema)
  })
})
