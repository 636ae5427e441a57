/**
 * Runs the code that constructs patterns only on request. It is loaded late, so that patterns constructed while modules
 * load are recorded too.
 */
export async function useAll(): Promise<void> {
  const { readClaims } = await import('../../src/claims/reading/document-claims.ts')
  const { passagesIn } = await import('../scores/passages.ts')
  for (const { text, date, title } of passagesIn(['test/claims/passages/dev12'])) readClaims(text.split('\n'), date, title)
}
