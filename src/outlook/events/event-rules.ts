/** What settles a forecast of an event: which rows of which days count. */
export type EventRule =
  | { readonly kind: 'armed-conflict'; readonly a: string; readonly b: string; readonly from: number; readonly to: number }
  | { readonly kind: 'sanctions-onset'; readonly sender: string; readonly target: string; readonly after: string; readonly to: number }
  | { readonly kind: 'bloc-joining'; readonly bloc: string; readonly state: string; readonly after: string; readonly to: number }
  | {
      readonly kind: 'bloc-leaving'
      readonly states: readonly [string, string]
      readonly blocs: readonly string[]
      readonly after: string
      readonly to: number
    }

/**
 * Writes a rule as the sentence that is kept with a forecast.
 *
 * @example eventRuleText({ kind: 'bloc-joining', bloc: 'EU', state: 'UKR', after: '2026-11-24', to: 2031 }).slice(0, 53)   // 'Yes if that edition has a row of bloc EU, state UKR a'
 */
export function eventRuleText(rule: EventRule): string {
  switch (rule.kind) {
    case 'armed-conflict':
      return `Yes if that edition has a row of ${rule.from} to ${rule.to} in which ${rule.a} and ${rule.b} are on opposing sides as the definition says; no otherwise. Later revisions do not count.`
    case 'sanctions-onset':
      return `Yes if that edition has a row of sender ${rule.sender} and target ${rule.target} with a start_date after ${rule.after} and to ${rule.to}-12-31, whatever its end; no otherwise.`
    case 'bloc-joining':
      return `Yes if that edition has a row of bloc ${rule.bloc}, state ${rule.state} and role member with a start_date after ${rule.after} and to ${rule.to}-12-31; no otherwise.`
    case 'bloc-leaving':
      return `Yes if in that edition a row of role member of ${rule.states.join(' or ')} in one of ${rule.blocs.join(', ')} ends from ${rule.after} to ${rule.to}-12-31 and no row of role member begins on the day after; no otherwise, and no if the bloc itself is dissolved.`
  }
}

const conflict = /row of (\d{4}) to (\d{4}) in which ([A-Z]{3}) and ([A-Z]{3}) are on opposing sides/
const sanctions = /row of sender ([A-Z-]{2,20}) and target ([A-Z]{3}) with a start_date after (\d{4}-\d\d-\d\d) and to (\d{4})-12-31/
const joining =
  /row of bloc ([A-Z0-9+-]{2,20}), state ([A-Z]{3}) and role member with a start_date after (\d{4}-\d\d-\d\d) and to (\d{4})-12-31/
const leaving = /role member of ([A-Z]{3}) or ([A-Z]{3}) in one of ([A-Z0-9+, -]{2,600}) ends from (\d{4}-\d\d-\d\d) to (\d{4})-12-31/

/**
 * Reads a rule back from the sentence of a kept forecast, which alone decides how it is settled.
 *
 * @returns   undefined for a sentence that `eventRuleText` has not written
 * @example readEventRule('Yes if that edition has a row of 2026 to 2030 in which IND and PAK are on opposing sides.')?.kind   // 'armed-conflict'
 */
export function readEventRule(text: string): EventRule | undefined {
  const war = conflict.exec(text)
  if (war !== null) return { kind: 'armed-conflict', from: Number(war[1]), to: Number(war[2]), a: war[3]!, b: war[4]! }
  const regime = sanctions.exec(text)
  if (regime !== null) return { kind: 'sanctions-onset', sender: regime[1]!, target: regime[2]!, after: regime[3]!, to: Number(regime[4]) }
  const entry = joining.exec(text)
  if (entry !== null) return { kind: 'bloc-joining', bloc: entry[1]!, state: entry[2]!, after: entry[3]!, to: Number(entry[4]) }
  const exit = leaving.exec(text)
  if (exit === null) return undefined
  const blocs = exit[3]!.split(', ')
  return { kind: 'bloc-leaving', states: [exit[1]!, exit[2]!], blocs, after: exit[4]!, to: Number(exit[5]) }
}
