#!/usr/bin/env node
import { runCommandLine } from './command-line.ts'
import { endOnClosedStream, endOnInterrupt } from './process-exit.ts'

endOnClosedStream(process.stdout)
endOnClosedStream(process.stderr)
const { env, stdout, stderr } = process
const signal = endOnInterrupt()
process.exitCode = await runCommandLine(process.argv.slice(2), { env, stdin: () => process.stdin, stdout, stderr, signal })
// a cancelled command may still hold standard input or a connection open
if (signal.aborted) process.exit()
