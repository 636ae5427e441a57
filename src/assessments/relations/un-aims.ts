import { joinedWords } from '../forms/wording.ts'

/** A row of the table of regimes: one step of a regime of the Security Council. */
interface Step {
  readonly regime: string
  readonly start_date: string
  readonly measures: string
}

/** Whom an arms embargo is on, by regime and first day of the step, where it leaves the government out; the texts are in the notes of the rows. */
const embargoes: Readonly<Record<string, string>> = {
  'un-al-shabaab 2023-12-02': 'on all but the government',
  'un-angola-unita 1993-09-15': 'on UNITA',
  'un-car 2024-07-30': 'on armed groups',
  'un-drc 2003-07-28': 'on armed groups in the east',
  'un-drc 2008-03-31': 'on all but the government',
  'un-haiti-2022 2022-10-21': 'with exceptions for the security forces',
  'un-iraq 2003-05-22': 'on all but the government',
  'un-lebanon-arms 2006-08-11': 'on all but the government and the UN force',
  'un-liberia 2009-12-17': 'on all but the government',
  'un-rwanda 1995-08-16': 'on all but the government',
  'un-sierra-leone 1998-06-05': 'on all but the government',
  'un-sudan-darfur 2004-07-30': 'on Darfur',
  'un-taliban 2021-08-15': 'on the Taliban',
  'un-yemen 2015-04-14': 'on the Houthis and others who are listed',
}

/** Regimes all of whose measures are on a group, and of travel bans on the staff of a government. */
const onGroup: ReadonlySet<string> = new Set(['un-angola-unita'])
const onGovernment: ReadonlySet<string> = new Set(['un-sudan-1996'])

const binding = ', which bind every member state'

const personal: Readonly<Record<string, string>> = { assets: 'asset freezes', travel: 'travel bans' }

/**
 * Says what the UN sanctions on a state are. Most regimes are on persons or armed groups: those *concern* the state, which is not itself under them.
 *
 * @param name    the state as named in a sentence
 * @param steps   the steps in force, at least one
 * @param isFirst   whether to say that they bind every member state of the UN
 * @example unSanctionWords('Mali', [{ regime: 'un-mali', start_date: '2017-09-05', measures: 'assets,travel' }], false)   // "UN sanctions concern Mali: asset freezes and travel bans on listed persons"
 */
export function unSanctionWords(name: string, steps: readonly Step[], isFirst: boolean): string {
  const measures = [...new Set(steps.flatMap((step) => step.measures.split(',')))].sort()
  if (steps.some(isOnState)) return `${name} is under UN sanctions (${joinedWords(measures)})${isFirst ? binding : ''}`
  const arms = [...new Set(steps.flatMap((step) => (hasArms(step) ? [`an arms embargo ${embargoes[keyOf(step)]}`] : [])))]
  const bans = measures.flatMap((measure) => personal[measure] ?? [])
  const persons = bans.length === 0 ? [] : [`${joinedWords(bans)} on listed persons`]
  return `UN sanctions${isFirst ? `${binding},` : ''} concern ${name}: ${[...arms, ...persons].join(', and ')}`
}

function isOnState(step: Step): boolean {
  if (onGroup.has(step.regime)) return false
  if (onGovernment.has(step.regime)) return true
  return step.measures
    .split(',')
    .some((measure) => (measure === 'arms' ? embargoes[keyOf(step)] === undefined : personal[measure] === undefined))
}

function hasArms({ measures }: Step): boolean {
  return measures.split(',').includes('arms')
}

function keyOf({ regime, start_date }: Step): string {
  return `${regime} ${start_date}`
}
