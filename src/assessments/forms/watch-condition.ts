interface Common {
  readonly name: string
  readonly a: string
  readonly b: string
}

/** A figure above or below a value. */
export interface Threshold extends Common {
  readonly type: 'threshold'
  readonly figure: string
  readonly above?: number
  readonly below?: number
}

/** A ten-year change that has turned: up where it was down, or the other way; only where its interval leaves no doubt. */
export interface Reversal extends Common {
  readonly type: 'reversal'
  readonly figure: string
  readonly was: 'up' | 'down'
}

/** A dated thing that came after a day. */
export interface NewEvent extends Common {
  readonly type: 'event'
  readonly since: string
  /** Words that it must hold, without regard to case; absent: any event. */
  readonly words?: string
}

/** A break in a yearly series that begins a new segment in a year or later: see turning points. */
export interface NewBreak extends Common {
  readonly type: 'break'
  readonly series: string
  readonly since: number
}

export type Condition = Threshold | Reversal | NewEvent | NewBreak
