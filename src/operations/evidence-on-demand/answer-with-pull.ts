import { VisavisError } from '../../errors.ts'
import type { Context, Input } from '../request/operation.ts'
import { withRecord } from '../storage/record.ts'
import { askProviders, mostRequests } from './ask-providers.ts'
import { heldFigures } from './held-figures.ts'
import { seriesMissing } from './missing-series.ts'
import { type PullReport, pullSentences } from './pull-report.ts'
import type { SeriesNeed } from './series-needs.ts'

/**
 * Answers from the record, asks the providers for what the answer lacks, and answers again from the new snapshot if something came. Says on stderr what was
 * asked and what came of it.
 *
 * @param answer    answers from the record that an input selects
 * @param needsOf   returns what an answer lacks
 * @throws Usage with `asOf`, as the record of a past day does not grow
 */
export async function answerWithPull<T extends object>(
  input: Input,
  context: Context,
  answer: (input: Input) => Promise<T>,
  needsOf: (answer: T) => readonly SeriesNeed[],
): Promise<T & { readonly pull: PullReport }> {
  if (input['asOf'] !== undefined) {
    throw new VisavisError('Usage', '--pull brings what is published today, and --as-of asks for the record of a past day', {
      hint: 'leave one of the two out; --to leaves out later figures',
    })
  }
  const first = await answer(input)
  const pull = await pullFor(needsOf(first), input, context)
  const whole = pull.snapshot === null ? first : await answer({ ...input, snapshot: pull.snapshot })
  for (const sentence of pullSentences(pull)) context.warn?.(sentence)
  return { ...whole, pull }
}

async function pullFor(needs: readonly SeriesNeed[], input: Input, context: Context): Promise<PullReport> {
  const held = await withRecord(input, { ...context, warn: undefined }, (snapshot) => heldFigures(snapshot, needs))
  const requests = seriesMissing(needs, held, context.today)
  if (requests.length === 0) return { requests: [], snapshot: null, notes: [nothingMissing] }
  const report = await askProviders(requests.slice(0, mostRequests), input['snapshot'] as string | undefined, context)
  const left = requests.length - mostRequests
  return left <= 0
    ? report
    : { ...report, notes: [...report.notes, `${left} more series are missing: ${mostRequests} are asked for at one go.`] }
}

const nothingMissing = 'Nothing was asked: of goods and fuels between two states, and of GDP, this answer lacks no year that is published.'
