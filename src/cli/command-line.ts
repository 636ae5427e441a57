import { CommanderError } from 'commander'
import type { ProcessContext } from './process-context.ts'
import { asVisavisError, errorText } from './process-exit.ts'
import { programFor } from './program.ts'

/**
 * Runs one command line.
 *
 * @param words  the words of the command line after `visavis`
 * @returns      the exit code: 0 done, 1 failed, 2 usage, 3 needed data missing, 4 a condition is met, 130 interrupted
 */
export async function runCommandLine(words: readonly string[], processContext: ProcessContext): Promise<number> {
  const exit = { code: 0 }
  const program = programFor(processContext, exit)
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exit.code
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2
    const error = asVisavisError(thrown)
    processContext.stderr.write(errorText(error, processContext.env))
    return error.exitCode
  }
}
