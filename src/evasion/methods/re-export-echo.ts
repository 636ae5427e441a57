import { type RatioPart, resampledRatio, type ShareWithInterval } from './ghost-share.ts'

/** Monthly flows of one product through a hub, over the same months: from the origin to the hub, and from the hub to the target. */
export interface FlowsThroughHub {
  readonly product: string
  readonly arriving: Float64Array
  readonly leaving: Float64Array
}

/**
 * Returns how much of the rise in arrivals comes back as a rise in what the hub sends to the target up to `lag` months later: for each product the smaller of
 * the two rises, summed, over the sum of the rises in arrivals. Arrivals of the last `lag` months are left out, since their goods may leave after the data end.
 * One if every rise is matched; it does not show that the same goods went on.
 *
 * @param treated   index of the first month of the treatment; the rise is against the mean of the months before
 * @param lag       how many months later goods may leave, from 0
 * @returns         undefined if nothing rose
 * @see Lukaszuk 2021, on re-exports round the Russian food embargo
 * @example reExportEcho([{ product: '8542', arriving: Float64Array.of(0, 10, 10), leaving: Float64Array.of(0, 0, 5) }], 1, 1)?.value   // 0.5
 */
export function reExportEcho(flows: readonly FlowsThroughHub[], treated: number, lag: number): ShareWithInterval | undefined {
  const parts = flows.flatMap((flow) => echoOf(flow, treated, lag)).filter(({ over }) => over > 0)
  return parts.length === 0 ? undefined : resampledRatio(parts, (ratio) => ratio)
}

/**
 * The rise of arrivals over the months whose goods can leave before the data end, and the rise of departures over as many months, from the lag on: with more
 * months of departures than of arrivals a steady share would seem larger than it is.
 */
function echoOf({ arriving, leaving }: FlowsThroughHub, treated: number, lag: number): RatioPart[] {
  if (treated < 1 || arriving.length !== leaving.length || treated + lag >= arriving.length)
    throw new RangeError('reExportEcho: the two flows need the same months, before and after the treatment, and more after it than the lag')
  const over = riseOf(arriving, treated, treated, arriving.length - lag)
  const under = riseOf(leaving, treated, treated + lag, leaving.length)
  return over > 0 ? [{ over, under: Math.max(0, Math.min(under, over)) }] : []
}

/** Returns the sum of the months `from` to `to - 1` above the mean of the months before the treatment. */
function riseOf(months: Float64Array, treated: number, from: number, to: number): number {
  let before = 0
  for (let t = 0; t < treated; t++) before += months[t]! / treated
  let rise = 0
  for (let t = from; t < to; t++) rise += months[t]! - before
  return rise
}
