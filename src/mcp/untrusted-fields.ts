import { type ZodType, z } from 'zod'
import type { Untrusted } from '../operations/schemas/untrusted-text.ts'

type Json = Readonly<Record<string, unknown>>

/** The fields of an answer that hold third-party text, as a tree: `here` marks a field, `named` its properties, `each` its list entries. */
export interface UntrustedFields {
  readonly here?: Untrusted
  readonly named: ReadonlyMap<string, UntrustedFields>
  readonly each?: UntrustedFields
}

const fieldCache = new WeakMap<ZodType, UntrustedFields>()

/** Returns the fields that a schema marks as third-party text. */
export function untrustedFields(schema: ZodType): UntrustedFields {
  const found = fieldCache.get(schema) ?? fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any' }) as Json)
  fieldCache.set(schema, found)
  return found
}

/** Whether no field is marked. */
export function hasNoFields({ here, named, each }: UntrustedFields): boolean {
  return here === undefined && named.size === 0 && each === undefined
}

/**
 * Returns the marked fields as paths, such as `claims[].sentence`.
 *
 * @example pathsOf({ named: new Map([['title', { here: 'whole', named: new Map() }]]) })   // ['title']
 */
export function pathsOf({ here, named, each }: UntrustedFields, path = ''): string[] {
  const own = here === undefined ? [] : [path]
  const below = [...named].flatMap(([name, fields]) => pathsOf(fields, path === '' ? name : `${path}.${name}`))
  return [...own, ...below, ...(each === undefined ? [] : pathsOf(each, `${path}[]`))]
}

function fieldsOf(schema: Json): UntrustedFields {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  const named = properties.map(([name, one]) => [name, fieldsOf(one)] as const).filter(([, fields]) => !hasNoFields(fields))
  const items = schema['items'] === undefined ? undefined : fieldsOf(schema['items'] as Json)
  const here = schema['untrusted'] as Untrusted | undefined
  const own = {
    ...(here === undefined ? {} : { here }),
    named: new Map(named),
    ...(items === undefined || hasNoFields(items) ? {} : { each: items }),
  }
  const ways = ['anyOf', 'oneOf', 'allOf'].flatMap((how) => (schema[how] ?? []) as Json[])
  return ways.reduce<UntrustedFields>((all, one) => mergeFields(all, fieldsOf(one)), own)
}

function mergeFields(one: UntrustedFields, other: UntrustedFields): UntrustedFields {
  const names = new Set([...one.named.keys(), ...other.named.keys()])
  const both = [...names].map((name) => [name, mergeOptional(one.named.get(name), other.named.get(name))!] as const)
  const [here, each] = [one.here ?? other.here, mergeOptional(one.each, other.each)]
  return { ...(here === undefined ? {} : { here }), named: new Map(both), ...(each === undefined ? {} : { each }) }
}

function mergeOptional(one: UntrustedFields | undefined, other: UntrustedFields | undefined): UntrustedFields | undefined {
  return one === undefined || other === undefined ? (one ?? other) : mergeFields(one, other)
}
