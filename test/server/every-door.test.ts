import type { Client } from '@modelcontextprotocol/client'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { toolName } from '../../src/mcp/commands-as-tools.ts'
import { operations } from '../../src/operations/catalogue.ts'
import type { Operation } from '../../src/operations/request/operation.ts'
import { assistant } from '../mcp/in-process.ts'
import { type Ran, visavis } from '../visavis.ts'
import { openServer, withOperation } from './open-server.ts'

/** What OpenAPI says of one method of one path, as far as this test looks. */
interface Asked {
  readonly parameters?: readonly { readonly name: string }[]
}

/** What each door says of itself. */
interface Doors {
  /** `visavis A B --help`, and its exit code. */
  help(name: string): Promise<Ran>
  readonly paths: Readonly<Record<string, Readonly<Record<string, Asked>>>>
  readonly tools: readonly { readonly name: string; readonly inputSchema: { readonly properties?: object } }[]
  readonly client: Client
  ask(path: string): Promise<{ status: number; json(): Record<string, unknown> }>
}

async function openDoors(): Promise<Doors> {
  const { ask } = await openServer()
  const { paths } = (await ask('/api/v1/openapi.json')).json<Pick<Doors, 'paths'>>()
  const client = await assistant()
  const help = (name: string): Promise<Ran> => visavis(...name.split(' '), '--help')
  return { help, paths, tools: (await client.listTools()).tools as Doors['tools'], client, ask }
}

/** An operation that is nowhere but in the catalogue. */
const madeUp: Operation = {
  name: 'measure wind',
  summary: 'which way the wind blows',
  description: 'Tells which way the wind blows at a place.',
  parameters: [
    { name: 'place', kind: 'text', positional: true, required: true, help: 'where' },
    { name: 'byHour', kind: 'flag', help: 'hour by hour' },
    { name: 'log', kind: 'flag', help: 'write it down', writes: true },
  ],
  formats: ['table', 'json'],
  examples: ['visavis measure wind Moscow', 'visavis measure wind Beijing --by-hour'],
  load: async () => ({
    output: z.strictObject({ place: z.string(), from: z.literal('north') }),
    show: { table: (answer: { place: string }) => `In ${answer.place} the wind blows from the north.` },
    run: async (input) => ({ place: input['place'], from: 'north' }),
  }),
}

test('every operation is at every door: a command, a path and a tool', async () => {
  const doors = await openDoors()
  expect(operations.length).toBeGreaterThanOrEqual(24)
  for (const operation of operations) shown(operation, doors, await doors.help(operation.name))
})

/** The operation is a command with its options, a path with its inputs, and a tool with its arguments. */
function shown(operation: Operation, { paths, tools }: Doors, help: Ran): void {
  const [option, path] = [
    (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    `/api/v1/${operation.name.replaceAll(' ', '/')}`,
  ]
  expect([operation.name, help.code]).toEqual([operation.name, 0])
  expect(help.out).toContain(`visavis ${operation.name}`)
  for (const { name, positional } of operation.parameters) expect(help.out).toContain(positional === true ? name : option(name))
  const methods = paths[path]!
  expect(Object.keys(methods).sort()).toEqual(operation.writes === true ? ['post'] : ['get', 'post'])
  // what sends a text elsewhere is for the command line, unless the operator of a server allows it: text-sent-elsewhere.test.ts
  const reading = operation.parameters.filter(({ writes, allowedBy }) => writes !== true && allowedBy === undefined).map(({ name }) => name)
  if (operation.writes !== true) expect(methods['get']!.parameters!.map(({ name }) => name)).toEqual([...reading, 'format'])
  const tool = tools.find(({ name }) => name === toolName(operation))
  // a door may leave away what makes no sense there, such as an exit code; who or what is asked about it may not
  const about = operation.parameters.filter(({ positional, file }) => positional === true && file !== true).map(({ name }) => name)
  expect(Object.keys(tool!.inputSchema.properties ?? {})).toEqual(expect.arrayContaining(about))
}

test('there is no command, path or tool of a question that is not in the catalogue', async () => {
  const { paths, tools } = await openDoors()
  const own = new Set(['/api/v1/files', '/api/v1/record', '/api/v1/openapi.json'])
  expect(Object.keys(paths).filter((path) => !own.has(path))).toEqual(operations.map(({ name }) => `/api/v1/${name.replaceAll(' ', '/')}`))
  const named = operations.flatMap((operation) => [
    toolName(operation),
    ...operation.parameters.filter(({ writes }) => writes).map((one) => `${toolName(operation)}_${one.name}`),
  ])
  const known = new Set(named)
  expect(tools.map(({ name }) => name).filter((name) => !known.has(name) && name !== 'answer_lines')).toEqual([])
})

test('a new operation in the catalogue is at all three doors by itself, and answers there', async () => {
  withOperation(madeUp)
  const doors = await openDoors()
  shown(madeUp, doors, await doors.help(madeUp.name))
  expect(await visavis('measure', 'wind', 'Moscow')).toEqual({ code: 0, out: 'In Moscow the wind blows from the north.\n', err: '' })
  const reply = await doors.ask('/api/v1/measure/wind?place=Moscow')
  expect([reply.status, reply.json()]).toEqual([200, { place: 'Moscow', from: 'north' }])
  const called = await doors.client.callTool({ name: 'measure_wind', arguments: { place: 'Moscow' } })
  expect(JSON.stringify(called.content)).toContain('In Moscow the wind blows from the north.')
})
