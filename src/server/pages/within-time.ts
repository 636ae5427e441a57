/** Milliseconds that a page of a public server waits for the answer about its pair; after that it is sent with a general description. */
const longestWait = 2000

/** Returns the result of the work, or undefined if it fails or is not ready in time; the work itself goes on. */
export async function withinTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), longestWait)))
  try {
    return await Promise.race([work.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
