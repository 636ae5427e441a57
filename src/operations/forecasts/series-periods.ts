/** Periods of a series as whole numbers at even steps, and how they are written. */
export interface PeriodForm {
  /** The number of a period; undefined for a text in another form. */
  readonly parse: (text: string) => number | undefined
  readonly write: (period: number) => string
  /** What the form is, for a message: `years or whole numbers`. */
  readonly name: string
}

const months: PeriodForm = {
  name: 'months (2024-03)',
  parse: (text) => {
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
    return month === undefined || Number(month) < 1 || Number(month) > 12 ? undefined : Number(year) * 12 + Number(month) - 1
  },
  write: (period) => `${Math.floor(period / 12)}-${String((period % 12) + 1).padStart(2, '0')}`,
}

const quarters: PeriodForm = {
  name: 'quarters (2024-Q3)',
  parse: (text) => {
    const [, year, quarter] = /^(\d{4})-?[Qq]([1-4])$/.exec(text) ?? []
    return quarter === undefined ? undefined : Number(year) * 4 + Number(quarter) - 1
  },
  write: (period) => `${Math.floor(period / 4)}-Q${(period % 4) + 1}`,
}

const numbers: PeriodForm = {
  name: 'years or whole numbers',
  parse: (text) => (/^[-+]?\d{1,9}$/.test(text) ? Number(text) : undefined),
  write: String,
}

/** Days that are the same in each year, such as 2020-12-31: one value a year. */
function sameDay(first: string): PeriodForm | undefined {
  const [, ending] = /^\d{4}(-\d{2}-\d{2})$/.exec(first) ?? []
  if (ending === undefined) return undefined
  return {
    name: `days that end in ${ending}`,
    parse: (text) => (text.length === 10 && text.endsWith(ending) && /^\d{4}-/.test(text) ? Number(text.slice(0, 4)) : undefined),
    write: (period) => `${period}${ending}`,
  }
}

/**
 * Returns the form in which periods are written, by the first of them; undefined if it is none that is known.
 *
 * @example periodForm('2024-03')?.write(periodForm('2024-03').parse('2024-12') + 1)   // '2025-01'
 */
export function periodForm(first: string): PeriodForm | undefined {
  return [numbers, months, quarters, sameDay(first)].find((form) => form?.parse(first) !== undefined)
}
