/** An object each of whose fields may be undefined. */
export type Maybe<T> = { readonly [K in keyof T]: T[K] | undefined }

/** Returns an object without its undefined fields. */
export function definedFields<T extends object>(fields: Maybe<T>): T {
  const defined: Partial<T> = {}
  for (const key in fields) if (fields[key] !== undefined) defined[key] = fields[key] as T[typeof key]
  return defined as T
}

/** Returns a list; undefined if it is empty. */
export const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)
