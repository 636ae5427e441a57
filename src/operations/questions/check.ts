import type { ZodObject } from 'zod'
import type { Claim } from '../../claims/claim.ts'
import type { ClaimSlots } from '../../claims/slots/claim-slots.ts'
import type { CheckAnswer, CheckedClaim, ClaimFault } from '../../reports/claims/check-answer.ts'
import type { Snapshot } from '../../store/index.ts'
import type { GivenClaim, PlaceInText } from '../checking/claim-slots-file.ts'
import type { WithPull } from '../evidence-on-demand/pull-report.ts'
import type { SeriesNeed } from '../evidence-on-demand/series-needs.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { pullParameter, recordParameters } from '../request/record-parameters.ts'

/** Which of the claims in a list does the record support, and which does it contradict? */
export const checkOperation: Operation = {
  name: 'check',
  tool: 'check_claims',
  summary: 'test claims given as data, from a person, a spreadsheet or a language model',
  description:
    'Tests each claim of a list (JSON Lines, JSON, CSV); one is what can be right or wrong alone. Slots: kind, indicator, actors; also id, period, period_base, value, value_from, unit, qualifier, direction, ' +
    'source_named, and sentence for the quoted words (shown, never read). What the text does not say is left out. What cannot be used is reported by line and slot. Unverifiable is not false: this record cannot tell.',
  parameters: [
    {
      name: 'file',
      kind: 'text',
      positional: true,
      required: true,
      most: 4096,
      file: true,
      stdin: true,
      sampleText:
        '{"sentence":"Finland joined NATO in 2021.","kind":"membership","indicator":"accession to NATO","actors":["FIN"],"period":"2021"}',
      help: 'the claims: a file, or - for standard input',
    },
    { name: 'date', kind: 'day', help: 'day on which they were made: what came later counts as not known (default: today)' },
    {
      name: 'failOn',
      kind: 'choice',
      choices: ['contradicted', 'partly'],
      help: 'exit code 4 where a claim is contradicted; or also where one holds only partly',
    },
    pullParameter,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis check claims.jsonl',
    'visavis check claims.csv --format csv -o verdicts.csv',
    'visavis check - --json --fail-on contradicted',
    'visavis check claims.jsonl --pull',
  ],
  load: async () => {
    const [{ checkSchema }, { pullReportSchema }, text] = await Promise.all([
      import('../checking/check-schema.ts'),
      import('../evidence-on-demand/pull-report-schema.ts'),
      import('../../reports/claims/check-text.ts'),
    ])
    return {
      output: (checkSchema as ZodObject).extend({ pull: pullReportSchema.optional().describe('with --pull') }),
      run,
      show: { table: text.checkText, md: text.checkMarkdown, csv: text.checkCsv },
      met: ({ failOn }: CheckAnswer) => failOn?.met === true,
      lacks: ({ claims }: CheckAnswer) => claims.every(({ why }) => why?.startsWith(notTested) === true),
      next: () => [
        'visavis read FILE   reads the claims out of a text',
        'visavis sources --all   what can be added, so that more claims can be tested',
      ],
    }
  },
}

async function run(input: Input, context: Context): Promise<CheckAnswer & WithPull> {
  const [{ readSource }, { claimsInText }, { withRecord }, { createHash }, { refuseFuture }] = await Promise.all([
    import('../reading/read-source.ts'),
    import('../checking/claim-slots-file.ts'),
    import('../storage/record.ts'),
    import('node:crypto'),
    import('../request/period.ts'),
  ])
  const { bytes, name } = await readSource(input['file'] as string, context, 'check')
  const given = claimsInText(new TextDecoder().decode(bytes), name)
  const date = (input['date'] as string | undefined) ?? context.today
  refuseFuture({ to: date }, date, context.today)
  const asked = input['failOn'] as 'contradicted' | 'partly' | undefined
  let needs: readonly SeriesNeed[] = []
  const checked = (chosen: Input): Promise<CheckAnswer> =>
    withRecord(chosen, context, async (snapshot) => {
      const { claims, errors, needs: lacking } = await answered(given, date, snapshot, context)
      needs = lacking
      const count = (verdict: CheckedClaim['verdict']): number => claims.filter((claim) => claim.verdict === verdict).length
      const byVerdict = {
        supported: count('supported'),
        partly: count('partly'),
        contradicted: count('contradicted'),
        unverifiable: count('unverifiable'),
      }
      const { citedSources } = await import('../reading/read-answer.ts')
      const failed = byVerdict.contradicted > 0 || (asked === 'partly' && byVerdict.partly > 0)
      return {
        schemaVersion: 1,
        document: { name, date, sha256: createHash('sha256').update(bytes).digest('hex') },
        snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created },
        summary: { claims: claims.length, byVerdict, errors: errors.length },
        claims,
        errors,
        sources: citedSources(claims, new Map(snapshot.manifest.sources.map((card) => [card.id, card]))),
        failOn: asked === undefined ? null : { asked, met: failed },
      }
    })
  if (input['pull'] !== true) return checked(input)
  const { answerWithPull } = await import('../evidence-on-demand/answer-with-pull.ts')
  return answerWithPull(input, context, checked, () => needs)
}

interface Made {
  readonly line: number
  readonly slots: ClaimSlots
  readonly claim: Claim
  readonly catalogue: string | null
  readonly place?: PlaceInText
}

/** Returns the claims of each text, by their places in the list: a text goes on as long as sentences and claims within them go up. */
function textsOf(made: readonly Made[]): number[][] {
  const texts: number[][] = []
  let last: PlaceInText | undefined
  for (const [i, { place }] of made.entries()) {
    const goesOn =
      place !== undefined &&
      last !== undefined &&
      (place.sentence_index > last.sentence_index || (place.sentence_index === last.sentence_index && place.claim_index > last.claim_index))
    if (goesOn) texts.at(-1)!.push(i)
    else if (place !== undefined) texts.push([i])
    last = place
  }
  return texts
}

async function answered(
  given: readonly GivenClaim[],
  date: string,
  snapshot: Snapshot,
  context: Context,
): Promise<{ claims: CheckedClaim[]; errors: ClaimFault[]; needs: SeriesNeed[] }> {
  const [{ claimFromSlots }, { nearestIndicators }, { checkMany }, { answeredClaim }, { needsOfClaims }] = await Promise.all([
    import('../../claims/slots/claim-from-slots.ts'),
    import('../../claims/slots/read-indicator.ts'),
    import('../checking/check-many.ts'),
    import('../reading/read-answer.ts'),
    import('../evidence-on-demand/series-needs.ts'),
  ])
  const errors: ClaimFault[] = []
  const made: Made[] = []
  const unusable: CheckedClaim[] = []
  for (const one of given) {
    if (!('slots' in one)) {
      errors.push(...one.faults.map((fault) => ({ line: one.line, id: one.id, ...fault })))
      continue
    }
    const found = claimFromSlots(one.slots, made.length)
    if ('claim' in found) made.push({ ...one, ...found, claim: { ...found.claim, ...one.place } })
    else {
      errors.push({ line: one.line, id: one.slots.id, ...found.fault })
      unusable.push(openClaim(one, `${found.fault.slot}: ${found.fault.message}.`))
    }
  }
  const tested = await checkMany(
    made.map(({ claim }) => claim),
    textsOf(made),
    date,
    snapshot,
    context,
  )
  const found = tested.map(answeredClaim)
  const claims = found.map(({ answer, verdict, why, tolerance, honestValues, evidence, wouldBeTrue, wouldSettle }, i) => {
    const { line, slots, claim, catalogue } = made[i]!
    const nearest = verdict === 'unverifiable' && claim.measured === null && catalogue === null ? nearestIndicators(slots.indicator) : []
    const hint = nearest.length === 0 ? '' : ` Measured are, among others: ${nearest.join(', ')}.`
    return {
      ...slotsOf(slots, line),
      ...{
        domain: claim.domain,
        catalogue,
        actors: claim.actors,
        direction: claim.direction,
        unit: claim.unit,
      },
      ...{ answer, verdict, why: why === null ? null : `${why}${hint}`, tolerance, honestValues, evidence, wouldBeTrue, wouldSettle },
    }
  })
  return { claims: [...claims, ...unusable].sort((a, b) => a.line - b.line), errors, needs: needsOfClaims(found) }
}

/** The slots as given, without those that are understood anew. */
function slotsOf(
  slots: ClaimSlots,
  line: number,
): Omit<ClaimSlots, 'direction' | 'domain' | 'measured' | 'said'> & { readonly line: number } {
  const { direction: _, domain: __, measured: ___, said: ____, ...same } = slots
  return { ...same, line }
}

/** How the answer of a claim begins whose slots cannot be used. */
const notTested = 'Not tested: '

function openClaim({ line, slots }: { readonly line: number; readonly slots: ClaimSlots }, why: string): CheckedClaim {
  return {
    ...slotsOf(slots, line),
    ...{ domain: slots.domain ?? 'unknown', catalogue: null, direction: slots.direction ?? 'n/a' },
    ...{
      answer: 'outside-record',
      verdict: 'unverifiable',
      why: `${notTested}${why}`,
      tolerance: null,
      honestValues: [],
      evidence: [],
      wouldBeTrue: null,
      wouldSettle: null,
    },
  }
}
