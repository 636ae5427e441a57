/** Bodies whose figures the record may hold. */
export const namedBodies = [
  'sipri',
  'eurostat',
  'imf',
  'baci',
  'crea',
  'correlates-of-war',
  'world-bank',
  'comtrade',
  'kiel',
  'investment-tracker',
  'aiddata',
] as const
export type NamedBody = (typeof namedBodies)[number]

/** Whose figures a claim names; absent if it names none, or none that the record could hold. */
export type SourceSaid =
  /** A body that publishes figures of many states. */
  | { readonly body: NamedBody }
  /** ISO3 code of the state whose customs or statistics office counted. */
  | { readonly reporter: string }
