import { type ZodType, z } from 'zod'
import { cautions } from '../../../claims/said/figure-doubts.ts'
import { figureWords } from '../../../claims/said/figure-words.ts'

const id = z.string().max(20)
const ids = z.array(id).max(300)
const day = z.string().regex(/^\d{4}(?:-\d\d){0,2}$/)
const periods = z.array(z.union([z.strictObject({ at: day }), z.strictObject({ from: day, to: day })])).max(2000)
const digits = z.string().regex(/^(?:\d\d){1,2}$/)
const confidence = z.enum(['near', 'text', 'open']).optional()
const otherActors = z.array(z.strictObject({ instead: ids, by: ids })).max(300)

/** Words at a figure that decide what it is a figure of. */
export const figureWordsSchema: ZodType = z
  .array(z.enum(figureWords))
  .max(figureWords.length)
  .describe('words at a figure that decide what it is a figure of')

/** What the words of a figure leave open. */
export const figureDoubtsSchema: ZodType = z
  .strictObject({
    slots: z
      .strictObject({ who: confidence, when: confidence, what: confidence })
      .optional()
      .describe('which words settle parties, time and subject, where not those of the clause itself'),
    objection: z
      .strictObject({ about: z.enum(['subject', 'parties', 'open']), why: z.string().max(500) })
      .optional()
      .describe('why no verdict is justified; figures nearby may make up for what is open'),
    inferred: z
      .array(z.strictObject({ slot: id, sentence: z.number().int().min(0).optional(), words: z.string().max(200).optional() }))
      .max(100)
      .optional()
      .describe('where an actor or the period comes from that the sentence leaves out'),
    irrefutable: z.string().max(500).optional().describe('why the record cannot refute it'),
    cautions: z.array(z.enum(cautions)).max(cautions.length).optional().describe('why figures against it may not be of what is meant'),
    otherRegions: ids.optional().describe('regions named in the sentence, none of which is a party'),
    partOfYearBefore: z
      .strictObject({ years: z.array(z.number().int()).max(100), isFiscal: z.boolean().optional() })
      .optional()
      .describe('years of the sentence before, which speaks of a part of a year'),
    otherFuels: ids.optional(),
    years: z
      .strictObject({
        own: z.array(digits).max(200).optional(),
        isRelative: z.boolean().optional(),
        before: digits.optional(),
        spansBefore: z
          .array(z.tuple([digits, digits]))
          .max(200)
          .optional(),
      })
      .optional()
      .describe('years named in the sentence, or in the last one before that names any'),
    named: ids.optional().describe('of a figure on fuels: states named in the sentence'),
    unnamed: ids.optional().describe('actors that the sentence does not name'),
    sentencesWithoutTime: z.number().int().min(0).max(2).optional(),
    others: z
      .strictObject({
        actors: otherActors.optional(),
        actorsTurned: otherActors.optional(),
        turned: z.boolean().optional(),
        bothWays: z.boolean().optional(),
        world: ids.optional(),
        otherWhole: z.boolean().optional(),
        listed: z.strictObject({ first: ids, partners: ids }).optional(),
        periods: periods.optional(),
        nearer: periods.optional(),
        isCounted: z.boolean().optional(),
      })
      .optional()
      .describe('other parties, directions and periods that the words allow'),
  })
  .describe('of a claim on a flow or a size: what its words leave open')
