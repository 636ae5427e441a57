import type { GravityNormAnswer } from '../../reports/gravity/gravity-norm-answer.ts'
import type { State } from '../../states/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** Do two states trade more or less than gravity expects of them? */
export const gravityNormOperation: Operation = {
  name: 'measure gravity',
  summary: 'trade of a pair beside what gravity expects of it, and its place',
  description:
    'Compares the goods trade of two states with what a gravity equation expects: for the size and openness of both, their distance, border, language, and common ' +
    'membership in customs unions and trade blocs. The equation is estimated on all pairs of the record, flows of 0 included. Without a pair: the equation.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, help: 'a state' },
    { name: 'b', kind: 'text', positional: true, help: 'another state' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: ['visavis measure gravity Kenya Tanzania', 'visavis measure gravity'],
  load: async () => {
    const [{ gravityNormSchema }, reports] = await Promise.all([
      import('./gravity-schema.ts'),
      import('../../reports/gravity/gravity-norm-answer.ts'),
    ])
    return {
      output: gravityNormSchema,
      run,
      show: { ...reports.gravityNormPage, csv: reports.gravityNormCsv },
    }
  },
}

async function run(input: Input, context: Context): Promise<GravityNormAnswer> {
  const [{ recordGravity }, { pairNorm }, { withRecord }, { dyadNamed }, { VisavisError }, { normSentences }, { termOf }] =
    await Promise.all([
      import('../../assessments/economy/models/gravity-of-record.ts'),
      import('../../measures/gravity/gravity-norm.ts'),
      import('../storage/record.ts'),
      import('../request/parties.ts'),
      import('../../errors.ts'),
      import('../../reports/gravity/gravity-norm-answer.ts'),
      import('./gravity-estimate.ts'),
    ])
  const [a, b] = [input['a'] as string | undefined, input['b'] as string | undefined]
  if ((a === undefined) !== (b === undefined))
    throw new VisavisError('Usage', 'give two states, or none for the equation', { hint: 'visavis measure gravity Kenya Tanzania' })
  return withRecord(input, context, async (snapshot) => {
    const found = await recordGravity(snapshot)
    if (found === undefined)
      throw new VisavisError('NoCoverage', 'this record has no table of the trade of all pairs (baci-2023)', {
        hint: 'visavis sources --all',
      })
    const { year, source, states, norm, ways } = found
    const pair = a === undefined || b === undefined ? null : dyadNamed(a, b, { from: `${year}-01-01`, to: `${year}-12-31` })
    const ofPair = pair === null ? null : (pairNorm(norm, states.indexOf(pair[0].iso3), states.indexOf(pair[1].iso3)) ?? null)
    const card = snapshot.manifest.sources.find(({ id }) => id === source)!
    return {
      schemaVersion: 1,
      a: pair === null ? null : stateWords(pair[0]),
      b: pair === null ? null : stateWords(pair[1]),
      year,
      snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created },
      norm: ofPair,
      sentences: pair === null ? [] : normSentences([pair[0].name, pair[1].name], year, ofPair),
      terms: norm.fit.terms.map((term, j) => termOf(term, j > 0)),
      states: states.length,
      ways,
      sources: [{ id: source, title: card.title, citation: card.citation, vintage: card.vintage }],
    }
  })
}

function stateWords({ iso3, name }: State): { iso3: string; name: string } {
  return { iso3, name }
}
