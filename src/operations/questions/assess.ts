import type { ZodObject } from 'zod'
import { inSentence } from '../../assessments/forms/wording.ts'
import type { Assessment, Ledger } from '../../assessments/index.ts'
import type { WithOverview } from '../../reports/overview/overview.ts'
import type { resolve } from '../../states/finding/resolve.ts'
import type { WithPull } from '../evidence-on-demand/pull-report.ts'
import type { Context, Input, Operation, OperationImplementation } from '../request/operation.ts'
import { pullParameter, recordParameters } from '../request/record-parameters.ts'

/** How close are two states or blocs, in which domains, since when, and how certain is that? */
export const assessOperation: Operation = {
  name: 'assess',
  summary: 'how two states, or blocs, stand to each other, domain by domain',
  description:
    'Assesses a pair of states in all domains: level, percentile among all pairs, ten-year change, interval and source of every figure; ' +
    'what the record cannot tell is said to be unknown, with what would tell. Either party may be a bloc: then its members on the last day are compared, ' +
    'pair by pair and added up; a state that is in the bloc is left out of it.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state or a bloc: CHN, China, Beijing, EU, NATO …' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state or bloc' },
    { name: 'from', kind: 'day', help: 'first year or day of the votes (default: the latest full year)' },
    { name: 'to', kind: 'day', help: 'last year or day of all figures (default: the day of the record)' },
    { name: 'draws', kind: 'integer', default: 200, least: 100, most: 10_000, help: 'bootstrap draws behind each interval of votes' },
    { name: 'seed', kind: 'integer', default: 1, help: 'seed of the draws' },
    { name: 'save', kind: 'flag', writes: true, help: 'keep the assessment, for visavis diff A B to compare a later one with' },
    pullParameter,
    ...recordParameters,
  ],
  formats: ['table', 'full', 'json', 'csv', 'md', 'html', 'zip'],
  examples: [
    'visavis assess CHN RUS',
    'visavis assess CHN RUS --full',
    'visavis assess Germany Poland --to 2015',
    'visavis assess Iran "Saudi Arabia" --format md -o memo.md',
    'visavis assess CHN RUS --format html -o china-russia.html',
    'visavis assess KEN TZA --pull',
    'visavis assess RUS EU',
    'visavis assess NATO CSTO --to 2020',
  ],
  load: async () => {
    const [schema, pullSchema, overviewSchema, overview, text, brief, markdown, csv, names] = await Promise.all([
      import('../schemas/assessment-schema.ts'),
      import('../evidence-on-demand/pull-report-schema.ts'),
      import('../schemas/overview-schema.ts'),
      import('../../reports/overview/overview-text.ts'),
      import('../../reports/answers/assessment-text.ts'),
      import('../../reports/answers/assessment-brief.ts'),
      import('../../reports/answers/assessment-markdown.ts'),
      import('../../reports/bundle/assessment-csv.ts'),
      import('../../states/finding/resolve.ts'),
    ])
    const work: OperationImplementation = {
      output: (schema.assessmentSchema as ZodObject).extend({
        overview: overviewSchema.overviewSchema.describe('the same on one screen'),
        pull: pullSchema.pullReportSchema.optional().describe('with --pull'),
      }),
      run,
      show: {
        table: overview.overviewText,
        full: text.assessmentText,
        md: markdown.assessmentMarkdown,
        csv: csv.assessmentCsv,
        html: async (answer: Assessment) =>
          (await import('../../reports/page/assessment-html.ts')).assessmentHtml(answer, await ledgerOf(answer)),
        zip: async (answer: Assessment) =>
          (await import('../../reports/bundle/assessment-zip.ts')).assessmentZip(answer, await ledgerOf(answer)),
      },
      brief: brief.assessmentBrief,
      next: (assessment: Assessment) => next(assessment, names.resolve),
    }
    return work
  },
}

async function ledgerOf({ a, b }: Assessment): Promise<Ledger | undefined> {
  return (await import('../../assessments/record/ledger.ts')).bundledLedger(a.iso3, b.iso3)
}

async function run(input: Input, context: Context): Promise<Assessment & WithOverview & WithPull> {
  const { overviewOf } = await import('../../reports/overview/overview.ts')
  const found = input['pull'] === true ? await assessedWithPull(input, context) : await assessed(input, context)
  const answer = { ...found, overview: overviewOf(found) }
  if (input['save'] === true) {
    const { pull: _, ...assessment } = answer
    await (await import('../storage/saved-assessments.ts')).saveAssessment(assessment, context)
  }
  return answer
}

async function assessed(input: Input, context: Context): Promise<Assessment & WithPull> {
  const { pairFromInput, withAssessor } = await import('../storage/pair-assessor.ts')
  return withAssessor(input, context, (assessor) => assessor(pairFromInput(input)))
}

async function assessedWithPull(input: Input, context: Context): Promise<Assessment & WithPull> {
  const [{ answerWithPull }, { needsOfAssessment }] = await Promise.all([
    import('../evidence-on-demand/answer-with-pull.ts'),
    import('../evidence-on-demand/series-needs.ts'),
  ])
  return answerWithPull(input, context, (chosen) => assessed(chosen, context), needsOfAssessment)
}

function next(assessment: Assessment, meaning: typeof resolve): string[] {
  const { a, b, to } = assessment
  const votes = assessment.domains.some((domain) => domain.id === 'diplomacy' && domain.state === 'observed')
  const [x, y] = [spelling(a, meaning), spelling(b, meaning)]
  const ofBlocs = [a, b].some(({ members }) => members !== undefined)
  return [
    `visavis assess ${x} ${y} --full   every figure of every domain with its interval, judgements, turning points, sources`,
    'visavis serve   all of this on pages in the browser, every figure with the rows behind it',
    `visavis assess ${x} ${y} --to ${Number(to.slice(0, 4)) - 10}   the same pair ten years ago`,
    ...(ofBlocs ? membersNext(a, b, to, meaning) : votes ? votesNext(a, b, to) : []),
    `visavis assess ${x} ${y} --format md -o memo.md   the page for a memo; --json has every row behind it`,
    `visavis assess ${x} ${y} --format html -o page.html   one page with charts, for a browser or paper`,
    'visavis cite   how to cite the sources',
  ]
}

function votesNext(a: Assessment['a'], b: Assessment['b'], to: string): string[] {
  return [
    `visavis measure similarity ${a.iso3} ${b.iso3} --by year   every year, with intervals`,
    `visavis measure similarity ${a.iso3} --year ${Number(to.slice(0, 4)) - 1}   who votes with ${inSentence(a.name)}`,
  ]
}

/** Suggests commands if a party is a bloc: the assessment of one pair of members, and the list of members. */
function membersNext(a: Assessment['a'], b: Assessment['b'], to: string, meaning: typeof resolve): string[] {
  const blocs = [a, b].filter(({ members }) => members !== undefined)
  const one = (party: Assessment['a']): string => party.members?.[Math.floor(party.members.length / 2)] ?? party.iso3
  return [
    `visavis assess ${one(a)} ${one(b)} --to ${to}   one pair by itself: members differ`,
    ...blocs.map((bloc) => `visavis states ${spelling(bloc, meaning)} --on ${to}   who is a member, and since when`),
  ]
}

/** Returns the spelling of a party for the command line: its code, or a bloc's name if the code means a state (AU is Australia). */
function spelling({ iso3, name, members }: Assessment['a'], meaning: typeof resolve): string {
  return members !== undefined && meaning(iso3).kind !== 'bloc' ? `"${name}"` : iso3
}
