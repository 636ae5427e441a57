import type { Rate } from './rate-limit.ts'

/** How a server is open to the public. */
export interface PublicOptions {
  /** The address under which readers reach it, such as `https://visavis.example.org`; without it only loopback names are answered. */
  readonly url?: string | undefined
  /** Proxies whose `X-Forwarded-For` is believed: addresses, networks, or `loopback`. */
  readonly trustProxy?: readonly string[]
  readonly rate?: Partial<Rate>
  /** Whether `/metrics` is shown to everyone, not to this machine only. */
  readonly publicMetrics?: boolean
  /** Whether records are offered to workers elsewhere, by id. */
  readonly offerRecords?: boolean
  /** Milliseconds without a byte taken after which a download of a record is given up; 60,000 if not given. */
  readonly stall?: number
  /** Most questions that are answered before they are asked; 0 if not given. */
  readonly ahead?: number
  /** Milliseconds between two looks at the store for a newer snapshot. */
  readonly lookEvery?: number
}

/** A page of the workbench asks up to fifteen questions; a university may have many readers behind one address. */
export const defaultRate: Rate = { perSecond: 10, burst: 100, atOnce: 16 }
