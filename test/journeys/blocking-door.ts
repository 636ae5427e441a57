import { runCommandLine } from '../../src/cli/command-line.ts'
import { endOnInterrupt } from '../../src/cli/endings.ts'
import { operations } from '../../src/operations/catalogue.ts'
import type { Operation } from '../../src/operations/operation.ts'

// The command `visavis`, as src/cli/main.ts starts it, with operations of a test besides.
const own = (await import(new URL('../operations/blocking.mjs', import.meta.url).href)) as { operations: readonly Operation[] }
;(operations as Operation[]).push(...own.operations)
const { env, stdout, stderr } = process
const signal = endOnInterrupt()
process.exitCode = await runCommandLine(process.argv.slice(2), { env, stdin: () => process.stdin, stdout, stderr, signal })
if (signal.aborted) process.exit()
