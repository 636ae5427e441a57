import type { KeptOutlook, OutlookResolutionEntry, OutlookScoreAnswer, OutlookTargetScore } from '../../reports/outlook/ledger-answer.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'
import type { KeptEntry } from './outlook-ledger.ts'

/** How did the kept forecasts of pairs come out? */
export const outlookScoreOperation: Operation = {
  name: 'outlook score',
  summary: 'kept outlooks settled by the record, with their scores beside no change',
  description:
    'Settles the forecasts kept by visavis outlook --keep by the rule of each, where the record reaches far enough, and scores them: CRPS and coverage of quantities beside no change, Brier and log score of events beside the base rate. ' +
    'The first settlement of a forecast stays; nothing is written over. A ledger file that was changed is refused.',
  parameters: [...recordParameters],
  keeps: true,
  formats: ['table', 'json', 'csv'],
  examples: ['visavis outlook score', 'visavis outlook score --format csv -o scores.csv'],
  load: async () => {
    const [{ outlookScoreSchema }, reports] = await Promise.all([
      import('./ledger-schema.ts'),
      import('../../reports/outlook/ledger-text.ts'),
    ])
    return { output: outlookScoreSchema, run, show: { table: reports.outlookScoreText, csv: reports.outlookScoreCsv } }
  },
}

async function run(input: Input, context: Context): Promise<OutlookScoreAnswer> {
  const [{ ledgerDigest, outlookFolder, readOutlookLedger, saveOutlookResolution }, { withRecord, lastDayFor }] = await Promise.all([
    import('./outlook-ledger.ts'),
    import('../storage/record.ts'),
  ])
  const ledger = await readOutlookLedger(context)
  return withRecord(input, context, async (snapshot) => {
    const on = lastDayFor(input, context, snapshot, undefined)
    const { id, created } = snapshot.manifest
    const open = new Map<string, number>()
    let waiting = 0
    for (const { forecast, resolution } of ledger) {
      if (resolution !== undefined) continue
      if (forecast.target.resolution.day > on) waiting++
      else {
        const settled = await settle(forecast, snapshot, on, context)
        if (typeof settled === 'string') open.set(settled, (open.get(settled) ?? 0) + 1)
        else await saveOutlookResolution(settled, context)
      }
    }
    // what others settled meanwhile counts, too: the first settlement stays
    const now = await readOutlookLedger(context)
    const rows = now.flatMap(({ forecast, resolution }) => (resolution === undefined ? [] : [rowOf(forecast, resolution)]))
    return {
      schemaVersion: 1,
      on,
      snapshot: { id, created },
      folder: outlookFolder(context),
      digest: ledgerDigest(now),
      rows,
      open: [...open].map(([why, forecasts]) => ({ why, forecasts })),
      waiting,
      targets: scoresByTarget(now),
    }
  })
}

function rowOf({ pair, kept, target }: KeptOutlook, resolution: OutlookResolutionEntry): OutlookScoreAnswer['rows'][number] {
  const { id, title, horizon, period } = target
  // files of earlier versions have no log score
  const { logScore = null, baselineLogScore = null } = resolution
  return { ...resolution, logScore, baselineLogScore, pair, kept, id, title, horizon, period }
}

/** How a forecast came out, with its scores; or why the record cannot settle it yet. */
async function settle(
  forecast: KeptOutlook,
  snapshot: import('../../store/index.ts').Snapshot,
  on: string,
  context: Context,
): Promise<Omit<OutlookResolutionEntry, 'sha256'> | string> {
  const [{ targetOutcome }, { outcomeScores }, { stateNamed }] = await Promise.all([
    import('../../assessments/outlook/target-outcome.ts'),
    import('../../outlook/targets/outcome-scores.ts'),
    import('../request/parties.ts'),
  ])
  const { target, pair, classThen } = forecast
  const [a, b] = [stateNamed(pair.a, on), stateNamed(pair.b, on)]
  const found = await targetOutcome(snapshot, target, [a, b], classThen, on)
  if ('waits' in found) return found.waits
  const outcome = 'value' in found ? found.value : null
  const scores = outcome === null ? noScores : outcomeScores(target, outcome)
  return {
    ...{ schemaVersion: 1, forecast: forecast.id, resolved: context.now, snapshot: snapshot.manifest.id },
    ...{ outcome, why: 'isVoid' in found ? found.isVoid : (found.note ?? null), ...scores },
  }
}

const noScores = { score: null, baselineScore: null, logScore: null, baselineLogScore: null, within80: null, within95: null } as const

function scoresByTarget(ledger: readonly KeptEntry[]): OutlookTargetScore[] {
  const settled = ledger.flatMap(({ forecast, resolution }) =>
    resolution?.score == null ? [] : [{ kind: forecast.target.id.split(':')[0]!, resolution }],
  )
  return [...new Set(settled.map(({ kind }) => kind))].sort().map((target) => {
    const own = settled.filter(({ kind }) => kind === target).map(({ resolution }) => resolution)
    const mean = (of: (one: OutlookResolutionEntry) => number): number => own.reduce((sum, one) => sum + of(one), 0) / own.length
    const meanOf = (field: 'logScore' | 'baselineLogScore' | 'within80' | 'within95'): number | null =>
      own.every((one) => one[field] != null) ? mean((one) => Number(one[field])) : null
    return {
      ...{ target, settled: own.length, score: mean(({ score }) => score!), baselineScore: mean(({ baselineScore }) => baselineScore!) },
      ...{ logScore: meanOf('logScore'), baselineLogScore: meanOf('baselineLogScore') },
      ...{ within80: meanOf('within80'), within95: meanOf('within95') },
    }
  })
}
