import { z } from 'zod'
import type { ReadAnswer, ReadSummary } from '../../reports/claims/claims-answer.ts'
import { readOperation } from '../questions/read.ts'
import { answerJson } from '../request/answer-json.ts'
import type { Operation } from '../request/operation.ts'

/** The result of reading one of many texts: its rows of CSV or its line of JSON, and its summary. */
export interface ReadChunk {
  readonly piece: string
  readonly summary: ReadSummary
}

/** The operation by which `visavis read-all` reads one text. It is not in the catalogue, so users cannot call it. */
export const batchReadOperation: Operation = {
  name: 'read of many',
  summary: 'one of many texts',
  description: 'What read says of one text, as rows of a table or a line of JSON.',
  parameters: [
    ...readOperation.parameters.filter(({ name }) => ['file', 'date', 'asOf', 'snapshot'].includes(name)),
    { name: 'rows', kind: 'flag', help: 'rows of a table, not a line of JSON' },
  ],
  formats: ['json'],
  examples: [],
  load: async () => {
    const [{ run }, { claimRows }] = await Promise.all([readOperation.load(), import('../../reports/claims/claims-csv.ts')])
    return {
      output: z.unknown(),
      show: {},
      run: async ({ rows, ...asked }, context): Promise<ReadChunk> => {
        const answer = (await run(asked, context)) as ReadAnswer
        const file = asked['file'] as string
        const piece = rows === true ? claimRows(file, answer) : `${answerJson({ file, ...answer })}\n`
        return { piece, summary: answer.summary }
      },
    }
  },
}
