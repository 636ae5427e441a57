import { groupedBy, isInForce } from './event-facts.ts'
import type { EventRecord, SanctionStep } from './event-record.ts'

/** By how much a new regime counts less with each year that passes. */
const fading = 0.9

/** The regimes of the record as forecasts of their onset ask for them. A sender is a state or a body, which acts for its members. */
export class SanctionsFacts {
  private readonly record: EventRecord
  private readonly byPair: ReadonlyMap<string, readonly SanctionStep[]>
  private readonly byTarget: ReadonlyMap<string, readonly SanctionStep[]>
  /** The first step of each sender on each target, and of each new regime. */
  private readonly starts: ReadonlyMap<string, readonly number[]>
  private readonly senders = new Map<string, readonly string[]>()

  constructor(record: EventRecord) {
    this.record = record
    this.byPair = groupedBy(record.sanctions, ({ sender, target }) => `${sender} ${target}`)
    this.byTarget = groupedBy(record.sanctions, ({ target }) => target)
    const regimes = [...groupedBy(record.sanctions, ({ regime, sender, target }) => `${regime} ${sender} ${target}`).values()]
    const firsts = regimes.map((steps) => steps[0]!)
    this.starts = new Map([...groupedBy(firsts, ({ sender }) => sender)].map(([sender, steps]) => [sender, steps.map(yearOf)]))
  }

  /** The steps of a sender on a target, by start. */
  steps(sender: string, target: string): readonly SanctionStep[] {
    return this.byPair.get(`${sender} ${target}`) ?? []
  }

  /** The year of the first step after a day; Infinity where there is none. */
  nextStart(sender: string, target: string, day: string): number {
    const next = this.steps(sender, target).find((step) => step.start_date > day)
    return next === undefined ? Number.POSITIVE_INFINITY : yearOf(next)
  }

  /** All senders but the UN that had begun a regime by a day. */
  sendersBy(day: string): readonly string[] {
    const known = this.senders.get(day)
    if (known !== undefined) return known
    const found = this.record.sanctions.filter((step) => step.start_date <= day && step.sender !== 'UN').map(({ sender }) => sender)
    const senders = [...new Set(found)].sort()
    this.senders.set(day, senders)
    return senders
  }

  /** Senders with a regime in force on a target. */
  sendersOn(target: string, day: string): readonly string[] {
    return [...new Set((this.byTarget.get(target) ?? []).filter((step) => isInForce(step, day)).map(({ sender }) => sender))]
  }

  /** Senders of steps on a target that began in a year. */
  newSendersOn(target: string, year: number): readonly string[] {
    return (this.byTarget.get(target) ?? []).filter((step) => yearOf(step) === year).map(({ sender }) => sender)
  }

  /** New regimes of a sender up to a year, each counting less with age. */
  activity(sender: string, year: number): number {
    return (this.starts.get(sender) ?? []).reduce((sum, start) => sum + (start <= year ? fading ** (year - start) : 0), 0)
  }
}

function yearOf({ start_date }: SanctionStep): number {
  return Number(start_date.slice(0, 4))
}
