import { VisavisError } from '../errors.ts'
import { findSnapshot, openSnapshot, type Snapshot } from '../store/index.ts'
import type { Context, Input } from './operation.ts'
import { lastDay } from './period.ts'

/** Opens the record that the input asks for, hands it over, and closes it whatever happens. */
export async function withRecord<T>(input: Input, context: Context, use: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const snapshot = await openRecord(input, context)
  try {
    return await use(snapshot)
  } finally {
    snapshot.close()
  }
}

async function openRecord(input: Input, context: Context): Promise<Snapshot> {
  const asked = input['snapshot'] as string | undefined
  const asOf = asOfDay(input, context)
  const { directory, why, unexpected } = await findSnapshot({
    snapshot: asked,
    asOf: asked === undefined ? asOf : undefined,
    env: context.env,
  })
  if (unexpected) context.warn?.(`This rests on ${why}.`)
  return openSnapshot(directory)
}

function asOfDay(input: Input, context: Context): string | undefined {
  const asOf = input['asOf'] as string | undefined
  if (asOf === undefined) return undefined
  const day = lastDay(asOf)
  if (day.slice(0, 4) > context.today.slice(0, 4)) {
    throw new VisavisError('BadDate', `--as-of ${asOf} lies in the future (today is ${context.today})`, {
      hint: `--as-of ${context.today}`,
    })
  }
  return day
}

/** The last day that figures may come from: the window's end, the as-of day, or the day of the record, whichever is first. */
export function lastDayFor(input: Input, context: Context, snapshot: Snapshot, to: string | undefined): string {
  const created = snapshot.manifest.created.slice(0, 10)
  return [to, asOfDay(input, context), created].filter((day) => day !== undefined).sort()[0]!
}
