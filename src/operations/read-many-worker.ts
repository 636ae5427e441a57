import { parentPort, workerData } from 'node:worker_threads'
import { VisavisError } from '../errors.ts'
import type { ReadAnswer } from '../reports/claims-answer.ts'
import { claimRows } from '../reports/claims-csv.ts'
import { answerJson } from './answer-json.ts'
import { keepRecords } from './kept-records.ts'
import { readOperation } from './read.ts'
import type { ManyJob, ReadText, TextError } from './read-many.ts'

// A thread of read-many.ts: opens the record once and takes texts until none is left.
const { asked, taken, ...surroundings } = workerData as ManyJob
const records = keepRecords()
const { run } = await readOperation.load()
for (let at = Atomics.add(taken, 0, 1); at < asked.files.length; at = Atomics.add(taken, 0, 1)) parentPort!.postMessage(await readOne(at))
records.close()

async function readOne(at: number): Promise<ReadText> {
  const file = asked.files[at]!
  const { date, asOf, snapshot } = asked
  try {
    const answer = (await run({ file, date, asOf, snapshot }, { ...surroundings, records })) as ReadAnswer
    const piece = asked.format === 'csv' ? claimRows(file, answer) : `${answerJson({ file, ...answer })}\n`
    return { at, piece, summary: answer.summary, error: null }
  } catch (cause) {
    const error = errorOf(cause)
    return { at, piece: asked.format === 'csv' ? '' : `${JSON.stringify({ file, error })}\n`, summary: null, error }
  }
}

/** A fault of ours at one text must not lose the others. */
function errorOf(cause: unknown): TextError {
  if (cause instanceof VisavisError) return { code: cause.code, message: cause.message, hint: cause.hint }
  return { code: 'Internal', message: `${(cause as Error).message} (a fault of ours: please report it)`, hint: undefined }
}
