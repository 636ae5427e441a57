import { stateGroup } from '../fact-files.ts'

/** The members of the Security Council that have a veto. */
export const permanentMembers: readonly string[] = [...stateGroup('permanent members')]
