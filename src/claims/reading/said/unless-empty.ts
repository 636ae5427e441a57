/** Returns undefined instead of an object without fields: what is not said is absent. */
export const unlessEmpty = <T extends object>(fields: T): T | undefined => (Object.keys(fields).length === 0 ? undefined : fields)
