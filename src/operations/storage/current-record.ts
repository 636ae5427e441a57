import { basename, dirname } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { bundledRecord, type FoundSnapshot, findSnapshot, listSnapshots, storeHome } from '../../store/index.ts'
import type { Input } from '../request/operation.ts'
import { withDoubt } from './record.ts'
import { RecordLookup } from './record-lookup.ts'

export type { FoundSnapshot } from '../../store/index.ts'

export interface CurrentRecordOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Makes a record ready before it is used; where it fails, the record in use stays. */
  readonly prepare: (record: FoundSnapshot) => Promise<void>
  /** Called when another record is in use, or none, or a newer one cannot be used. */
  readonly onChange: (event: RecordEvent) => void
}

/** What happened to the record in use. */
export interface RecordEvent {
  readonly event: 'record-in-use' | 'record-gone' | 'record-refused'
  /** Id of the snapshot in use. */
  readonly snapshot?: string
  readonly why: string
  /** Where the reason is a fault of ours: what failed, for the log. */
  readonly cause?: string
}

/**
 * The record that a public server answers from. It is chosen when the server starts and stays in use until a newer one is ready, so that every question rests on
 * one record from its beginning to its end. Where its files are gone or damaged, questions are refused until they, or another whole snapshot, are there.
 */
export class CurrentRecord {
  readonly #options: CurrentRecordOptions
  readonly #lookup: RecordLookup
  #current: FoundSnapshot | undefined
  #fault: VisavisError | undefined = new VisavisError('NoSnapshot', 'the server is not ready yet')
  #refused = ''
  #checking: Promise<void> | undefined
  /** How often another record came into use. */
  switches = 0

  constructor(options: CurrentRecordOptions) {
    this.#options = options
    this.#lookup = new RecordLookup(options.env)
  }

  /** Why there is no record to answer from; undefined if there is one. */
  get fault(): VisavisError | undefined {
    return this.#fault
  }

  /** Whether no record has been in use yet. */
  get isStarting(): boolean {
    return this.#current === undefined
  }

  /** The record to answer from; undefined if there is none. */
  get current(): FoundSnapshot | undefined {
    return this.#fault === undefined ? this.#current : undefined
  }

  /** Id of the snapshot in use, or last in use; undefined before the first. */
  get id(): string | undefined {
    return this.#current === undefined ? undefined : idOf(this.#current)
  }

  /**
   * Returns the record that these inputs select: the one in use, or the one that a snapshot or a day selects.
   *
   * @throws VisavisError where no record is in use, and as `findRecord` does
   */
  of(input: Input, today: string): Promise<FoundSnapshot> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault)
    if (input['snapshot'] !== undefined || input['asOf'] !== undefined) return this.#lookup.of(input, today)
    return withDoubt(this.#current!, today)
  }

  /** Looks at the store, and uses the newest record if it is another and can be used. Checks asked for at the same time are one. */
  check(): Promise<void> {
    this.#checking ??= this.#check().finally(() => (this.#checking = undefined))
    return this.#checking
  }

  async #check(): Promise<void> {
    const found = await findSnapshot({ env: this.#options.env }).catch((cause: unknown) => asVisavis(cause))
    const isUsable = this.#current !== undefined && (await isWhole(this.#current))
    if (found instanceof VisavisError) return isUsable ? this.#refuse(found) : this.#lose(found)
    if (isUsable && found.directory === this.#current?.directory) return this.#use(found)
    // a store that had a record and has none is a fault: the record that comes with the package would be another answer to the same question
    if (this.#current !== undefined && isBundled(found) && !isBundled(this.#current))
      return this.#lose(new VisavisError('NoSnapshot', `the snapshot ${idOf(this.#current)} that this server answers from is gone`))
    try {
      await this.#options.prepare(found)
    } catch (cause) {
      const fault = asVisavis(cause, found)
      return isUsable ? this.#refuse(fault) : this.#lose(fault)
    }
    this.#use(found)
  }

  #use(found: FoundSnapshot): void {
    const isSame = this.#fault === undefined && this.#current?.directory === found.directory
    if (this.#current !== undefined && this.#current.directory !== found.directory) this.switches++
    this.#current = found
    this.#fault = undefined
    this.#refused = ''
    if (!isSame) this.#options.onChange({ event: 'record-in-use', snapshot: idOf(found), why: found.why })
  }

  /** Keeps the record in use, and reports once why a newer one is not used. */
  #refuse(fault: VisavisError): void {
    const { message } = fault
    this.#fault = undefined
    if (message !== this.#refused)
      this.#options.onChange({ event: 'record-refused', snapshot: idOf(this.#current!), why: message, ...causeOf(fault) })
    this.#refused = message
  }

  #lose(fault: VisavisError): void {
    if (fault.message !== this.#fault?.message) this.#options.onChange({ event: 'record-gone', why: fault.message, ...causeOf(fault) })
    this.#fault = fault
  }
}

const idOf = ({ directory }: FoundSnapshot): string => basename(directory)
const isBundled = ({ directory }: FoundSnapshot): boolean => directory.startsWith(bundledRecord())

/** Whether the files of a snapshot are there, with their sizes. */
async function isWhole({ directory }: FoundSnapshot): Promise<boolean> {
  const whole = await listSnapshots(dirname(dirname(directory))).catch(() => [])
  return whole.some(({ id }) => id === basename(directory))
}

/** Returns what is said of a record that cannot be used. An unexpected error, such as one of the database, is kept for the log alone. */
function asVisavis(cause: unknown, found?: FoundSnapshot): VisavisError {
  if (cause instanceof VisavisError && cause.code !== 'Internal') return cause
  const which = found === undefined ? 'the store' : `the snapshot ${idOf(found)}`
  return new VisavisError('TornSnapshot', `${which} cannot be read`, { cause })
}

function causeOf({ cause }: VisavisError): Pick<RecordEvent, 'cause'> {
  return cause === undefined ? {} : { cause: cause instanceof Error ? cause.message : String(cause) }
}

/**
 * Returns a text for readers elsewhere, without the folders of this machine.
 *
 * @example withoutPaths('no snapshot in /srv/visavis', { VISAVIS_HOME: '/srv/visavis' })   // 'no snapshot in the store'
 */
export function withoutPaths(text: string, env: CurrentRecordOptions['env']): string {
  return text.replaceAll(storeHome(env), 'the store').replaceAll(bundledRecord(), 'the bundled record')
}
