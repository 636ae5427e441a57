interface Spell {
  readonly start_date: string
  readonly end_date: string | null
}

/** Whether a spell had begun by a day. */
export function begunBy({ start_date }: Pick<Spell, 'start_date'>, day: string): boolean {
  return start_date <= day
}

/** Whether a spell is in force on a day. */
export function inForceOn({ start_date, end_date }: Spell, day: string): boolean {
  return start_date <= day && (end_date === null || end_date >= day)
}
