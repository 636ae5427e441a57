import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { VisavisError } from '../../../src/errors.ts'
import { anyFlips, columnSwaps, flips, hugeFields, lineFaults, type Mutation, nuls, truncations } from './fuzz-mutations.ts'
import { type Subject, subjects } from './fuzz-subjects.ts'

/**
 * Damaged files: whatever is done to a valid file, its reader answers or refuses, soon, and no figure that it still reads is another.
 *
 * What no reader can see is not asked for: a digit changed into another digit in a text, a line lost where nothing counts the lines.
 * VISAVIS_FUZZ_RUNS and VISAVIS_FUZZ_SEED try more, and others; the seed stands in every failure.
 */
const runs = Number(process.env['VISAVIS_FUZZ_RUNS'] ?? 40)
const seed = Number(process.env['VISAVIS_FUZZ_SEED'] ?? 20261125)
/** A third of a megabyte is read in milliseconds; what takes this many grows with the square of a field. */
const hang = 20_000

const folder = mkdtempSync(join(tmpdir(), 'visavis-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Outcome {
  readonly figures: ReadonlyMap<string, string> | null
  readonly fault: string | null
}

async function outcomeOf(subject: Subject, { damaged }: Mutation): Promise<Outcome> {
  const path = join(folder, subject.file)
  writeFileSync(path, damaged)
  const started = process.cpuUsage()
  const late = (): string | null => {
    const { user, system } = process.cpuUsage(started)
    const took = (user + system) / 1000
    return took > hang ? `took ${Math.round(took)} ms of the processors` : null
  }
  try {
    const figures = await subject.read(path)
    return { figures, fault: late() }
  } catch (error) {
    if (!(error instanceof VisavisError)) return { figures: null, fault: `crashed: ${(error as Error).stack}` }
    return { figures: null, fault: error.code === 'BadInput' ? late() : `refused as ${error.code}: ${error.message}` }
  }
}

/** The first figure that is not one of the whole file's, or null. */
function wrongFigure(whole: ReadonlyMap<string, string>, { figures }: Outcome): string | null {
  for (const [key, value] of figures ?? []) {
    if (whole.get(key) !== value) return `${key} is ${value}, not ${whole.get(key)}`
  }
  return null
}

async function survives(subject: Subject, mutations: fc.Arbitrary<Mutation>, figuresToo = true): Promise<void> {
  const whole = await wholeOf(subject)
  await fc.assert(
    fc.asyncProperty(mutations, async (mutation) => {
      const outcome = await outcomeOf(subject, mutation)
      expect({ mutation: mutation.name, fault: outcome.fault }).toEqual({ mutation: mutation.name, fault: null })
      if (figuresToo)
        expect({ mutation: mutation.name, wrong: wrongFigure(whole, outcome) }).toEqual({ mutation: mutation.name, wrong: null })
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
}

async function wholeOf(subject: Subject): Promise<ReadonlyMap<string, string>> {
  const { figures, fault } = await outcomeOf(subject, { name: 'none', damaged: subject.content })
  expect(fault).toBeNull()
  expect(figures?.size, `${subject.name} reads nothing from its own file`).toBeGreaterThan(0)
  return figures!
}

describe.each(subjects)('$name', (subject) => {
  const { content, form, delimiter = ',', sums, openEnd } = subject
  const isText = form !== 'packed'

  test('cut off', async () => {
    await survives(subject, truncations(content), openEnd !== true && !(sums === true && isText))
    // between lines a file of sums may end too early unseen; within a line it may not
    const inLine = truncations(content).filter(({ damaged }) => (damaged as Uint8Array).at(-1) !== 10 && damaged.length > 0)
    if (sums === true && isText) await survives(subject, inLine)
  })

  test('bytes changed', async () => {
    await survives(subject, isText ? flips(content) : anyFlips(content))
  })

  test('NUL put in', async () => {
    await survives(subject, nuls(content))
  })

  if (isText)
    test('a huge field', async () => {
      await survives(subject, hugeFields(content, new RegExp(`(?<=[${delimiter}\n])`)))
    })

  if (isText)
    test('lines lost, doubled, moved, run together', async () => {
      await survives(subject, lineFaults(content), sums !== true)
    })

  if (form === 'csv')
    test('columns swapped with their headings', async () => {
      await survives(subject, columnSwaps(content, delimiter))
    })
})
