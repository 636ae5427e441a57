/** Returns the code of the state to which pairs are limited, which must have existed on the day; undefined: all pairs. */
export async function filterState(spelling: string | undefined, to: string): Promise<string | undefined> {
  if (spelling === undefined) return undefined
  const [{ stateNamed }, { existedOn }, { VisavisError }] = await Promise.all([
    import('./parties.ts'),
    import('../../states/index.ts'),
    import('../../errors.ts'),
  ])
  const state = stateNamed(spelling, to)
  if (existedOn(state, to)) return state.iso3
  throw new VisavisError('NoSuchStateThen', `${state.name} (${state.iso3}) was not a state on ${to}`, {
    hint: `visavis states ${state.iso3}`,
  })
}
