#!/usr/bin/env node
import { runCommandLine } from './command-line.ts'
import { endOnClosedStream, endOnInterrupt } from './endings.ts'

endOnClosedStream(process.stdout)
endOnClosedStream(process.stderr)
const { env, stdout, stderr } = process
process.exitCode = await runCommandLine(process.argv.slice(2), {
  env,
  stdin: () => process.stdin,
  stdout,
  stderr,
  signal: endOnInterrupt(),
})
