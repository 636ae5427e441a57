import { afterAll, expect, vi } from 'vitest'

/** Names that libraries give to what they keep for themselves, and what pdf.js puts in place of a browser's own. */
const ofLibraries = /^(__|_?pdfjs|DOMMatrix$|ImageData$|Path2D$|navigator$)/

/** What of a process one file of tests could leave behind for the next: they share the modules that they import, and nothing else. */
function processNow(): Record<string, unknown> {
  return {
    env: { ...process.env },
    folder: process.cwd(),
    names: Object.getOwnPropertyNames(globalThis)
      .filter((name) => !ofLibraries.test(name))
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
