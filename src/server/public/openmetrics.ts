/** The media type of OpenMetrics 1.0, which Prometheus reads. */
export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/** Upper bounds of the histogram of latencies, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** A value that is read when the metrics are asked for. */
export interface Gauge {
  readonly name: string
  readonly help: string
  readonly unit?: 'bytes' | 'seconds'
  /** `counter` for a number that only grows. */
  readonly type?: 'counter'
  readonly value: number
}

interface Latencies {
  readonly buckets: number[]
  count: number
  sum: number
}

/** Counts requests and how long they took. */
export class RequestMetrics {
  readonly #counts = new Map<string, { readonly operation: string; readonly status: number; count: number }>()
  readonly #latencies = new Map<string, Latencies>()

  /**
   * Counts a request.
   *
   * @param operation   name of the operation, or the kind of another request: from a fixed set, as each has series of its own
   */
  observe(operation: string, status: number, seconds: number): void {
    const key = `${operation} ${status}`
    const counted = this.#counts.get(key) ?? { operation, status, count: 0 }
    counted.count++
    this.#counts.set(key, counted)
    const latencies = this.#latencies.get(operation) ?? { buckets: bounds.map(() => 0), count: 0, sum: 0 }
    this.#latencies.set(operation, latencies)
    latencies.count++
    latencies.sum += seconds
    const at = bounds.findIndex((bound) => seconds <= bound)
    if (at >= 0) latencies.buckets[at]!++
  }

  /** Returns everything that was counted, and the given values, as OpenMetrics text. */
  text(info: Readonly<Record<string, string>>, gauges: readonly Gauge[]): string {
    const lines = [
      ...family('visavis', 'info', 'version of the program and snapshot in use'),
      `visavis_info${labels(info)} 1`,
      ...family('visavis_requests', 'counter', 'requests by operation and status'),
      ...[...this.#counts.values()].map(
        ({ operation, status, count }) => `visavis_requests_total${labels({ operation, status: String(status) })} ${count}`,
      ),
      ...family('visavis_request_duration_seconds', 'histogram', 'time from a request to the end of its answer', 'seconds'),
      ...[...this.#latencies].flatMap(([operation, latencies]) => histogramLines(operation, latencies)),
      ...gauges.flatMap(gaugeLines),
      '# EOF',
    ]
    return `${lines.join('\n')}\n`
  }
}

function family(name: string, type: string, help: string, unit?: string): string[] {
  return [`# TYPE ${name} ${type}`, ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]), `# HELP ${name} ${escaped(help)}`]
}

function histogramLines(operation: string, { buckets, count, sum }: Latencies): string[] {
  const name = 'visavis_request_duration_seconds'
  let below = 0
  const lines = bounds.map((bound, i) => {
    below += buckets[i]!
    return `${name}_bucket${labels({ operation, le: openMetricsNumber(bound) })} ${below}`
  })
  const own = labels({ operation })
  return [
    ...lines,
    `${name}_bucket${labels({ operation, le: '+Inf' })} ${count}`,
    `${name}_count${own} ${count}`,
    `${name}_sum${own} ${sum.toFixed(6)}`,
  ]
}

/** Writes a bound as the standard spells it: `1.0`, not `1`. */
const openMetricsNumber = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value))

function gaugeLines({ name, help, unit, type, value }: Gauge): string[] {
  return [...family(name, type ?? 'gauge', help, unit), `${name}${type === 'counter' ? '_total' : ''} ${value}`]
}

function labels(values: Readonly<Record<string, string>>): string {
  return `{${Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')}}`
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
