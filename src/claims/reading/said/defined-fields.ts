/** An object each of whose fields may be undefined. */
type Maybe<T> = { readonly [K in keyof T]: T[K] | undefined }

/** Returns an object without its undefined fields. */
export const definedFields = <T extends object>(fields: Maybe<T>): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
