#!/usr/bin/env node
import { startWorkerEarly } from '../operations/workers/worker-start.ts'
import { isAnsweredByWorker } from './early-start.ts'
import { endOnClosedStream, endOnInterrupt } from './process-exit.ts'

endOnClosedStream(process.stdout)
endOnClosedStream(process.stderr)
const { argv, env, stdout, stderr } = process
const words = argv.slice(2)
const signal = endOnInterrupt()
// before the commands are loaded, as the worker takes as long to be ready
if (isAnsweredByWorker(words)) startWorkerEarly()
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(words, { env, stdin: () => process.stdin, stdout, stderr, signal })
// a cancelled command may still hold standard input or a connection open
if (signal.aborted) process.exit()
