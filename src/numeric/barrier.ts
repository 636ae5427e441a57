/** A barrier for threads, in shared memory. */
export type Barrier = Int32Array

export function newBarrier(): Barrier {
  return new Int32Array(new SharedArrayBuffer(8))
}

/**
 * Waits until all threads have arrived. It blocks the thread, so a thread that must answer requests meanwhile should
 * not use it.
 *
 * @param threads   number of threads; with 1 it returns at once
 */
export function waitAtBarrier(barrier: Barrier, threads: number): void {
  if (threads === 1) return
  const round = Atomics.load(barrier, 1)
  if (Atomics.add(barrier, 0, 1) === threads - 1) {
    Atomics.store(barrier, 0, 0)
    Atomics.add(barrier, 1, 1)
    Atomics.notify(barrier, 1)
    return
  }
  while (Atomics.load(barrier, 1) === round) Atomics.wait(barrier, 1, round)
}
