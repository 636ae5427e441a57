// Operations of tests that run in a process of their own: what keeps a process so busy that it hears nothing, without any pattern or text that may be mended one day.

import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

const forever = () => {
  for (;;);
}

/** Tells its process, and then hears nothing. */
const block = async (_, { warn }) => {
  warn?.(`blocked: ${process.pid}`)
  await pause(100)
  forever()
}

const forms = { output: z.unknown(), show: { table: JSON.stringify } }

const operation = (name, run, parameters = []) => ({
  ...{ name, summary: 'work of a test', description: 'Work of a test.', formats: ['table', 'json'], examples: [`visavis ${name}`] },
  ...{ parameters, from: import.meta.url, load: async () => ({ ...forms, run }) },
})

/** Reads five sentences, of which the third never ends. */
const stuck = (_, { pace }) => {
  const read = []
  for (let sentence = 0; sentence < 5; sentence++) {
    if (!pace.takes(sentence)) continue
    if (sentence === 2) forever()
    read.push(sentence)
  }
  return { read, refused: [...pace.refused] }
}

/** More than any process is given. */
const hungry = () => {
  const all = []
  for (;;) all.push(new Array(1e6).fill(all.length))
}

let kept
/** Holds on to so much that its process is large when it rests. */
const keep = () => {
  // between what an idle process may hold and what ends one at once, however much it held before
  kept ??= Buffer.alloc(250 * 2 ** 20 - process.memoryUsage.rss(), 1)
  return { kept: kept.length, process: process.pid }
}

export const operations = [
  operation('block', block),
  operation('stuck', stuck),
  operation('hungry', hungry),
  operation('where', () => ({ process: process.pid })),
  operation('keep', keep),
  operation('patient', (_, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve({ ended: 'well' })))),
  operation('wrong', () => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  }),
]
