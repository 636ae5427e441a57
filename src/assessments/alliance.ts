import type { Estimate } from '../store/index.ts'
import type { Bench, DomainAssessment, Item } from './assessment.ts'
import { listed } from './phrases.ts'
import { unknown, vintageOf } from './unknown.ts'

const source = 'alliance-commitments'

interface Shared {
  readonly treaty: string
  readonly name: string
  readonly start_date: string
  readonly end_date: string | null
  readonly defence: boolean
  readonly offence: boolean
  readonly neutrality: boolean
  readonly nonaggression: boolean
  readonly consultation: boolean
  readonly citation: string
}

const obligations = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const
const words = {
  defence: 'defence',
  offence: 'offence',
  neutrality: 'neutrality',
  nonaggression: 'non-aggression',
  consultation: 'consultation',
}

/** Formal written commitments that bind both on the day, by obligation. */
export async function assessAlliance(bench: Bench): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const all = await sharedTreaties(bench)
  const inForce = all.filter((treaty) => treaty.end_date === null || treaty.end_date >= to)
  const ended = all.filter((treaty) => treaty.end_date !== null && treaty.end_date < to)
  const covered = coverage(bench)
  const inside = covered !== undefined && to >= covered.from && to <= covered.to
  const silent = inForce.length === 0 && (!inside || covered.absence === 'unknown')
  const pair = `${a.name} and ${b.name}`
  return {
    id: 'alliance',
    title: 'Alliance',
    state: silent ? 'unknown' : 'observed',
    summary: inForce.length > 0 ? bound(pair, to, inForce) : nothing(pair, to, inside, silent, covered),
    estimates: obligations.map((obligation) => estimateOf(bench, obligation, inForce, silent)),
    items: [...inForce, ...ended].map(itemOf),
    notes: ['Alliance here means a formal written commitment; partnerships and statements are not counted.'],
    ...(silent
      ? { wouldFill: 'The ATOP data (atopdata.org), all commitments 1815 to 2018; they may not be passed on with the record.' }
      : {}),
  }
}

async function sharedTreaties(bench: Bench): Promise<Shared[]> {
  const { a, b, to } = bench.dyad
  const rows = await bench.snapshot.rows(
    `SELECT x.treaty, x.name, greatest(x.start_date, y.start_date) AS start_date,
       CASE WHEN x.end_date IS NULL THEN y.end_date WHEN y.end_date IS NULL THEN x.end_date ELSE least(x.end_date, y.end_date) END AS end_date,
       x.defence AND y.defence AS defence, x.offence AND y.offence AS offence, x.neutrality AND y.neutrality AS neutrality,
       x.nonaggression AND y.nonaggression AS nonaggression, x.consultation AND y.consultation AS consultation, x.citation
     FROM commitments x JOIN commitments y USING (treaty)
     WHERE x.state = $a AND y.state = $b AND greatest(x.start_date, y.start_date) <= $to
       AND greatest(x.start_date, y.start_date) <= coalesce(least(coalesce(x.end_date, y.end_date), coalesce(y.end_date, x.end_date)), '9999')
     ORDER BY start_date, treaty`,
    { a: a.iso3, b: b.iso3, to },
  )
  return rows as unknown as Shared[]
}

function coverage(bench: Bench): { from: string; to: string; absence: string } | undefined {
  return bench.cards.get(source)?.coverage[0]
}

function bound(pair: string, to: string, inForce: readonly Shared[]): string {
  const held = obligations.filter((obligation) => inForce.some((treaty) => treaty[obligation]))
  const named = listed(inForce.map((treaty) => `${treaty.name} (${treaty.start_date.slice(0, 4)})`))
  const defence = held.includes('defence') ? '' : ' No commitment to defend one another is among them.'
  return `On ${to} ${pair} are bound to ${listed(held.map((obligation) => words[obligation]))} by ${named}.${defence}`
}

function nothing(pair: string, to: string, inside: boolean, silent: boolean, covered: { from: string; to: string } | undefined): string {
  if (!inside) return `Unknown: the record's commitments cover ${covered === undefined ? 'no time' : `${covered.from} to ${covered.to}`}.`
  if (silent)
    return `Unknown: the record's table names no commitment between ${pair} on ${to}, and it is not complete enough to conclude that there is none.`
  return `On ${to} no formal commitment between ${pair} is in force.`
}

function estimateOf(bench: Bench, obligation: (typeof obligations)[number], inForce: readonly Shared[], silent: boolean): Estimate {
  const { a, b, to } = bench.dyad
  const subject = { id: `commitment-${obligation}`, label: `commitment to ${words[obligation]}`, unit: 'count', period: to }
  if (silent) return unknown(subject, 'no commitment recorded, and the table is not complete')
  const binding = inForce.filter((treaty) => treaty[obligation])
  return {
    ...subject,
    state: 'observed',
    value: binding.length,
    interval: 'exact',
    method: `count of treaties in force on ${to} that bind both to ${words[obligation]}`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `commitments where state in ('${a.iso3}', '${b.iso3}') and ${obligation}`,
        count: 2 * binding.length,
      },
    ],
  }
}

function itemOf(treaty: Shared): Item {
  const held = listed(obligations.filter((obligation) => treaty[obligation]).map((obligation) => words[obligation]))
  const end = treaty.end_date === null ? 'in force' : `to ${treaty.end_date}`
  return {
    kind: 'treaty',
    date: treaty.start_date,
    text: `${treaty.name}: ${held}; from ${treaty.start_date}, ${end}`,
    source,
    citation: treaty.citation,
  }
}
