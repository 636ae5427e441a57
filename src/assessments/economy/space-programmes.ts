import type { Estimate } from '../../store/index.ts'
import { toldDateWords } from '../forms/told-date-words.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import type { AgreementRow, InstitutionRow } from '../record/agreement-rows.ts'
import { exactCount, membersBehind, membersOfPair, nameOf, type TechnologyTies } from './technology-ties.ts'

const accords = { id: 'ARTEMIS', from: '2020-10-13', completeTo: '2026-04-20' } as const
const station = 'ILRS'
const programmes = { ESA: 'members of the European Space Agency', ISS: 'partners in the International Space Station' } as const

/** Counts signatories of the accords, participants of the lunar station and common programmes. */
export function spaceCounts(ties: TechnologyTies): Estimate[] {
  return [...signatories(ties), ...stationMembers(ties), ...commonProgrammes(ties)]
}

/** Counts which of the two have signed the Artemis Accords. After the day to which the list is complete, the count is a lower limit. */
function signatories(ties: TechnologyTies): Estimate[] {
  const { to } = ties.bench.dyad
  if (to < accords.from || ties.members(accords.id).length === 0) return []
  const signed = membersOfPair(ties, accords.id)
  return [
    {
      ...exactCount(to),
      id: 'artemis-accords',
      label: `of the two, signatories of the Artemis Accords${whoWords(ties, signed)}`,
      value: signed.length,
      ...(to > accords.completeTo && signed.length < 2 ? { certainty: 'at least' as const } : {}),
      method: `states of the pair in the list of signatories on ${to}; the list is complete to ${accords.completeTo}`,
      evidence: [membersBehind(ties, [accords.id])],
    },
  ]
}

function stationMembers(ties: TechnologyTies): Estimate[] {
  const joined = membersOfPair(ties, station)
  const { to } = ties.bench.dyad
  return joined.length === 0
    ? []
    : [
        {
          ...exactCount(to),
          id: 'lunar-research-station',
          label: `of the two, participants of the International Lunar Research Station${whoWords(ties, joined)}`,
          value: joined.length,
          ...(joined.length < 2 ? { certainty: 'at least' as const } : {}),
          method: `states of the pair in the list of participants on ${to}; the list is not complete`,
          evidence: [membersBehind(ties, [station])],
        },
      ]
}

/** Names the states of a count in brackets; empty where there is none. */
function whoWords(ties: TechnologyTies, rows: readonly InstitutionRow[]): string {
  return rows.length === 0 ? '' : ` (${joinedWords(rows.map((row) => nameOf(ties, row)))})`
}

function commonProgrammeIds(ties: TechnologyTies): (keyof typeof programmes)[] {
  return (Object.keys(programmes) as (keyof typeof programmes)[]).filter((id) => membersOfPair(ties, id).length === 2)
}

function commonProgrammes(ties: TechnologyTies): Estimate[] {
  const common = commonProgrammeIds(ties)
  const { to } = ties.bench.dyad
  return common.length === 0
    ? []
    : [
        {
          ...exactCount(to),
          id: 'common-space-programmes',
          label: 'space programmes of which both are members',
          value: common.length,
          method: `count of two programmes (${Object.keys(programmes).join(', ')}) with both as members on ${to}`,
          evidence: [membersBehind(ties, common)],
        },
      ]
}

/** Says what the two have signed and joined, and their latest joint mission. */
export function spaceSentences(ties: TechnologyTies, missions: readonly AgreementRow[]): string[] {
  return [...membershipSentences(ties), ...missionSentence(missions)]
}

function membershipSentences(ties: TechnologyTies): string[] {
  const shared = commonProgrammeIds(ties).map((id) => programmes[id])
  const { a, b } = ties.bench.dyad
  return [
    ...accordsSentence(ties),
    ...(shared.length === 0 ? [] : [`${inSentence(a.name)} and ${inSentence(b.name)} are both ${joinedWords(shared)}.`]),
  ]
}

/** The lunar station, with its founders where neither of them is spoken of. */
function moonBase(rows: readonly InstitutionRow[]): string {
  const founders = rows.some(({ state }) => state === 'CHN' || state === 'RUS') ? '' : ' of China and Russia'
  return `the International Lunar Research Station${founders}`
}

/** Says who of the two has signed the Artemis Accords and who takes part in the lunar station: both programmes, each for both states. */
function accordsSentence(ties: TechnologyTies): string[] {
  const [signed, joined] = [membersOfPair(ties, accords.id), membersOfPair(ties, station)]
  const [one] = signed
  const [rival] = joined
  if (signed.length === 1 && joined.length === 1 && one!.state !== rival!.state)
    return [
      `${nameOf(ties, one!)} has signed the Artemis Accords (${toldDateWords(one!.start_told)}), and ${nameOf(ties, rival!)} takes part in ${moonBase(joined)} (since ${toldDateWords(rival!.start_told)}).`,
    ]
  return [
    ...programmeSentence(ties, signed, {
      both: 'have both signed',
      one: `${knownWords(ties)} signed`,
      what: 'the Artemis Accords',
      since: '',
    }),
    ...programmeSentence(ties, joined, { both: 'take part in', one: 'is known to take part in', what: moonBase(joined), since: 'since ' }),
  ]
}

interface ProgrammeWords {
  readonly both: string
  readonly one: string
  readonly what: string
  readonly since: string
}

function programmeSentence(ties: TechnologyTies, rows: readonly InstitutionRow[], { both, one, what, since }: ProgrammeWords): string[] {
  const [first, second] = rows
  if (first === undefined) return []
  if (second !== undefined) return [`${pairDays(ties, both, what, first, second)}.`]
  return [`Of the two, only ${nameOf(ties, first)} ${one} ${what} (${since}${toldDateWords(first.start_told)}).`]
}

/** After the day to which the list of signatories is complete, a state without a row may have signed. */
function knownWords({ bench }: TechnologyTies): string {
  return bench.dyad.to <= accords.completeTo ? 'has' : 'is known to have'
}

function pairDays(ties: TechnologyTies, verb: string, what: string, one: InstitutionRow, other: InstitutionRow): string {
  const both = `${nameOf(ties, one)} and ${nameOf(ties, other)} ${verb} ${what}`
  if (one.start_told === other.start_told) return `${both} (${toldDateWords(one.start_told)})`
  return `${both} (${toldDateWords(one.start_told)} and ${toldDateWords(other.start_told)})`
}

function missionSentence(missions: readonly AgreementRow[]): string[] {
  const last = missions.at(-1)
  if (last === undefined) return []
  return [
    `The latest joint mission in space on our list was launched ${last.start_told.length === 10 ? 'on' : 'in'} ${toldDateWords(last.start_told)} (${last.name}).`,
  ]
}
