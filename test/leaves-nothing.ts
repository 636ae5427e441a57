import { afterAll, expect, vi } from 'vitest'

/** What of a process one file of tests could leave behind for the next: they share the modules that they import, and nothing else. */
function processNow(): Record<string, unknown> {
  return {
    env: { ...process.env },
    folder: process.cwd(),
    // libraries keep registries of their own under names like these
    names: Object.getOwnPropertyNames(globalThis)
      .filter((name) => !name.startsWith('__'))
      .sort(),
    replaced: [fetch, setTimeout, setInterval, Date, Date.now, Math.random, process.stdout.write, process.exit],
    failuresHeard: process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection'),
  }
}

const before = processNow()

afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  expect(processNow(), 'a file of tests leaves its process as it found it').toEqual(before)
})
