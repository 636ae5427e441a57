import { readFileSync } from 'node:fs'
import { packageFile } from '../../store/package-files.ts'

/** A group of states that reading or testing needs, as in data/claims/state-groups.json. */
interface StateGroup {
  readonly id: string
  readonly use: string
  /** ISO3 codes with spaces between them. */
  readonly states: string
  /** Words of a description of one of the states, as alternatives of a pattern. */
  readonly words?: string
}

/** Names that stand for a state, by its code. */
type NamesByState = Readonly<Record<string, readonly string[]>>

type NameList = 'leaders' | 'institutions' | 'compoundFirstParts' | 'offices' | 'currencies'

/** Returns the contents of a file of facts about states (data/claims), which has their sources. */
export const factFile = <T>(name: string): T => JSON.parse(readFileSync(packageFile(`data/claims/${name}.json`), 'utf8')) as T

const groups = factFile<readonly StateGroup[]>('state-groups')
const names = factFile<Readonly<Record<NameList, { readonly names: NamesByState }>>>('names-of-states')

/** Returns the groups with one use, in the order of the file. */
export const stateGroupsFor = (use: string): readonly StateGroup[] => groups.filter((group) => group.use === use)

/**
 * Returns the states of a group of data/claims/state-groups.json.
 *
 * @example [...stateGroup('permanent members')].join()   // 'CHN,FRA,GBR,RUS,USA'
 * @throws Error for an id that is not in the file
 */
export function stateGroup(id: string): ReadonlySet<string> {
  const group = groups.find((one) => one.id === id)
  if (group === undefined) throw new Error(`data/claims/state-groups.json has no group "${id}"`)
  return new Set(group.states.split(' '))
}

/** Returns pairs of a name and the code that it stands for, from one list of data/claims/names-of-states.json. */
export const namesOfStates = (list: NameList): [name: string, id: string][] =>
  Object.entries(names[list].names).flatMap(([id, words]) => words.map((word): [string, string] => [word, id]))
