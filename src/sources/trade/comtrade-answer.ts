import { badInput } from '../../errors.ts'
import { calendarYear } from '../rows/observation.ts'

/** One record of an answer, with the fields that are used; the API gives 47. */
export interface ComtradeRecord {
  readonly typeCode: string
  readonly freqCode: string
  readonly period: string
  readonly reporterCode: number
  readonly flowCode: string
  readonly partnerCode: number
  readonly partner2Code: number
  readonly classificationCode: string
  readonly cmdCode: string
  readonly customsCode: string
  readonly mosCode: string
  readonly motCode: number
  readonly netWgt: number | null
  readonly isNetWgtEstimated: boolean | null
  readonly cifvalue: number | null
  readonly fobvalue: number | null
  readonly primaryValue: number | null
}

type Kind = 'string' | 'number' | 'boolean or null' | 'number or null' | 'code'

/** The type of each field; a `code` is a number in some answers and text in others. */
const fields: Readonly<Record<keyof ComtradeRecord, Kind>> = {
  typeCode: 'string',
  freqCode: 'string',
  period: 'code',
  reporterCode: 'number',
  flowCode: 'string',
  partnerCode: 'number',
  partner2Code: 'number',
  classificationCode: 'string',
  cmdCode: 'string',
  customsCode: 'string',
  mosCode: 'code',
  motCode: 'number',
  netWgt: 'number or null',
  isNetWgtEstimated: 'boolean or null',
  cifvalue: 'number or null',
  fobvalue: 'number or null',
  primaryValue: 'number or null',
}

/** Numbers of records at which the API truncates an answer: the public preview (500) and the calls with a key. */
const limits = new Set([500, 100_000, 250_000])

/**
 * Returns the records of one answer.
 *
 * @throws BadInput for an error from the API, a listing of bulk files, a truncated answer, or another form
 */
export function answerRecords(text: string, file: string): ComtradeRecord[] {
  const answer = objectIn(text, file)
  const said = answer['error'] || answer['message']
  if (typeof said === 'string')
    throw badInput(`${file} is an error of the API, not data: ${said}`, 'wait or check the key, and fetch it again')
  const data = answer['data']
  if (!Array.isArray(data)) throw badInput(`${file} has no list "data": not an answer of UN Comtrade`)
  if (data.some((record) => isObject(record) && 'fileUrl' in record)) throw badInput(`${file} lists bulk files; it holds no trade`)
  if (answer['count'] !== data.length) throw badInput(`${file} says count ${answer['count']} and holds ${data.length} records`)
  if (limits.has(data.length)) {
    throw badInput(
      `${file} has ${data.length} records, as many as the API gives at once: it may be cut off`,
      'ask for one partner, one period and one commodity at a time; with a key (COMTRADE_KEY) more comes at once',
    )
  }
  return data.map((record, i) => recordOf(record, `${file}#${i + 1}`))
}

function objectIn(text: string, file: string): Record<string, unknown> {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch (cause) {
    throw badInput(`${file} is not JSON (${(cause as Error).message}): cut off, or another file`, { cause })
  }
  if (!isObject(found)) throw badInput(`${file} is not an answer of UN Comtrade`)
  return found
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function recordOf(record: unknown, where: string): ComtradeRecord {
  if (!isObject(record)) throw badInput(`${where} is no record`)
  const found = Object.entries(fields).map(([name, kind]) => {
    const value = record[name]
    if (!fits(value, kind))
      throw badInput(`${where} has ${value === undefined ? 'no' : JSON.stringify(value)} ${name}, where a ${kind} is due`)
    return [name, kind === 'code' ? String(value) : value]
  })
  const strange = (['cmdCode', 'classificationCode'] as const).find((name) => !/^[A-Za-z0-9_.-]+$/.test(String(record[name])))
  if (strange !== undefined) throw badInput(`${where} has ${JSON.stringify(record[strange])} for ${strange}, not a code`)
  const { typeCode } = record
  if (typeCode !== 'C') throw badInput(`${where} has typeCode "${typeCode}": trade in services, not goods (C)`)
  return Object.fromEntries(found) as ComtradeRecord
}

function fits(value: unknown, kind: Kind): boolean {
  if (kind === 'number or null') return value === null || typeof value === 'number'
  if (kind === 'boolean or null') return value === null || typeof value === 'boolean'
  if (kind === 'code') return typeof value === 'number' || typeof value === 'string'
  return typeof value === kind
}

/** Whether a record is a total flow, not only a part of it by second partner, customs procedure, mode of supply or mode of transport. */
export function isTotalFlow(record: ComtradeRecord): boolean {
  return record.partner2Code === 0 && record.customsCode === 'C00' && record.mosCode === '0' && record.motCode === 0
}

/**
 * Returns the first and last day of a record's year or month.
 *
 * @example comtradePeriod({ freqCode: 'M', period: '202302' }, 'x.json#1')   // { start_date: '2023-02-01', end_date: '2023-02-28' }
 */
export function comtradePeriod(
  { freqCode, period }: Pick<ComtradeRecord, 'freqCode' | 'period'>,
  where: string,
): { start_date: string; end_date: string } {
  if (freqCode === 'A' && /^\d{4}$/.test(period)) return calendarYear(Number(period))
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(period) ?? []
  if (freqCode !== 'M' || year === undefined || month === undefined) {
    throw badInput(`${where} has the period "${period}" at the frequency "${freqCode}"`)
  }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return { start_date: `${year}-${month}-01`, end_date: `${year}-${month}-${last}` }
}
