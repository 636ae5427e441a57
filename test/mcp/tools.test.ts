import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tool } from '@modelcontextprotocol/client'
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { argumentsOf } from '../../src/mcp/example.ts'
import { checkInput, operations } from '../../src/operations/index.ts'
import { linksOf, type Opened, openClient } from './open-client.ts'

/** A question for each tool that only reads. */
const questions: Readonly<Record<string, Record<string, unknown>>> = {
  assess: { a: 'Poland', b: 'Germany', to: '2015' },
  evidence: { a: 'CHN', b: 'RUS', figure: 'kappa_quadratic' },
  compare: { pairs: ['CHN-RUS', 'USA-IND'], domain: 'trade' },
  dyads: { state: 'Russia', to: '1960', draws: 100, domain: 'institutions' },
  measure_similarity: { a: 'CHN', b: 'RUS', year: 2018 },
  measure_ideal_points: { a: 'CHN', b: 'RUS', from: '2020' },
  mirror: { a: 'China', b: 'Russia', from: '2018' },
  composite: { a: 'CHN', b: 'RUS', weights: 'votes=2,blocs=1,trade=1' },
  votes: { a: 'CHN', b: 'RUS', from: '2024', split: 'opposing' },
  ledger: { a: 'CHN', b: 'RUS', from: '2025' },
  stakeholders: { a: 'CHN', b: 'RUS' },
  world: { of: 'CHN', year: 2024 },
  communities: { year: 1950, resamples: 20 },
  read: { text: 'Trade between China and Russia reached $240 billion in 2023. It is a fine friendship.' },
  claims_due: {},
  find: { text: 'rus chi' },
  states: { name: 'Moscow' },
  sources: {},
  indicators: {},
  cite: {},
}

let opened: Opened
let tools: readonly Tool[]

beforeAll(async () => {
  opened = await openClient()
  tools = (await opened.client.listTools()).tools
})

afterAll(() => opened?.close())

/** The name as a client has it. */
const named = (name: string): string => name.replaceAll(/[ -]/g, '_')

describe('the tools of visavis mcp', () => {
  test('every operation is a tool, each flag that writes has one of its own, and there is one more to read long answers', () => {
    const writing = operations
      .filter(({ writes }) => writes !== true)
      .flatMap(({ name, parameters }) => parameters.filter(({ writes }) => writes === true).map((flag) => `${named(name)}_${flag.name}`))
    const expected = [...operations.map(({ name }) => named(name)), ...writing, 'answer_lines']
    expect(tools.map(({ name }) => name).sort()).toEqual(expected.sort())
    expect(writing).toEqual(['assess_save', 'read_keep'])
  })

  test('only tools that change nothing are marked as such, none deletes, and only pull reaches out', () => {
    const changing = tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name)
    expect(changing.sort()).toEqual(['add', 'assess_save', 'claims_due', 'pull', 'read_keep'])
    expect(tools.filter(({ annotations }) => annotations?.destructiveHint !== false)).toEqual([])
    expect(tools.filter(({ annotations }) => annotations?.openWorldHint === true).map(({ name }) => name)).toEqual(['pull'])
  })

  test('the schema of every tool is a JSON Schema, takes the examples of its own description, and refuses what is not there', () => {
    const validator = new AjvJsonSchemaValidator()
    for (const { name, description, inputSchema } of tools) {
      const valid = validator.getValidator(inputSchema as Parameters<typeof validator.getValidator>[0])
      for (const given of examplesIn(description ?? '')) expect([name, given, valid(given).valid]).toEqual([name, given, true])
      expect([name, valid({ nonesuch: 1 }).valid]).toEqual([name, false])
    }
  })

  test('an example of the command line asks the same as a tool, but for pipes and what writes', () => {
    const asked = operations.flatMap((operation) =>
      operation.examples.map((command) => ({ operation, command, given: argumentsOf(operation, command) })),
    )
    for (const { operation, given } of asked) if (given !== undefined) checkInput(operation, given)
    const not = asked.filter(({ given }) => given === undefined).map(({ command }) => command)
    expect(not.every((command) => /--(save|keep)|\|/.test(command))).toBe(true)
  })

  test.each(Object.entries(questions))(
    '%s answers in short, with figures of the record and the whole as JSON by its schema',
    async (name, given) => {
      const { text, result } = await opened.ask(name, given)
      expect([name, result.isError ?? false, text.slice(0, 200)]).toEqual([name, false, text.slice(0, 200)])
      expect(text.length).toBeLessThan(5_800)
      const uri = linksOf(result).find((link) => link.endsWith('.json'))!
      const { contents } = await opened.client.readResource({ uri })
      const whole: unknown = JSON.parse((contents[0] as { text: string }).text)
      const { output } = await operations.find((operation) => named(operation.name) === name)!.load()
      expect(output.safeParse(whole).error).toBeUndefined()
      if (result.structuredContent !== undefined) expect(result.structuredContent).toEqual(whole)
    },
  )

  test('no tool that only reads is left unasked', () => {
    const asked = new Set([...Object.keys(questions), 'diff', 'watch', 'answer_lines'])
    expect(tools.filter(({ name, annotations }) => annotations?.readOnlyHint === true && !asked.has(name))).toEqual([])
  })

  test('watch reads conditions from a file of this machine, and diff compares with what assess_save kept', async () => {
    const file = join(opened.home, 'conditions.json')
    const condition = { name: 'votes alike', a: 'CHN', b: 'RUS', type: 'threshold', figure: 'kappa_quadratic', above: 0.3 }
    writeFileSync(file, JSON.stringify({ conditions: [condition] }))
    expect((await opened.ask('watch', { file })).result.structuredContent).toMatchObject({ conditions: [{ met: true }] })
    expect((await opened.ask('diff', { before: 'CHN', b: 'RUS' })).result.isError).toBe(true)
    await opened.ask('assess_save', { a: 'CHN', b: 'RUS' })
    expect((await opened.ask('diff', { before: 'CHN', b: 'RUS' })).result.isError).toBeUndefined()
  })
})

/** Arguments that a description shows. */
function examplesIn(description: string): unknown[] {
  const shown = /^For example: (.*)$/m.exec(description)?.[1]?.split(' or {') ?? []
  return shown.map((one) => JSON.parse(one.startsWith('{') ? one : `{${one}`) as unknown)
}
