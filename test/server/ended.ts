import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** Ends a process that was started here, and waits until it has exited. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
