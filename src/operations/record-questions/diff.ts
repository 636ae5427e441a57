import type { AssessmentChanges } from '../../assessments/pairs/assessment-changes.ts'
import type { DiffAnswer } from '../../reports/answers/add-pull-diff.ts'
import type { Context, Format, Input, Operation } from '../request/operation.ts'
import { cutNote } from '../request/table-limits.ts'

/** What changed since an earlier snapshot, or since the last saved assessment of a pair? */
export const diffOperation: Operation = {
  name: 'diff',
  summary: 'what changed since last time: editions, or an assessment',
  description:
    'Compares two snapshots, row by row and in sum: by default the newest of your store with the one that it was made from. A new vintage of an equal figure is no change. ' +
    'With two states or blocs: the assessment that was saved last (visavis assess A B --save) with the one of today; each figure as new data, revised data or changed method, and each judgement.',
  parameters: [
    {
      name: 'before',
      kind: 'text',
      positional: true,
      help: 'the older snapshot, by id or path (default: the parent of the newer); or a state or bloc',
    },
    { name: 'b', kind: 'text', positional: true, help: 'another state or bloc' },
    { name: 'snapshot', kind: 'text', help: 'the newer snapshot (default: the newest of your store)' },
    {
      name: 'limit',
      kind: 'integer',
      inTables: 40,
      most: 1_000_000,
      help: 'rows to list (40 in a table; else all); the counts are of all',
    },
  ],
  formats: ['table', 'json', 'csv'],
  examples: ['visavis diff', 'visavis diff CHN RUS', 'visavis diff 9658b09e --limit 1000 --format csv'],
  load: async () => {
    const [{ z }, reports, { changesText, changesCsv, eventsLeftOut }, { changesSchema }] = await Promise.all([
      import('zod'),
      import('../../reports/answers/add-pull-diff.ts'),
      import('../../reports/answers/changes.ts'),
      import('../schemas/changes-schema.ts'),
    ])
    const named = { id: z.string(), created: z.string() }
    const count = z.number().int()
    const editions = z.strictObject({
      schemaVersion: z.literal(1),
      before: z.strictObject(named),
      after: z.strictObject({ ...named, note: z.string() }),
      counts: z.array(
        z.strictObject({
          table: z.string(),
          source: z.string(),
          added: count,
          removed: count,
          changed: count,
          unchanged: count,
          largest: z.number().nullable(),
        }),
      ),
      rows: z.array(
        z.strictObject({
          table: z.string(),
          source: z.string(),
          change: z.enum(['added', 'removed', 'changed']),
          key: z.string(),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    })
    const output = z.union([editions, changesSchema])
    return {
      output,
      run,
      show: {
        table: (answer: DiffAnswer | AssessmentChanges) => ('counts' in answer ? reports.diffText(answer) : changesText(answer)),
        csv: (answer: DiffAnswer | AssessmentChanges) => ('counts' in answer ? reports.diffCsv(answer) : changesCsv(answer)),
      },
      notes: (answer: DiffAnswer | AssessmentChanges, format) =>
        'counts' in answer ? rowsLeftOut(answer, format) : format === 'table' ? eventsLeftOut(answer) : [],
    }
  },
}

/** Says how many of the changed rows an answer shows. */
function rowsLeftOut({ counts, rows }: DiffAnswer, format: Format): string[] {
  const changed = counts.reduce((sum, one) => sum + one.added + one.removed + one.changed, 0)
  return cutNote('changed rows', rows.length, changed, format)
}

async function run(input: Input, context: Context): Promise<DiffAnswer | AssessmentChanges> {
  return input['b'] === undefined ? editionsCompared(input, context) : assessmentsCompared(input, context)
}

/** Compares the last saved assessment with one of today, made from the same first day, with the same seed and the default number of draws. */
async function assessmentsCompared(input: Input, context: Context): Promise<AssessmentChanges> {
  const [{ assessOperation }, { partiesNamed }, { lastSaved }, { changesBetween }] = await Promise.all([
    import('../questions/assess.ts'),
    import('../request/parties.ts'),
    import('../storage/saved-assessments.ts'),
    import('../../assessments/pairs/assessment-changes.ts'),
  ])
  const named = partiesNamed(input['before'] as string, input['b'] as string, { to: context.today })
  const [a, b] = named.map((one) => (one.kind === 'state' ? one.state.iso3 : one.id)) as [string, string]
  const before = await lastSaved(context, a, b)
  const { run: assess } = await assessOperation.load()
  const from = before.from === null ? {} : { from: before.from }
  const again = {
    a: spelling(before.a),
    b: spelling(before.b),
    ...from,
    draws: defaultDraws,
    seed: before.seed,
    snapshot: input['snapshot'],
  }
  return changesBetween(before, (await assess(again, context)) as typeof before)
}

/** Returns the code of a state, or the name of a bloc, as a bloc's id may also be the code of a state. */
function spelling({ iso3, name, members }: { iso3: string; name: string; members?: readonly string[] }): string {
  return members === undefined ? iso3 : name
}

const defaultDraws = 200

async function editionsCompared(input: Input, context: Context): Promise<DiffAnswer> {
  const [{ rowDifference, findSnapshot, openSnapshot }, { VisavisError }] = await Promise.all([
    import('../../store/index.ts'),
    import('../../errors.ts'),
  ])
  const newer = await findSnapshot({ snapshot: input['snapshot'] as string | undefined, env: context.env })
  if (newer.unexpected) context.warn?.(`This rests on ${newer.why}.`, 'record')
  const after = await openSnapshot(newer.directory)
  try {
    const base = (input['before'] as string | undefined) ?? after.manifest.parent
    if (base === null) {
      const message = `snapshot ${after.manifest.id} was not made from another one: there is nothing to compare it with`
      throw new VisavisError('NoSnapshot', message, { hint: 'visavis diff OLDER_SNAPSHOT' })
    }
    const older = await findSnapshot({ snapshot: base, env: context.env }).catch((cause) => {
      if (!(cause instanceof VisavisError) || !/^[A-Z]{3}$/.test(base)) throw cause
      throw new VisavisError(cause.code, cause.message, { cause, hint: `a pair is two states: visavis diff ${base} STATE` })
    })
    const before = await openSnapshot(older.directory)
    try {
      const { counts, rows } = await rowDifference(before, after, input['limit'] as number | undefined)
      const { id, created, note } = after.manifest
      return {
        schemaVersion: 1,
        before: { id: before.manifest.id, created: before.manifest.created },
        after: { id, created, note },
        counts,
        rows,
      }
    } finally {
      before.close()
    }
  } finally {
    after.close()
  }
}
