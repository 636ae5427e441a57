import type { ClaimPeriod } from './claim-period.ts'

/** What the words say of a club (an organisation or another bloc with members). */
export interface MembershipSaid {
  /** The club in the words of the text. */
  readonly club: string
  /** Id of the bloc; absent if the record does not follow its members. */
  readonly bloc?: string
  /** What is said of a state and the club; absent if the words are about something of the club, not about membership. */
  readonly state?: StateInClub
  /** Set if the words say when the club was founded. */
  readonly founding?: { readonly anniversary?: Anniversary }
  /** Set if a number is that of all members. */
  readonly total?: { readonly now?: true }
}

export interface StateInClub {
  /** What the state did or is. `be`: it is in the club. `wish`: it only wished to join, was invited or was refused. */
  readonly act: 'join' | 'leave' | 'found' | 'suspend' | 'be' | 'wish'
  readonly role: 'member' | 'observer' | 'dialogue partner' | 'partner' | 'associate' | 'candidate'
  readonly denied?: true
  /** Set for `full member`: a lesser role then does not support the claim. */
  readonly full?: true
  /** Set for the present tense without a year next to it: the day of the text is then meant, whatever other periods the sentence names. */
  readonly now?: true
  /** The time of entry, stated after `since` although the verb is `is`. */
  readonly since?: ClaimPeriod
  /** An anniversary of the membership; `unclear` if it is not told how many years it counts, or of what. */
  readonly anniversary?: Anniversary | 'unclear'
  /** Set if all members of the club are listed (`whole`), or some of them. */
  readonly list?: 'whole' | 'some'
}

/** How many years ago a deed took place. */
export interface Anniversary {
  readonly years: number
  /** The year from which they are counted back. */
  readonly from: number
  /** Whether that year is told, is only that of the text, or is one of several years in the sentence. */
  readonly counted: 'told' | 'assumed' | 'unclear'
}

/** Why the words may mean another state, club or role. */
export interface MembershipDoubts {
  /** The states are not all named plainly. */
  readonly vagueStates?: true
  /** Several states are not named together (`A and B`, `both`): one of them may be unrelated. */
  readonly statesApart?: true
  /** Another club or role may be meant: in any case, or only if the state was a member at the time. */
  readonly other?: 'always' | 'if-member'
}
