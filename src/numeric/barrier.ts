/** A barrier for threads, in shared memory: the number of threads that have arrived, and the number of the round. */
export type Barrier = Int32Array

export function newBarrier(): Barrier {
  return new Int32Array(new SharedArrayBuffer(8))
}

/**
 * Waits until all threads have arrived. The wait blocks the thread, so a thread that must answer requests should not call this function.
 *
 * @param threads   how many threads must arrive; with 1 the function returns at once
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
