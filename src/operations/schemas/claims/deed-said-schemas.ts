import { type ZodType, z } from 'zod'
import { untrustedText } from '../untrusted-text.ts'

const flag = z.literal(true).optional()
/** An id of a state, a bloc or a group. */
const party = z.string().max(40)
const parties = z.array(party).max(200)
const reason = z.string().max(500)
/** A stem of a word of the text. */
const stem = untrustedText().max(200)
const stems = z.array(stem).max(2_000).optional()
const symbols = z.array(z.string().max(100)).max(100).optional()
const sentenceIndex = z.number().int().min(0).optional()
const side = z.enum(['yes', 'abstain', 'no'])
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .max(10)
const days = z.strictObject({ from: day, to: day })

const matterSchema = z
  .strictObject({
    symbols: symbols.describe('of the resolutions named'),
    isSymbolBeside: flag.describe('the symbol stands in another statement of the sentence'),
    first: flag.describe('the first resolution on the subject is meant'),
    words: z
      .array(z.strictObject({ plain: stems, names: stems.describe('of states and peoples') }))
      .max(3)
      .describe('stems of the words of the sentence, those added by the two sentences before, and by the four before them'),
    tallies: z
      .array(
        z.strictObject({
          numbers: z.array(z.number().int().min(0).max(300)).min(2).max(100),
          words: z.array(stem).max(2_000).describe('stems of the words of the sentence'),
          days: days.describe('when the vote may have taken place'),
          own: days.optional().describe('the days that the sentence names'),
          after: days.optional().describe('the days that the sentences after it name'),
        }),
      )
      .max(20)
      .optional()
      .describe('numbers of votes that the text has given so far'),
  })
  .describe('what was voted on')

/** What is said of a vote in the General Assembly. */
export const voteSaidSchema: ZodType = z
  .strictObject({
    council: z
      .strictObject({ resolution: z.number().int().min(0).optional() })
      .optional()
      .describe('of the Security Council, with the number of the resolution'),
    position: z.enum(['yes', 'abstain', 'no', 'not-yes', 'not-no', 'with']).optional(),
    with: party.optional().describe('the state that the others voted with'),
    many: flag.describe('every vote on a subject is meant'),
    exception: flag.describe('one exception is allowed'),
    side: side.optional().describe('what a number counts'),
    share: flag.describe('the percentage is one of votes'),
    adopted: z.enum(['told', 'denied']).optional().describe('that the Assembly adopted a text'),
    second: flag.describe('a second vote of the sentence, with its own day'),
    matter: matterSchema.optional(),
  })
  .describe('of a vote')

/** What is said of a veto in the Security Council. */
export const vetoSaidSchema: ZodType = z
  .strictObject({
    casters: parties.min(1).describe('who cast it'),
    symbols: symbols.describe('of the drafts named'),
    denied: flag,
    alone: flag,
    every: flag.describe('every veto is meant'),
    allTime: flag.describe('all vetoes ever cast'),
    never: flag.describe('none was ever cast, or none since a time'),
    joint: flag.describe('only vetoes cast together are counted'),
  })
  .describe('of a veto')

const anniversarySchema = z.strictObject({
  years: z.number().int().min(0).max(10_000),
  from: z.number().int().min(0).max(9_999).describe('the year from which they are counted back'),
  counted: z.enum(['told', 'assumed', 'unclear']).describe('whether that year is told'),
})
const atSchema = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/)
const sinceSchema = z.union([z.strictObject({ at: atSchema }), z.strictObject({ from: atSchema, to: atSchema })])

const stateInClubSchema = z.strictObject({
  act: z.enum(['join', 'leave', 'found', 'suspend', 'be', 'wish']),
  role: z.enum(['member', 'observer', 'dialogue partner', 'partner', 'associate', 'candidate']),
  denied: flag,
  full: flag.describe('a full member'),
  now: flag.describe('on the day of the text'),
  since: sinceSchema.optional().describe('the time of entry'),
  anniversary: z.union([anniversarySchema, z.literal('unclear')]).optional(),
  list: z.enum(['whole', 'some']).optional().describe('all members are listed, or some'),
})

/** What is said of a club: an organisation or another bloc with members. */
export const membershipSaidSchema: ZodType = z
  .strictObject({
    club: untrustedText().max(200),
    bloc: party.optional().describe('its id; absent if the record does not follow its members'),
    state: stateInClubSchema.optional().describe('what is said of a state and the club'),
    founding: z
      .strictObject({ anniversary: anniversarySchema.optional() })
      .optional()
      .describe('when it was founded: at the time of the claim, or by an anniversary'),
    total: z.strictObject({ now: flag }).optional().describe('the number is that of all members'),
  })
  .describe('of a club')

/** What is said of a visit or a meeting. */
export const visitSaidSchema: ZodType = z
  .strictObject({
    states: z.array(party).length(2),
    names: z.array(untrustedText().max(2_000)).max(500).optional().describe('words with a capital'),
    chinese: flag.describe('a leader of China is named'),
  })
  .describe('of a visit')

const objectionSchema = z.union([reason, z.strictObject({ supported: reason.optional(), otherwise: reason.optional() })])

/** What the words leave open of deeds, by the field of `doubts`. */
export const deedDoubtsSchemas: Readonly<Record<'deed' | 'vote' | 'veto' | 'membership', ZodType>> = {
  deed: z
    .strictObject({
      objections: z
        .partialRecord(z.enum(['membership', 'votes', 'vetoes', 'sanctions', 'pair', 'count']), objectionSchema)
        .optional()
        .describe('why the deed is not told plainly: for any verdict, or for one that supports it and any other'),
      carriedPeriod: flag.describe('the sentence itself does not name the period'),
      whenFrom: sentenceIndex.describe('the earlier sentence that names the period, from 0'),
      vagueParties: flag.describe('the parties are not all named plainly'),
      whoFrom: sentenceIndex.describe('the earlier sentence that names a party, from 0'),
    })
    .describe('of a deed'),
  vote: z
    .strictObject({
      timeHint: flag.describe('the sentence hints at another time'),
      periodBefore: flag.describe('the sentence before names the period'),
      partiesHere: parties.optional().describe('named where the claim is made, if the sentence states two positions'),
      possessors: parties.optional().describe('named only as possessors'),
      sideApart: flag.describe('the number does not stand next to its side'),
      againstDeed: flag.describe('against an act, not against the text'),
    })
    .describe('of a vote'),
  veto: z
    .strictObject({
      otherVotes: flag.describe('the sentence tells votes too'),
      unnamed: parties.optional().describe('other actors that the sentence does not name'),
      vagueCasters: flag.describe('those who cast it are not all named plainly'),
    })
    .describe('of a veto'),
  membership: z
    .strictObject({
      vagueStates: flag.describe('the states are not all named plainly'),
      statesApart: flag.describe('the states are not named together'),
      other: z.enum(['always', 'if-member']).optional().describe('another club or role may be meant'),
    })
    .describe('of a membership'),
}
