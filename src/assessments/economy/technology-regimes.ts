import type { State } from '../../states/index.ts'
import type { Estimate, Evidence, Known } from '../../store/index.ts'
import type { DomainInputs, Item } from '../forms/assessment.ts'
import { toldDateWords } from '../forms/told-date-words.ts'
import { vintageOf } from '../forms/unknown.ts'
import { capitaliseArticles, inSentence, joinedWords } from '../forms/wording.ts'
import { type AgreementRow, type InstitutionRow, storedAgreements, storedInstitutions } from '../record/agreement-rows.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { begunBy, inForceOn } from '../record/relation-rows.ts'
import { inForceCondition, inList } from '../rows/conditions.ts'

const source = 'institution-memberships'

/** The four regimes of export control, whose lists of participants are complete. */
const regimes = {
  WASSENAAR: 'the Wassenaar Arrangement',
  NSG: 'the Nuclear Suppliers Group',
  'AUSTRALIA-GROUP': 'the Australia Group',
  MTCR: 'the Missile Technology Control Regime',
} as const
const regimeIds = Object.keys(regimes) as readonly RegimeId[]

/** Before this day the years of some accessions differ from list to list. */
const regimesFrom = '2001-01-01'

const accords = { id: 'ARTEMIS', from: '2020-10-13', completeTo: '2026-04-20' } as const
const station = 'ILRS'
const programmes = { ESA: 'members of the European Space Agency', ISS: 'partners in the International Space Station' } as const

/** What the record has of the two on the day, in institutions and between them. */
interface Ties {
  readonly bench: DomainInputs
  /** The members of an institution on the day. */
  readonly members: (institution: string) => readonly InstitutionRow[]
  /** What stood or was done between the two by the day. */
  readonly between: readonly AgreementRow[]
}

/** Returns export control regimes, programmes in space and restrictions on suppliers that the two have in common or against each other. */
export async function technologyRegimes(bench: DomainInputs): Promise<TableFindings> {
  const { dyad, snapshot } = bench
  const [institutions, agreements] = [await storedInstitutions(snapshot), await storedAgreements(snapshot)]
  const ties: Ties = {
    bench,
    members: (institution) => institutions.of(institution).filter((row) => inForceOn(row, dyad.to)),
    between: agreements.of(dyad.a.iso3, dyad.b.iso3).filter((row) => begunBy(row, dyad.to)),
  }
  const missions = ties.between.filter(({ kind }) => kind === 'joint-mission')
  const limits = ties.between.filter((row) => row.kind === 'supplier-restriction' && inForceOn(row, dyad.to))
  return {
    estimates: [...commonRegimes(ties), ...signatories(ties), ...stationMembers(ties), ...commonProgrammes(ties)],
    sentences: [...limitSentences(ties, limits), ...regimeSentences(ties), ...spaceSentences(ties), ...missionSentence(missions)].map(
      capitaliseArticles,
    ),
    items: [...limits, ...missions].map(rowItem).sort((x, y) => (x.date < y.date ? 1 : -1)),
    notes: notesOn(ties, limits),
  }
}

function regimesOf({ members }: Ties, { iso3 }: State): RegimeId[] {
  return regimeIds.filter((id) => members(id).some(({ state }) => state === iso3))
}

/** Whether the snapshot can tell who is in the regimes on the day. */
function regimesKnown({ bench: { dyad }, members }: Ties): boolean {
  return dyad.to >= regimesFrom && regimeIds.every((id) => members(id).length > 0)
}

function commonRegimes(ties: Ties): Estimate[] {
  if (!regimesKnown(ties)) return []
  const { a, b, to } = ties.bench.dyad
  const others = regimesOf(ties, b)
  const common = regimesOf(ties, a).filter((id) => others.includes(id))
  return [
    {
      ...countOf(to),
      id: 'common-export-control-regimes',
      label: 'export control regimes of which both are participants',
      value: common.length,
      method: `count of four regimes (${regimeIds.join(', ')}) with both as participants on ${to}; their lists are complete`,
      evidence: [evidenceOf(ties, regimeIds)],
    },
  ]
}

function countOf(period: string): Pick<Known, 'state' | 'unit' | 'period' | 'interval'> {
  return { state: 'observed', unit: 'count', period, interval: 'exact' }
}

/** Names the rows of the two in the institutions; where neither is in one, all members, since their absence is the finding. */
function evidenceOf({ bench, members }: Ties, ids: readonly string[]): Evidence {
  const { a, b, to } = bench.dyad
  const all = ids.flatMap((id) => members(id))
  const own = all.filter(({ state }) => state === a.iso3 || state === b.iso3)
  const which = own.length === 0 ? '' : ` and state in ${inList([a.iso3, b.iso3])}`
  return {
    source,
    vintage: vintageOf(bench.cards, source),
    rows: `institution_memberships where role = 'member' and institution in ${inList(ids)}${which} and ${inForceCondition(to)}`,
    count: own.length === 0 ? all.length : own.length,
  }
}

function ofPair({ bench, members }: Ties, institution: string): InstitutionRow[] {
  const { a, b } = bench.dyad
  return [a, b].flatMap(({ iso3 }) => members(institution).find(({ state }) => state === iso3) ?? [])
}

/** Counts which of the two have signed the Artemis Accords. After the day to which the list is complete, the count is a lower limit. */
function signatories(ties: Ties): Estimate[] {
  const { to } = ties.bench.dyad
  if (to < accords.from || ties.members(accords.id).length === 0) return []
  const signed = ofPair(ties, accords.id)
  return [
    {
      ...countOf(to),
      id: 'artemis-accords',
      label: 'of the two, signatories of the Artemis Accords',
      value: signed.length,
      ...(to > accords.completeTo && signed.length < 2 ? { certainty: 'at least' as const } : {}),
      method: `states of the pair in the list of signatories on ${to}; the list is complete to ${accords.completeTo}`,
      evidence: [evidenceOf(ties, [accords.id])],
    },
  ]
}

function stationMembers(ties: Ties): Estimate[] {
  const joined = ofPair(ties, station)
  const { to } = ties.bench.dyad
  return joined.length === 0
    ? []
    : [
        {
          ...countOf(to),
          id: 'lunar-research-station',
          label: 'of the two, participants of the International Lunar Research Station',
          value: joined.length,
          ...(joined.length < 2 ? { certainty: 'at least' as const } : {}),
          method: `states of the pair in the list of participants on ${to}; the list is not complete`,
          evidence: [evidenceOf(ties, [station])],
        },
      ]
}

function commonProgrammeIds(ties: Ties): (keyof typeof programmes)[] {
  return (Object.keys(programmes) as (keyof typeof programmes)[]).filter((id) => ofPair(ties, id).length === 2)
}

function commonProgrammes(ties: Ties): Estimate[] {
  const common = commonProgrammeIds(ties)
  const { to } = ties.bench.dyad
  return common.length === 0
    ? []
    : [
        {
          ...countOf(to),
          id: 'common-space-programmes',
          label: 'space programmes of which both are members',
          value: common.length,
          method: `count of two programmes (${Object.keys(programmes).join(', ')}) with both as members on ${to}`,
          evidence: [evidenceOf(ties, common)],
        },
      ]
}

const few = ['none', 'one', 'two', 'three', 'all four'] as const

type RegimeId = keyof typeof regimes

function regimeSentences(ties: Ties): string[] {
  if (!regimesKnown(ties)) return []
  const { a, b } = ties.bench.dyad
  const [own, others] = [regimesOf(ties, a), regimesOf(ties, b)]
  const common = own.filter((id) => others.includes(id))
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`
  if (common.length === regimeIds.length)
    return [`${both} are both in all four export control regimes: for arms, nuclear goods, chemical and biological goods, and missiles.`]
  if (own.length + others.length === 0)
    return [`Neither ${inSentence(a.name)} nor ${inSentence(b.name)} is in any of the four export control regimes.`]
  if (common.length === 0)
    return [
      `${both} have no export control regime in common: ${inSentence(a.name)} is in ${listed(own)}, ${inSentence(b.name)} in ${listed(others)}.`,
    ]
  const alone = [aloneWords(a, own, common), aloneWords(b, others, common)].filter((text) => text !== '').map((text) => `; ${text}`)
  return [`${both} are both in ${few[common.length]} of the four export control regimes, ${named(common)}${alone.join('')}.`]
}

function named(ids: readonly RegimeId[]): string {
  return joinedWords(ids.map((id) => regimes[id]))
}

function listed(ids: readonly RegimeId[]): string {
  return ids.length === 0 || ids.length === regimeIds.length ? few[ids.length]! : named(ids)
}

function aloneWords(state: State, own: readonly RegimeId[], common: readonly RegimeId[]): string {
  const alone = own.filter((id) => !common.includes(id))
  const rest = regimeIds.length - common.length
  if (alone.length === 0) return ''
  return `${inSentence(state.name)} alone is in ${alone.length < rest ? named(alone) : rest === 1 ? 'the other' : `the other ${few[rest]}`}`
}

function spaceSentences(ties: Ties): string[] {
  const shared = commonProgrammeIds(ties).map((id) => programmes[id])
  const { a, b } = ties.bench.dyad
  return [
    ...accordsSentence(ties),
    ...(shared.length === 0 ? [] : [`${inSentence(a.name)} and ${inSentence(b.name)} are both ${joinedWords(shared)}.`]),
  ]
}

const moonBase = 'the International Lunar Research Station'

/** Says who has signed the Artemis Accords and who takes part in the lunar station: both, or one the one and one the other; a state of the station alone is left out. */
function accordsSentence(ties: Ties): string[] {
  const [signed, joined] = [ofPair(ties, accords.id), ofPair(ties, station)]
  const [one, other] = signed
  const [first, second] = joined
  const ofBoth = first === undefined || second === undefined ? [] : [`${pairDays(ties, 'take part in', moonBase, first, second)}.`]
  if (one === undefined) return ofBoth
  if (other !== undefined) return [`${pairDays(ties, 'have both signed', 'the Artemis Accords', one, other)}.`, ...ofBoth]
  const rival = joined.find(({ state }) => state !== one.state)
  const whom = nameOf(ties, one)
  return rival === undefined
    ? [`Of the two, only ${whom} ${knownWords(ties)} signed the Artemis Accords (${toldDateWords(one.start_told)}).`]
    : [
        `${whom} has signed the Artemis Accords (${toldDateWords(one.start_told)}), and ${nameOf(ties, rival)} takes part in ${moonBase} of China and Russia (since ${toldDateWords(rival.start_told)}).`,
      ]
}

/** After the day to which the list of signatories is complete, a state without a row may have signed. */
function knownWords({ bench }: Ties): string {
  return bench.dyad.to <= accords.completeTo ? 'has' : 'is known to have'
}

function nameOf({ bench: { dyad } }: Ties, row: InstitutionRow): string {
  return inSentence([dyad.a, dyad.b].find(({ iso3 }) => iso3 === row.state)!.name)
}

function pairDays(ties: Ties, verb: string, what: string, one: InstitutionRow, other: InstitutionRow): string {
  const both = `${nameOf(ties, one)} and ${nameOf(ties, other)} ${verb} ${what}`
  if (one.start_told === other.start_told) return `${both} (${toldDateWords(one.start_told)})`
  return `${both} (${toldDateWords(one.start_told)} and ${toldDateWords(other.start_told)})`
}

const limitVerbs: Readonly<Record<string, string>> = {
  ban: 'has barred Chinese suppliers of telecommunications from its new networks since',
  'phase-out': 'is removing Chinese suppliers of telecommunications from its networks, as decided on',
  restriction: 'has restricted suppliers of telecommunications, Chinese ones above all, since',
  warning: 'has warned of Chinese suppliers of telecommunications since',
}

/** Says the strictest restriction only; a later one of the same kind replaces an earlier one. */
function limitSentences({ bench: { dyad } }: Ties, limits: readonly AgreementRow[]): string[] {
  const strictest = Object.keys(limitVerbs).flatMap((form) => limits.findLast((row) => row.form === form) ?? [])[0]
  if (strictest === undefined) return []
  const actor = [dyad.a, dyad.b].find(({ iso3 }) => iso3 === strictest.actor)!
  return [`${inSentence(actor.name)} ${limitVerbs[strictest.form]!} ${toldDateWords(strictest.start_told)} (${strictest.name}).`]
}

function missionSentence(missions: readonly AgreementRow[]): string[] {
  const last = missions.at(-1)
  if (last === undefined) return []
  return [
    `The latest joint mission in space on our list was launched ${last.start_told.length === 10 ? 'on' : 'in'} ${toldDateWords(last.start_told)} (${last.name}).`,
  ]
}

function rowItem(row: AgreementRow): Item {
  const note = row.note === null ? '' : `; ${row.note}`
  const what = row.kind === 'joint-mission' ? 'joint mission' : row.form
  return {
    kind: 'relation',
    date: row.start_date,
    text: `${toldDateWords(row.start_told)}: ${what}, ${row.name}${note}`,
    source: row.source,
    citation: row.locator,
  }
}

function notesOn(ties: Ties, limits: readonly AgreementRow[]): string[] {
  return [
    ...(regimesKnown(ties)
      ? ['Belonging to the same export control regimes says that both control the same goods, not that they sell them to each other.']
      : []),
    ...(limits.length === 0
      ? []
      : ['Most laws on suppliers of telecommunications name no state: a row stands where the law was made or used against Chinese ones.']),
  ]
}
