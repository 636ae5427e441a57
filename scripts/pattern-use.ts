/** Works through what puts patterns together only when it is asked something; loaded late, so that what the modules make while they load is seen too. */
export async function useAll(): Promise<void> {
  const { readClaims } = await import('../src/claims/reading/read-claims.ts')
  const { passagesIn } = await import('./passages.ts')
  for (const { text, date, title } of passagesIn(['test/claims/passages/dev12'])) readClaims(text.split('\n'), date, title)
}
