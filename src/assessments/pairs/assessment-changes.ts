import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import type { Assessment } from '../forms/assessment.ts'
import type { Judgement } from '../forms/judgement-form.ts'

/**
 * Why a figure differs: it covers another period, comes from another edition of the same period, follows another method, or was known only before or only
 * after.
 */
export type ChangeReason = 'new data' | 'revised data' | 'changed method' | 'now known' | 'no longer known'

export interface FigureChange {
  readonly domain: string
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly reason: ChangeReason
  /** `before` is null where the figure was unknown, `after` where it is unknown now. */
  readonly before: Side | null
  readonly after: Side | null
}

interface Side {
  readonly value: number
  readonly period: string
  readonly method: string
  readonly vintages: readonly string[]
}

export interface JudgementChange {
  readonly what: string
  readonly before: string
  readonly after: string
}

/** How an assessment differs from an earlier one of the same pair. */
export interface AssessmentChanges {
  readonly schemaVersion: 1
  readonly a: string
  readonly b: string
  readonly before: Edition
  readonly after: Edition
  readonly figures: readonly FigureChange[]
  readonly judgements: readonly JudgementChange[]
  /**
   * Dated items (votes, treaties, sanctions regimes, reports, ledger items) that the earlier assessment did not list.
   */
  readonly events: readonly { readonly date: string; readonly text: string }[]
}

interface Edition {
  readonly to: string
  readonly snapshot: string
}

/**
 * Compares two assessments of one pair: figures that differ with the reason, judgements that differ, and new events.
 *
 * A figure for another period counts as new data, and for the same period as revised data. If its method text differs,
 * the reason is always a changed method. Intervals are compared too, since an interval can narrow around the same
 * value. Yearly series are not compared; their levels are.
 *
 * @param before   the earlier assessment, as saved
 * @param after    the later assessment
 */
export function changesBetween(before: Assessment, after: Assessment): AssessmentChanges {
  return {
    schemaVersion: 1,
    a: after.a.iso3,
    b: after.b.iso3,
    before: { to: before.to, snapshot: before.snapshot.id },
    after: { to: after.to, snapshot: after.snapshot.id },
    figures: after.domains.flatMap((domain) => {
      const earlier = before.domains.find(({ id }) => id === domain.id)?.estimates ?? []
      return figureChanges(domain.id, earlier, domain.estimates)
    }),
    judgements: judgementChanges(before, after),
    events: newEvents(before, after),
  }
}

function figureChanges(domain: string, before: readonly Estimate[], after: readonly Estimate[]): FigureChange[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))].filter((id) => !id.endsWith('.series'))
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map((list) => list.find((estimate) => estimate.id === id)) as [
      Estimate | undefined,
      Estimate | undefined,
    ]
    const reason = reasonOf(known(was), known(is))
    if (reason === undefined) return []
    const { label, unit } = (is ?? was)!
    return [{ domain, id, label, unit, reason, before: sideOf(known(was)), after: sideOf(known(is)) }]
  })
}

function reasonOf(was: Known | undefined, is: Known | undefined): ChangeReason | undefined {
  if (was === undefined || is === undefined) return is === was ? undefined : is === undefined ? 'no longer known' : 'now known'
  if (was.value === is.value && JSON.stringify(was.interval) === JSON.stringify(is.interval) && was.period === is.period) return undefined
  if (rule(was.method) !== rule(is.method)) return 'changed method'
  return was.period === is.period ? 'revised data' : 'new data'
}

/** Returns the method text without dates and counts, which change with the data. */
function rule(method: string): string {
  return method.replace(/[\d,.]+/g, '#')
}

function known(estimate: Estimate | undefined): Known | undefined {
  return estimate !== undefined && isKnown(estimate) ? estimate : undefined
}

function sideOf(estimate: Known | undefined): Side | null {
  if (estimate === undefined) return null
  const { value, period, method, evidence } = estimate
  return { value, period, method, vintages: [...new Set(evidence.map(({ source, vintage }) => `${source}: ${vintage}`))] }
}

function judgementChanges(before: Assessment, after: Assessment): JudgementChange[] {
  const states = after.domains.map(({ id, title, state }) => ({
    what: `${title}: what is known`,
    before: before.domains.find((domain) => domain.id === id)?.state ?? 'unknown',
    after: state as string,
  }))
  const stage = { what: 'stage complete', before: before.stage?.complete ?? 'unknown', after: after.stage?.complete ?? 'unknown' }
  const levels = (after.stage?.indicators ?? []).map(({ id, title, level }) => ({
    what: title,
    before: String(before.stage?.indicators.find((indicator) => indicator.id === id)?.level ?? 'unknown'),
    after: String(level ?? 'unknown'),
  }))
  return [...saidAnew(before, after), ...states, stage, ...levels].filter((change) => change.before !== change.after)
}

/**
 * Returns the judgements with a different statement (ignoring its figures) or a different confidence. Assessments saved by earlier
 * versions have no judgements.
 */
function saidAnew(before: Assessment, after: Assessment): JudgementChange[] {
  const byId = ({ judgements }: Assessment): ReadonlyMap<string, Judgement> => new Map((judgements ?? []).map((one) => [one.id, one]))
  const [was, is] = [byId(before), byId(after)]
  return [...new Set([...is.keys(), ...was.keys()])].map((id) => ({
    what: (is.get(id) ?? was.get(id))!.title,
    before: saidOf(was.get(id)),
    after: saidOf(is.get(id)),
  }))
}

function saidOf(judgement: Judgement | undefined): string {
  return judgement === undefined ? 'no judgement' : `${judgement.statement} Confidence: ${judgement.confidence.level}.`
}

function newEvents(before: Assessment, after: Assessment): AssessmentChanges['events'] {
  const listed = new Set(events(before).map(({ date, text }) => `${date} ${text}`))
  return events(after).filter(({ date, text }) => !listed.has(`${date} ${text}`))
}

function events(assessment: Assessment): { date: string; text: string }[] {
  const items = assessment.domains.flatMap((domain) => domain.items.map(({ date, text }) => ({ date, text })))
  const ledger = (assessment.stage?.indicators ?? []).flatMap((indicator) =>
    indicator.items.map(({ date, sentence }) => ({ date, text: sentence })),
  )
  return [...new Map([...items, ...ledger].map((event) => [`${event.date} ${event.text}`, event])).values()].sort((x, y) =>
    x.date < y.date ? -1 : 1,
  )
}
