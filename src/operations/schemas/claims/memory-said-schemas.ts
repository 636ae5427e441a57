import { type ZodType, z } from 'zod'

const word = z.string().max(200)
const parties = z.array(z.string().max(20)).max(250)
const told = z.literal(true).optional()

const meaning = z.strictObject({
  kind: word.describe('kind of fact, as `visavis catalogue` lists them'),
  forms: z.array(word).max(20).optional().describe('forms of the kind that the words name; any if absent'),
  act: z.enum(['began', 'held', 'ended']),
  endedBy: word.optional().describe('of an end: what ended it'),
})

/** What is said of a fact or a figure of the memory. */
export const memoryFields: Readonly<Record<'fact' | 'catalogued', ZodType>> = {
  fact: z
    .strictObject({
      meanings: z.array(meaning).min(1).max(20),
      by: parties.describe('the party that acts, or that is named first'),
      on: parties.describe('the parties on the other side; empty where none is named'),
      isDirected: told.describe('the first acts on the other'),
      when: z.enum(['within', 'throughout', 'since', 'until', 'before', 'after']).optional().describe('how the period lies to the fact'),
      name: z.string().max(500).optional().describe('name of the land that is claimed, or of the war'),
      isDenied: told,
      isEver: told.describe('never'),
      isSigned: told.describe('the day of signature, which may not be that in force'),
      isLoose: told.describe('a party or the time is named around the clause, not in it'),
      isNow: told.describe('the present tense, without a time'),
    })
    .optional(),
  catalogued: z
    .strictObject({ figure: word.describe('id of the figure, as `visavis catalogue` lists them'), a: word, b: word })
    .optional()
    .describe('the figure of the memory that is meant, and whose it is'),
}
