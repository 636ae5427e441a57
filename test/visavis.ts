import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '../src/cli/command-line.ts'
import type { ProcessContext } from '../src/cli/process-context.ts'

/** What a command said, and its exit code. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command on the bundled record, in this process. */
export function visavis(...words: string[]): Promise<Ran> {
  return visavisAt(join(tmpdir(), 'visavis-none'), ...words)
}

/** Runs a command on the store of a home, in this process. */
export function visavisAt(home: string, ...words: string[]): Promise<Ran> {
  return ran(words, { env: { ...process.env, VISAVIS_HOME: home } })
}

/** Runs a command in this process, in surroundings of the test's own. */
export async function ran(words: readonly string[], own: Partial<ProcessContext>): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []]
  const into = (pieces: string[]) => ({ write: (text: string | Uint8Array) => pieces.push(String(text)) })
  const code = await runCommandLine(words, { env: process.env, stdout: into(out), stderr: into(err), ...own })
  return { code, out: out.join(''), err: err.join('') }
}
