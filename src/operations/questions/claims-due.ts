import type { ClaimTestContext } from '../../claims/testing/test-claims.ts'
import type { DueAnswer, ResolutionAnswer, SavedForecast } from '../../reports/claims/claims-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import type { LedgerEntry } from '../storage/forecast-ledger.ts'

/** Which saved forecasts have come due, and how did they turn out? */
export const claimsDueOperation: Operation = {
  name: 'claims due',
  summary: 'kept forecasts whose day has come, and how they came out',
  description:
    'Lists the forecasts and dated promises kept by visavis read --keep whose day has come, tests each against the record, and keeps the outcome with the snapshot that it rests on. ' +
    'A forecast is never changed. A Brier score is given only where a word of likelihood gave a probability.',
  parameters: [{ name: 'date', kind: 'day', help: 'due by this day (default: today)' }, ...recordParameters],
  keeps: true,
  formats: ['table', 'json', 'csv'],
  examples: ['visavis claims due', 'visavis claims due --date 2026-06-30 --json'],
  load: async () => {
    const [{ dueSchema }, reports] = await Promise.all([
      import('../schemas/claims/claims-due-schema.ts'),
      import('../../reports/claims/claims-due.ts'),
    ])
    return { output: dueSchema, run, show: { table: reports.dueText, csv: reports.dueCsv } }
  },
}

async function run(input: Input, context: Context): Promise<DueAnswer> {
  const [{ readForecastLedger, forecastsFolder, saveResolution, sentencesAround }, { withRecord }, { periodEnd, refuseFuture }] =
    await Promise.all([import('../storage/forecast-ledger.ts'), import('../storage/record.ts'), import('../request/period.ts')])
  const on = resolutionDay(input['date'] as string | undefined, context.today, { periodEnd, refuseFuture })
  const ledger = await readForecastLedger(context)
  const due = ledger.filter(({ forecast }) => forecast.due !== null && forecast.due <= on)
  const waiting = ledger.filter(({ forecast }) => forecast.due !== null && forecast.due > on)
  return withRecord(input, context, async (snapshot) => {
    const { id, created, sources } = snapshot.manifest
    const cards = new Map(sources.map((card) => [card.id, card]))
    const resolvedList: DueAnswer['due'][number][] = []
    for (const entry of due) {
      const one = await resolvedForecast(
        entry,
        { snapshot, date: entry.forecast.document.date, today: on, cards },
        await sentencesAround(entry.forecast, context),
        context,
      )
      await saveResolution(one.resolution, context)
      resolvedList.push(one)
    }
    return {
      schemaVersion: 1,
      on,
      snapshot: { id, created },
      folder: forecastsFolder(context),
      due: resolvedList,
      waiting: waiting.length,
      next: waiting[0]?.forecast.due ?? null,
      undated: ledger.length - due.length - waiting.length,
      score: scoreOf(resolvedList.map(({ resolution }) => resolution)),
    }
  })
}

/** Returns the requested day, but at most today, as the future cannot be resolved. */
function resolutionDay(
  asked: string | undefined,
  today: string,
  { periodEnd, refuseFuture }: Pick<typeof import('../request/period.ts'), 'periodEnd' | 'refuseFuture'>,
): string {
  if (asked === undefined) return today
  refuseFuture({ to: periodEnd(asked) }, asked, today)
  return periodEnd(asked) < today ? periodEnd(asked) : today
}

async function resolvedForecast(
  { forecast, resolutions }: LedgerEntry,
  bench: ClaimTestContext,
  sentences: readonly string[],
  context: Context,
): Promise<DueAnswer['due'][number]> {
  const [{ withSaid }, { testClaims }] = await Promise.all([
    import('../../claims/reading/said/with-said.ts'),
    import('../../claims/testing/test-claims.ts'),
  ])
  // what the words say is read anew: an earlier version may have kept less of it
  const { finding } = (await testClaims(withSaid([forecast.claim], { date: bench.date, sentences }), bench))[0]!
  const verdict = finding?.verdict ?? 'unverifiable'
  const resolution: ResolutionAnswer = {
    schemaVersion: 1,
    forecast: forecast.id,
    resolved: context.now,
    on: bench.today,
    snapshot: bench.snapshot.manifest.id,
    verdict,
    why: finding?.why ?? 'It names no outcome that a record could hold.',
    brier: brierOf(forecast, verdict),
  }
  return {
    ...forecast,
    resolution,
    wouldSettle: finding?.wouldSettle ?? null,
    earlier: resolutions.filter(({ snapshot, on }) => snapshot !== resolution.snapshot || on !== resolution.on),
  }
}

/** Returns the Brier score of the middle of the probability range. Null: the forecast has no probability, came true in part, or is unverifiable. */
function brierOf({ probability }: SavedForecast, verdict: ResolutionAnswer['verdict']): number | null {
  if (probability === null || (verdict !== 'supported' && verdict !== 'contradicted')) return null
  return ((probability.low + probability.high) / 2 - (verdict === 'supported' ? 1 : 0)) ** 2
}

function scoreOf(resolutions: readonly ResolutionAnswer[]): DueAnswer['score'] {
  const resolvedList = resolutions.filter(({ verdict }) => verdict !== 'unverifiable')
  const scores = resolutions.flatMap(({ brier }) => brier ?? [])
  return {
    resolved: resolvedList.length,
    came: resolvedList.filter(({ verdict }) => verdict === 'supported').length,
    scored: scores.length,
    brier: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
  }
}
