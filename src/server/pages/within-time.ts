/** Milliseconds for which a page of a public server waits for what it says of its pair; without it the page is described in general. */
export const patience = 2000

/** Returns the result of the work, or undefined where it fails or takes longer than so many milliseconds; the work then goes on for those who ask for it next. */
export async function withinTime<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)))
  try {
    return await Promise.race([work(new AbortController().signal).catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
