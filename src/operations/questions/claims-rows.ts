import { VisavisError } from '../../errors.ts'
import type { AnsweredClaim, ReadAnswer } from '../../reports/claims/claims-answer.ts'
import type { ClaimRowsAnswer } from '../../reports/claims/claims-rows.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import { cutNote } from '../request/table-limits.ts'
import { readOperation } from './read.ts'

/** On which rows of which sources does the verdict on a claim rest? */
export const claimsRowsOperation: Operation = {
  name: 'claims rows',
  summary: 'the rows behind the verdict on one claim of a text',
  description:
    'Reads a text as visavis read does and shows what the verdict on one of its claims rests on: each source with citation, licence and edition, and the very rows of the record. ' +
    'Claims that can be checked are numbered through the text from 1, as visavis read prints them.',
  parameters: [
    ...readOperation.parameters.filter(({ name }) => name === 'file'),
    { name: 'claim', kind: 'integer', positional: true, required: true, least: 1, help: 'number of the claim, as visavis read prints it' },
    ...readOperation.parameters.filter(({ name }) => name === 'date' || name === 'title'),
    { name: 'limit', kind: 'integer', inTables: 200, least: 1, most: 1_000_000, help: 'rows of each source (200 in a table; else all)' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis claims rows essay.txt 3', 'visavis claims rows essay.txt 3 --date 2024-05-01 --format csv -o rows.csv'],
  load: async () => {
    const [{ claimRowsSchema }, reports, { evidenceCsv }] = await Promise.all([
      import('../schemas/claims/claims-rows-schema.ts'),
      import('../../reports/claims/claims-rows.ts'),
      import('../../reports/parts/evidence.ts'),
    ])
    return {
      output: claimRowsSchema,
      run,
      show: { table: reports.claimRowsText, csv: evidenceCsv, md: reports.claimRowsMarkdown },
      notes: ({ behind }: ClaimRowsAnswer, format) =>
        behind.flatMap(({ source, rows, total }) => cutNote(`rows of ${source.id}`, rows.length, total, format)),
    }
  },
}

async function run(input: Input, context: Context): Promise<ClaimRowsAnswer> {
  const { claim: _, limit, ...asked } = input
  const read = await readOperation.load()
  const answer = (await read.run(asked, context)) as ReadAnswer
  const number = input['claim'] as number
  const claim = claimNumbered(answer, number)
  const { name, title, author, date, sha256 } = answer.document
  return {
    schemaVersion: 1,
    document: { name, title, author, date, sha256 },
    snapshot: answer.snapshot,
    number,
    claim,
    behind: await rowsOf(claim, { ...input, snapshot: answer.snapshot.id }, limit as number | undefined, context),
  }
}

function claimNumbered({ claims }: ReadAnswer, number: number): AnsweredClaim {
  const checkable = claims.filter((claim) => claim.checkable)
  const found = checkable[number - 1]
  if (found !== undefined) return found
  const held = checkable.length === 0 ? 'no claim' : checkable.length === 1 ? 'one claim' : `${checkable.length} claims`
  throw new VisavisError('Usage', `claim: there is no claim ${number}; the text holds ${held} that can be checked`, {
    hint: 'visavis read FILE   numbers them',
  })
}

async function rowsOf(claim: AnsweredClaim, input: Input, limit: number | undefined, context: Context): Promise<ClaimRowsAnswer['behind']> {
  const [{ withRecord }, { rowsOfEvidence }, { distinctRows }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../assessments/record/rows-of-evidence.ts'),
    import('../../reports/claims/claims-words.ts'),
  ])
  const { evidence, honestValues, wouldBeTrue, actors } = claim
  const all = distinctRows([...evidence, ...honestValues.map((one) => one.evidence), ...(wouldBeTrue?.evidence ?? [])])
  return withRecord(input, context, (snapshot) => {
    const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
    return rowsOfEvidence(snapshot, all, { cards, states: actors, limit })
  })
}
