import { monthOf, monthPattern } from '../text/calendar.ts'

const month = `(?<month>${monthPattern})`
const year = String.raw`(?<year>(?:18|19|20)\d\d)(?!\d)`
const day = String.raw`(?<!\d)(?<day>[0-3]?\d)(?:st|nd|rd|th)?`
const forms = [
  /(?<!\d)(?<year>(?:18|19|20)\d\d)-(?<number>[01]\d)(?:-(?<day>[0-3]\d))?(?!\d)/,
  new RegExp(`${day}(?: of)? ${month},? ${year}`, 'i'),
  new RegExp(`\\b${month} ${day},? ${year}`, 'i'),
  new RegExp(String.raw`(?<!\d(?:st|nd|rd|th)?(?: of)? )\b${month},? ${year}`, 'i'),
]

/**
 * Returns a date written out in a text, as precise as written; null if there is none. Dates with slashes are skipped, since 1/5/2024 is ambiguous.
 *
 * @example dateIn('Published on 12th January 2024')   // '2024-01-12'
 * @example dateIn('Sept. 3, 2021')   // '2021-09-03'
 * @example dateIn('May 2024')   // '2024-05'
 * @example dateIn('1/5/2024')   // null
 */
export function dateIn(text: string): string | null {
  const found = forms.map((form) => form.exec(text)).filter((match) => match !== null)
  return found.map(({ groups }) => isoOf(groups ?? {})).find((iso) => iso !== null) ?? null
}

function isoOf(parts: Readonly<Record<string, string | undefined>>): string | null {
  const number = parts['month'] === undefined ? Number(parts['number']) : monthOf(parts['month'])
  const iso = `${parts['year']}-${String(number).padStart(2, '0')}`
  const whole = parts['day'] === undefined ? iso : `${iso}-${parts['day'].padStart(2, '0')}`
  const time = Date.parse(whole)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(whole) ? null : whole
}

const lead = String.raw`(?:(?:first |last )?(?:published|updated|posted|issued|released|written|modified|date)(?: on)?(?: ?: ?| {1,2})?|[-–—|•·,] ?|(?:mon|tues|wednes|thurs|fri|satur|sun)day ?)*`
const writer = String.raw`(?:by [^|•·\d]{3,50}[|•·,–—-] ?${lead})?`
const place = String.raw`(?:[A-Z][\p{L}.' -]{1,30}, ?(?:[A-Z][\p{L}.' -]{1,30}, ?)?${lead})?`
const writtenDay = `(?:${[String.raw`\d{4}-\d\d(?:-\d\d)?`, String.raw`[0-3]?\d(?:st|nd|rd|th)?(?: of)? [A-Za-z]{3,9}\.?,? \d{4}`, String.raw`[A-Za-z]{3,9}\.?(?: [0-3]?\d(?:st|nd|rd|th)?,?)?,? \d{4}`].join('|')})`
const time = String.raw`(?:[T ,|]*(?:at )?\d{1,2}[:.]\d\d(?:[:.]\d\d)?.{0,16})?`
const dateLine = new RegExp(
  String.raw`^${lead}${writer}${place}${writtenDay}${time}(?: ?[|•·–—-].{0,40}|[.,]? ?\([^)]{2,30}\))?[.,]?$`,
  'iu',
)

/**
 * Returns the date of a line that contains little else: `Published 12 January 2024`, `Moscow, Jan. 12, 2024`, `By J. Doe | May 3, 2023`. Null for any other
 * line.
 *
 * @example dateOfLine('Moscow, Jan. 12, 2024')   // '2024-01-12'
 * @example dateOfLine('Trade reached a record in May 2024')   // null
 */
export function dateOfLine(line: string): string | null {
  return line.length <= 110 && dateLine.test(line) ? dateIn(line) : null
}

const wire =
  /^[A-Z][\p{L}.'/ -]{1,40}(?:, [A-Z][\p{L}. ]{1,20})?, ?(?<stamp>[A-Z][a-z]{2,8}\.? [0-3]?\d(?:,? \d{4})?|[0-3]?\d [A-Z][a-z]{2,8}(?:,? \d{4})?)[.,]?(?: ?\([^)]{2,40}\))?(?: ?[-–—]+ |: |$)/u

/**
 * Returns the date of a news agency dateline as printed (`stamp`) and in ISO form: `BEIJING, Jan. 12, 2024 (Xinhua) -- …`. `date` is null if the dateline has
 * no year. Null if the text does not begin with a dateline.
 *
 * @example datelineOf('MOSCOW, January 12 (TASS) - Trade grew.')   // { stamp: 'January 12', date: null }
 */
export function datelineOf(text: string): { stamp: string; date: string | null } | null {
  const stamp = wire.exec(text.slice(0, 160))?.groups?.['stamp']
  if (stamp === undefined || dateIn(/\d{4}/.test(stamp) ? stamp : `${stamp} 2000`) === null) return null
  return { stamp, date: dateIn(stamp) }
}
