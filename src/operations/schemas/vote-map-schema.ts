import { type ZodType, z } from 'zod'
import { voteTopics } from '../../assessments/forms/vote-map.ts'
import { evidenceSchema } from './estimate-schema.ts'

const count = z.number().int()
const cellsSchema = z.array(z.tuple([count, count, count, count]).describe('year, same vote, one abstained, yes against no'))

/** The published form of the map of votes in `visavis assess --json`. */
export const voteMapSchema: ZodType = z.strictObject({
  votes: count.describe('votes on whole resolutions in which both had a position'),
  last: z.string().describe('day of the latest vote in common: the last year may not be whole'),
  all: cellsSchema.describe('each vote once; years without one are not there'),
  topics: z
    .array(
      z.strictObject({
        id: z.enum(voteTopics.map(([id]) => id) as [string, ...string[]]),
        title: z.string(),
        votes: count,
        cells: cellsSchema,
      }),
    )
    .describe('a resolution under two issues is in both'),
  codedByUs: count.describe('votes whose topics were coded by the words of their titles'),
  method: z.string(),
  evidence: z.array(evidenceSchema),
})
