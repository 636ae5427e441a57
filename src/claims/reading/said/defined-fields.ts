type Maybe<T> = { readonly [K in keyof T]: (T[K] extends true | undefined ? boolean : T[K]) | undefined }

/** Leaves out the fields that are undefined or false: what is not said is absent. */
export const definedFields = <T extends object>(fields: Maybe<T>): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== false)) as T
