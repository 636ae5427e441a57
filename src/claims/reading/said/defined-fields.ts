/** An object each of whose fields may be undefined, and false where only true is said. */
export type Maybe<T> = { readonly [K in keyof T]: (T[K] extends true | undefined ? boolean : T[K]) | undefined }

/** Leaves out the fields that are undefined or false: what is not said is absent. */
export function definedFields<T extends object>(fields: Maybe<T>): T {
  const defined: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) if (value !== undefined && value !== false) defined[key] = value
  return defined as T
}

/** Returns a list; undefined if it is empty. */
export const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)

/** Leaves out the same fields; undefined if none is left. */
export function definedOrNothing<T extends object>(fields: Maybe<T>): T | undefined {
  const left = definedFields<T>(fields)
  return Object.keys(left).length === 0 ? undefined : left
}
