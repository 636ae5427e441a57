import { basename } from 'node:path'
import { badInput, type VisavisError } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, gdeltLicence, type SourceCard } from '../cards/source-cards.ts'
import { eachLine } from '../formats/compressed-file-lines.ts'
import type { ReportQuirk } from '../reader/reader.ts'
import { checkedIsoDay, countIn, eventCollector } from '../rows/cameo-events.ts'
import { type CameoActor, type CameoParty, cameoParty } from '../rows/cameo-parties.ts'
import { type CodeTally, newTally, reportUnknownCodes, tallyCode } from '../rows/unknown-codes.ts'

export const card: SourceCard = {
  id: 'gdelt',
  title: 'GDELT events 1.0 and 2.0',
  provider: 'The GDELT Project',
  url: 'http://data.gdeltproject.org',
  licence: gdeltLicence,
  citation:
    'Leetaru, K. and Schrodt, P. A. (2013). GDELT: Global Data on Events, Location, and Tone, 1979-2012. ISA Annual Convention, San Francisco. https://www.gdeltproject.org.',
  vintage: 'the files given',
  coverage: coverageOf(['events'], 1979, '2026-11-24', 'what news reports say; only the files given'),
  quirks: [
    'Machines read these events from news reports: many are wrong or the same event coded more than once, and numbers grow with the number of outlets. Compare shares, not counts.',
    '1.0 and 2.0 read different sources in different ways and are not one series; both at once are refused.',
    'mentions is a lower bound: in the events files it counts the first 15 minutes (2.0) or the first day (1.0); with mentions files, the larger of the two.',
    'An actor of a country is the state only as its bare name or as government, armed forces or intelligence; others are within it.',
    "Today's countries stand in every year of the source; one that was no state on the day (Ukraine in 1979) is a territory here.",
    'Events inside one state, and those in which neither side is a state or bloc, are left out.',
  ],
}

type EightTexts = [string, string, string, string, string, string, string, string]

/** Version of GDELT by the number of tab-separated fields. Version 1.0 has 57 up to March 2013, and since then a 58th with the address of the report. */
const versions: Readonly<Record<number, '1.0' | '2.0' | 'mentions'>> = { 57: '1.0', 58: '1.0', 61: '2.0', 16: 'mentions' }

/**
 * Reads events between two actors from files of GDELT 1.0 or 2.0 (`.export.CSV`, `.CSV`, plain, `.zip` or `.gz`), together with mentions files of 2.0. The
 * files have no header: the number of fields shows the kind of a line. Fields that repeat each other must agree.
 *
 * An actor whose country code is not in CAMEO is `unknown`, under the name in the file. An event whose code is not in CAMEO is left out. Both are counted in
 * sentences passed to `reportQuirk`.
 *
 * @throws BadInput with file and line if a line is broken, shifted, or not from GDELT; with the file if most event codes or most country codes are unknown
 */
export async function readGdelt(paths: readonly string[], reportQuirk?: ReportQuirk): Promise<{ events: Columns }> {
  const names = paths.map((path) => basename(path))
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw badInput(`${twice} is given twice`)
  const reading = newReading()
  for (const path of paths) await readFile(path, reading)
  reportTallies(reading.tallies, reportQuirk)
  const own = reading.events.columns['mentions'] as (number | null)[]
  const mentions = own.map((count, row) => Math.max(count ?? 0, reading.mentioned.get(reading.ids[row]!) ?? 0))
  return { events: { ...reading.events.columns, mentions } }
}

function reportTallies(tallies: ReadonlyMap<string, Tallies>, reportQuirk: ReportQuirk | undefined): void {
  const of = (which: keyof Tallies): Map<string, CodeTally> => new Map([...tallies].map(([file, both]) => [file, both[which]]))
  reportUnknownCodes(of('events'), "event codes of CAMEO's", 'these events are left out', reportQuirk)
  reportUnknownCodes(
    of('countries'),
    "country codes of CAMEO's among the actors",
    'whose they are is unknown; the names are kept',
    reportQuirk,
  )
}

/** Counts of known and unknown codes in one file. */
interface Tallies {
  readonly events: CodeTally
  /** Country codes of actors. */
  readonly countries: CodeTally
}

interface Reading {
  readonly events: ReturnType<typeof eventCollector>
  /** Event number of each row in `events`. */
  readonly ids: number[]
  readonly seen: Set<number>
  readonly mentioned: Map<number, number>
  readonly tallies: Map<string, Tallies>
  version: '1.0' | '2.0' | undefined
}

function newReading(): Reading {
  return { events: eventCollector(card), ids: [], seen: new Set(), mentioned: new Map(), tallies: new Map(), version: undefined }
}

async function readFile(path: string, reading: Reading): Promise<void> {
  const file = basename(path)
  let here: string | undefined
  const tallies = { events: newTally(), countries: newTally() }
  reading.tallies.set(file, tallies)
  await eachLine(path, { encoding: 'latin1', lastLine: 'whole' }, (text, line) => {
    const fields = text.split('\t')
    const where = `${file}:${line}`
    const version = versions[fields.length]
    if (version === undefined || (here !== undefined && version !== here)) throw notGdelt(fields.length, here, where)
    here = version
    if (version === 'mentions') return addMention(fields, where, reading)
    if (reading.version !== undefined && version !== reading.version) {
      throw badInput(`${where} is GDELT ${version}, files before it are ${reading.version}`, 'add one version only')
    }
    reading.version = version
    addEvent(fields, version, where, reading, tallies)
  })
}

function notGdelt(width: number, here: string | undefined, where: string): VisavisError {
  const due =
    here === undefined ? '57 or 58 (events 1.0), 61 (events 2.0) or 16 (mentions)' : `those of GDELT ${here}, as the lines before it`
  return badInput(`${where} has ${width} tab-separated fields, not ${due}: another source, or a torn line`)
}

/** Limit of the number of mentions. No event is ever mentioned so often, so a higher number means a damaged file. */
const mentionsAtMost = 2 ** 31 - 1

function addMention(fields: readonly string[], where: string, { mentioned }: Reading): void {
  const id = countIn(fields[0], 'GLOBALEVENTID', where)
  if (![fields[1], fields[2]].every((time) => /^\d{14}$/.test(time!)) || !/^[1-6]$/.test(fields[3]!) || !/^(\d0|100)$/.test(fields[11]!)) {
    throw badInput(`${where} is no line of GDELT mentions: times, type or confidence are not where they should be`)
  }
  mentioned.set(id, (mentioned.get(id) ?? 0) + 1)
}

function addEvent(fields: readonly string[], version: '1.0' | '2.0', where: string, reading: Reading, tallies: Tallies): void {
  const id = countIn(fields[0], 'GLOBALEVENTID', where)
  if (reading.seen.has(id)) throw badInput(`${where} has event ${id} a second time`, 'give each file once')
  reading.seen.add(id)
  const date = checkedIsoDay(fields[1]!, where)
  checkAgreement(fields, version, where)
  const isKnown = cameoCode.test(fields[26]!)
  tallyCode(tallies.events, fields[26]!, isKnown)
  if (!isKnown) return
  const [from, to] = [partyAt(fields, 5, date, tallies.countries), partyAt(fields, 15, date, tallies.countries)]
  const [code, goldstein] = [fields[26]!, goldsteinIn(fields[30]!, where)]
  const mentions = countIn(fields[31], 'NumMentions', where, mentionsAtMost)
  if (from === null || to === null || from.id === to.id) return
  reading.ids.push(id)
  reading.events.add({ date, from, to, code, goldstein, mentions, locator: `${where} event ${id}` })
}

function partyAt(fields: readonly string[], at: number, date: string, countries: CodeTally): CameoParty | null {
  const actor = actorAt(fields, at)
  const party = cameoParty(actor, date)
  if (party !== null && actor.country !== '') tallyCode(countries, actor.country, party.kind !== 'unknown')
  return party
}

/** Returns the fields of an actor, from position `at` on. Some files of 1.0 have a blank before a code, or in place of one. */
function actorAt(fields: readonly string[], at: number): CameoActor {
  const [code, , country, group, ethnic, religion, , role] = fields.slice(at, at + 8).map((field) => field.trim()) as EightTexts
  return { code, country, group, ethnic, religion, role }
}

const cameoCode = /^(0[1-9]|1\d|20)\d{1,2}$/

/** Checks the fields that repeat others (month, year, base and root of the code): if they disagree, the line is shifted or damaged. */
function checkAgreement(fields: readonly string[], version: '1.0' | '2.0', where: string): void {
  const [day, month, year, , code, base, root, quad] = [...fields.slice(1, 5), ...fields.slice(26, 30)] as EightTexts
  const added = version === '1.0' ? /^\d{8}$/.test(fields[56]!) : /^\d{14}$/.test(fields[59]!)
  const isKnown = cameoCode.test(code)
  const follows = base === code.slice(0, 3) && root === code.slice(0, 2)
  const faults = [
    [month === day.slice(0, 6) && year === day.slice(0, 4), `month ${month} and year ${year} are not those of the day ${day}`],
    [isKnown || (code.length === 3 && follows), `"${code}" is no CAMEO event code`],
    [follows, `base ${base} and root ${root} are not those of the code ${code}`],
    [!isKnown || /^[1-4]$/.test(quad), `"${quad}" is no quad class`],
    [added, 'the day it was added is not where it should be'],
  ] as const
  const fault = faults.find(([fine]) => !fine)
  if (fault !== undefined) throw badInput(`${where}: ${fault[1]}: the line is shifted or damaged`)
}

function goldsteinIn(text: string, where: string): number | null {
  if (text === '') return null
  const value = Number(text)
  if (!/^-?\d{1,2}(\.\d)?$/.test(text) || Math.abs(value) > 10) throw badInput(`${where} has "${text}" for GoldsteinScale`)
  return value
}
