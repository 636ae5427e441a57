interface Common {
  readonly name: string
  readonly a: string
  readonly b: string
}

export interface Threshold extends Common {
  readonly type: 'threshold'
  readonly figure: string
  readonly above?: number
  readonly below?: number
}

/** A ten-year change that reversed its sign, where its interval excludes zero. */
export interface Reversal extends Common {
  readonly type: 'reversal'
  readonly figure: string
  readonly was: 'up' | 'down'
}

/** A dated event after a given day. */
export interface NewEvent extends Common {
  readonly type: 'event'
  readonly since: string
  /** Words that the event must contain, ignoring case; absent = any event. */
  readonly words?: string
}

/** A structural break in a yearly series that starts a new segment in the given year or later. */
export interface NewBreak extends Common {
  readonly type: 'break'
  readonly series: string
  readonly since: number
}

export type Condition = Threshold | Reversal | NewEvent | NewBreak
