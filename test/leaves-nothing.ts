import { afterAll, expect, vi } from 'vitest'

/** Names of the libraries' own global caches, and what pdf.js defines in place of browser globals. */
const ofLibraries = /^(__|_?pdfjs|DOMMatrix$|ImageData$|Path2D$|navigator$)/

/** The parts of a process that one test file could leave changed for the next, apart from the modules they share. */
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
