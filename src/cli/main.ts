#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { runCommandLine } from './command-line.ts'
import { endOnClosedStream, endOnInterrupt } from './endings.ts'

// A command reads a text once: compiling each of hundreds of patterns first for an interpreter and then for the processor costs a fifth of its time. `--no-regexp-tier-up` says the
// same, but may crash Node where one of its own patterns was compiled before; this is asked only where a pattern is made.
setFlagsFromString('--regexp-tier-up-ticks=0')
// Node 20 makes fast code of what ran for some milliseconds, long before it is known how it will be used, and throws most of it away: later is sooner, by a quarter for 200 texts.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=700000')
endOnClosedStream(process.stdout)
endOnClosedStream(process.stderr)
const { env, stdout, stderr } = process
const signal = endOnInterrupt()
process.exitCode = await runCommandLine(process.argv.slice(2), { env, stdin: () => process.stdin, stdout, stderr, signal })
// what was called off may still hold standard input, or the network
if (signal.aborted) process.exit()
