import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import type { OutlookAnswer } from '../../reports/outlook/outlook-answer.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { Context, Input, Operation } from '../request/operation.ts'
import { recordParameters } from '../request/record-parameters.ts'

/** How will two states stand in one to ten years? */
export const outlookOperation: Operation = {
  name: 'outlook',
  summary: 'forecasts of how two states will stand, with bands that a back-test calibrated',
  description:
    'Forecasts distance of ideal points, agreement, standing, goods trade, its share of GDP and trade dependence of two states 1, 2, 3, 5 and 10 years ahead, each with bands of 50 to 95 %, ' +
    'its rule of resolution, and its skill over no change in a back-test of all pairs since 1990. A forecast without shown skill says so. --keep freezes the forecasts in a ledger.',
  parameters: [
    { name: 'a', kind: 'text', positional: true, required: true, help: 'a state' },
    { name: 'b', kind: 'text', positional: true, required: true, help: 'another state' },
    { name: 'horizon', kind: 'integer', least: 1, most: 100, help: 'only so many years ahead: 1, 2, 3, 5 or 10' },
    { name: 'keep', kind: 'flag', writes: true, help: 'freeze these forecasts in the ledger, for outlook due and outlook score' },
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md'],
  examples: [
    'visavis outlook China Russia',
    'visavis outlook IND PAK --horizon 5',
    'visavis outlook KEN TZA --format csv',
    'visavis outlook USA CHN --keep',
  ],
  load: async () => {
    const [{ outlookSchema }, reports] = await Promise.all([import('./outlook-schema.ts'), import('../../reports/outlook/outlook-text.ts')])
    return {
      output: outlookSchema,
      run,
      show: { table: reports.outlookText, csv: reports.outlookCsv, md: reports.outlookMarkdown },
    }
  },
}

async function run(input: Input, context: Context): Promise<OutlookAnswer> {
  const [{ withRecord, lastDayFor }, { pairOutlook }, { outlookStatements }, { dyadNamed }, { readOutlookFits }, { requestedHorizon }] =
    await Promise.all([
      import('../storage/record.ts'),
      import('../../assessments/outlook/pair-outlook.ts'),
      import('../../assessments/outlook/outlook-statements.ts'),
      import('../request/parties.ts'),
      import('../../outlook/targets/stored-fits.ts'),
      import('./requested-horizon.ts'),
    ])
  const horizon = await requestedHorizon(input)
  return withRecord(input, context, async (snapshot) => {
    const lastDay = lastDayFor(input, context, snapshot, undefined)
    const [a, b] = dyadNamed(input['a'] as string, input['b'] as string, { from: lastDay, to: lastDay })
    const fits = await readOutlookFits()
    const found = await pairOutlook(snapshot, a, b, lastDay, fits)
    const events = await pairEvents(snapshot, [a, b], lastDay)
    const targets = [...found.targets, ...events.targets].filter((one) => horizon === undefined || one.horizon === horizon)
    await refuseNone(targets.length, found.refused)
    const { id, created } = snapshot.manifest
    const learnt = fits.snapshot === id ? [] : [`Weights and bands were learnt from record ${fits.snapshot}, not from this one.`]
    const answer: OutlookAnswer = {
      schemaVersion: 1,
      a: { iso3: a.iso3, name: a.name },
      b: { iso3: b.iso3, name: b.name },
      asOf: lastDay,
      snapshot: { id, created },
      statements: outlookStatements(found, a, b),
      standing: found.standing,
      targets,
      none: [...found.refused, ...events.none],
      notes: [...found.notes, ...learnt],
      kept: null,
    }
    if (input['keep'] !== true) return answer
    const { keepOutlook } = await import('./outlook-ledger.ts')
    return { ...answer, kept: await keepOutlook(answer, context) }
  })
}

/** Events are forecast from the tables as they are now, so not for a page of the past. */
async function pairEvents(
  snapshot: Snapshot,
  [a, b]: readonly [State, State],
  lastDay: string,
): Promise<{ targets: readonly OutlookTarget[]; none: OutlookAnswer['none'] }> {
  const [{ eventsOfRecord }, { eventTargets }, { targetOfEvent }, { askedEvents, eventTitle }, { inSentence }] = await Promise.all([
    import('../../assessments/outlook/events-of-record.ts'),
    import('../../outlook/events/event-targets.ts'),
    import('../../outlook/events/event-target.ts'),
    import('../../outlook/events/event-words.ts'),
    import('../../assessments/forms/wording.ts'),
  ])
  const articled = (text: string): string => [a, b].reduce((said, { name }) => said.replaceAll(` ${name}`, ` ${inSentence(name)}`), text)
  if (lastDay < snapshot.manifest.created) {
    const why = 'events are forecast from the newest tables only'
    return {
      targets: [],
      none: askedEvents.map((id) => ({ id, title: eventTitle(id), why })),
    }
  }
  const { targets, without } = eventTargets(await eventsOfRecord(snapshot), a.iso3, b.iso3)
  return {
    targets: targets.map(targetOfEvent).map((one) => ({ ...one, title: articled(one.title) })),
    none: without.map(({ id, why }) => ({ id, title: eventTitle(id), why: articled(why.replace(/\.$/, '')) })),
  }
}

async function refuseNone(targets: number, refused: OutlookAnswer['none']): Promise<void> {
  if (targets > 0) return
  const { VisavisError } = await import('../../errors.ts')
  throw new VisavisError('NoCoverage', `no forecast of any quantity: ${[...new Set(refused.map(({ why }) => why))].join('; ')}`)
}
