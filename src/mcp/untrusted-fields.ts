import { type ZodType, z } from 'zod'
import type { Untrusted } from '../operations/schemas/untrusted-text.ts'

type Json = Readonly<Record<string, unknown>>

/** The untrusted fields of an answer, as a tree: a mark here, or marks further down. */
export interface Fields {
  readonly here?: Untrusted
  readonly named: ReadonlyMap<string, Fields>
  readonly each?: Fields
}

const known = new WeakMap<ZodType, Fields>()

/** The fields that a schema marks as third-party text. */
export function untrustedFields(schema: ZodType): Fields {
  const found = known.get(schema) ?? fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any' }) as Json)
  known.set(schema, found)
  return found
}

/** Whether nothing is marked. */
export function isBare({ here, named, each }: Fields): boolean {
  return here === undefined && named.size === 0 && each === undefined
}

/**
 * The marked fields as paths, such as `claims[].sentence`.
 *
 * @example pathsOf({ named: new Map([['title', { here: 'whole', named: new Map() }]]) })   // ['title']
 */
export function pathsOf({ here, named, each }: Fields, path = ''): string[] {
  const own = here === undefined ? [] : [path]
  const below = [...named].flatMap(([name, fields]) => pathsOf(fields, path === '' ? name : `${path}.${name}`))
  return [...own, ...below, ...(each === undefined ? [] : pathsOf(each, `${path}[]`))]
}

function fieldsOf(schema: Json): Fields {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  const named = properties.map(([name, one]) => [name, fieldsOf(one)] as const).filter(([, fields]) => !isBare(fields))
  const items = schema['items'] === undefined ? undefined : fieldsOf(schema['items'] as Json)
  const here = schema['untrusted'] as Untrusted | undefined
  const own = {
    ...(here === undefined ? {} : { here }),
    named: new Map(named),
    ...(items === undefined || isBare(items) ? {} : { each: items }),
  }
  const ways = ['anyOf', 'oneOf', 'allOf'].flatMap((how) => (schema[how] ?? []) as Json[])
  return ways.reduce<Fields>((all, one) => together(all, fieldsOf(one)), own)
}

function together(one: Fields, other: Fields): Fields {
  const names = new Set([...one.named.keys(), ...other.named.keys()])
  const both = [...names].map((name) => [name, joined(one.named.get(name), other.named.get(name))!] as const)
  const [here, each] = [one.here ?? other.here, joined(one.each, other.each)]
  return { ...(here === undefined ? {} : { here }), named: new Map(both), ...(each === undefined ? {} : { each }) }
}

function joined(one: Fields | undefined, other: Fields | undefined): Fields | undefined {
  return one === undefined || other === undefined ? (one ?? other) : together(one, other)
}
