import { VisavisError } from '../../errors.ts'
import type { Context, Input, Operation } from '../asked/operation.ts'
import type { Asked, Form, ReadingLimits } from '../asked/process-messages.ts'
import { operations } from '../catalogue.ts'
import { publicDownload } from '../reading/public-download.ts'
import { type Body, formed } from './answer-form.ts'
import { AnsweringProcess, type Ears, interrupted, type Reply, StandsStill } from './answering-process.ts'
import { readOfManyOperation } from './read-of-many.ts'

/** How a door has its questions answered. */
interface AnswerersOptions {
  /** How records are held between questions: in memory, read from disk each time, or not at all. */
  readonly keeps: 'memory' | 'disk' | 'nothing'
  /** Processes at a time; further questions wait. */
  readonly most: number
  /** Milliseconds that a text may take. */
  readonly text: number
}

/** An answer in a form, and what is known beside it. */
interface Formed {
  readonly body: Body | AsyncIterable<string>
  readonly met: boolean
  readonly next: readonly string[]
}

/** A free process beyond the first ends after so many milliseconds. */
const idle = 10_000
/** One that holds more than so many bytes when it has answered is not asked again: what it holds is given back whole. */
const mostHeld = 320 * 2 ** 20
/** The last one that is free gives way to a fresh one after so many further milliseconds, where it holds more than so many bytes. */
const longIdle = { after: 60_000, holds: 180 * 2 ** 20 }

/** The operations that a process knows by name. What a caller has put into the catalogue since is answered here. */
const known: ReadonlySet<Operation> = new Set([...operations, readOfManyOperation])

/**
 * Processes that answer questions, so that a door hears its caller while they work, and can end what it does not want any more: Ctrl-C, a connection that closes, a limit of
 * time.
 */
export class Answerers {
  readonly #options: AnswerersOptions
  readonly #free: { readonly answerer: AnsweringProcess; ends: NodeJS.Timeout }[] = []
  readonly #all = new Set<AnsweringProcess>()
  readonly #waiting: (() => void)[] = []

  constructor(options: AnswerersOptions) {
    this.#options = options
  }

  /** The answer itself, as the operation gives it. */
  async result(operation: Operation, input: Input, context: Context): Promise<unknown> {
    const work = await operation.load()
    if (!isHandedOver(operation, context)) return work.run(input, context)
    const { answer } = await this.#ask(operation, input, context, null)
    return work.received?.(answer as never) ?? answer
  }

  /** The answer in a form. */
  async formed(operation: Operation, input: Input, context: Context, form: Form): Promise<Formed> {
    if (!isHandedOver(operation, context)) return formedHere(operation, input, context, form)
    const { answer, met, next } = await this.#ask(operation, input, context, form)
    return { body: answer as Formed['body'], met, next }
  }

  /** Has one ready before the first question comes. */
  warm(): void {
    if (this.#all.size === 0) this.#rest(this.#started())
  }

  /** Ends all, whatever they do. */
  close(): void {
    const all = [...this.#all]
    for (const { ends } of this.#free.splice(0)) clearTimeout(ends)
    for (const one of all) one.end()
  }

  async #ask(operation: Operation, input: Input, context: Context, form: Form | null): Promise<Reply> {
    const { signal } = context
    const asked = await handedOver(operation, input, context, form)
    const ears = toldOnce(context)
    const began = Date.now()
    let reading: ReadingLimits = { refused: [], end: null, until: began + this.#options.text }
    for (;;) {
      const answerer = await this.#taken(signal)
      try {
        return await answerer.ask({ ...asked, reading }, ears, signal)
      } catch (cause) {
        if (!(cause instanceof StandsStill)) throw cause
        reading = readingAfter(reading, cause.sentence, { began, text: this.#options.text })
      }
    }
  }

  async #taken(signal: AbortSignal | undefined): Promise<AnsweringProcess> {
    for (;;) {
      if (signal?.aborted) throw interrupted()
      const free = this.#free.pop()
      if (free !== undefined) clearTimeout(free.ends)
      if (free?.answerer.gone === false) return free.answerer
      if (free !== undefined) this.#all.delete(free.answerer)
      else if (this.#all.size < this.#options.most) return this.#started()
      else await this.#turn(signal)
    }
  }

  /** Until one is free or gone, or nobody waits. */
  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const come = (): void => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(come), 1)
        resolve()
      }
      this.#waiting.push(come)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  #started(): AnsweringProcess {
    const answerer = new AnsweringProcess(this.#options.keeps, (one) => this.#rest(one))
    this.#all.add(answerer)
    return answerer
  }

  #rest(answerer: AnsweringProcess): void {
    if (answerer.held > mostHeld) answerer.end()
    if (answerer.gone) this.#all.delete(answerer)
    else this.#free.push({ answerer, ends: setTimeout(() => this.#idle(answerer), idle).unref() })
    this.#waiting.shift()?.()
  }

  /** The one that was asked last is asked next, so those that nobody needs any more lie at the bottom. */
  #idle(answerer: AnsweringProcess): void {
    if (this.#free.length > 1) this.#leaves(answerer)
    else if (answerer.held > longIdle.holds) this.#free[0]!.ends = setTimeout(() => this.#renew(answerer), longIdle.after).unref()
  }

  #renew(answerer: AnsweringProcess): void {
    if (this.#leaves(answerer) && this.#all.size === 0) this.#rest(this.#started())
  }

  /** Ends it if it is free. */
  #leaves(answerer: AnsweringProcess): boolean {
    const at = this.#free.findIndex((one) => one.answerer === answerer)
    if (at < 0) return false
    this.#free.splice(at, 1)
    this.#all.delete(answerer)
    answerer.end()
    return true
  }
}

/** What is data can be handed over; an operation of the caller's own, or a way to fetch of his, cannot. */
function isHandedOver(operation: Operation, { download }: Context): boolean {
  return (known.has(operation) || operation.from !== undefined) && (download === undefined || download === publicDownload)
}

async function formedHere(operation: Operation, input: Input, context: Context, form: Form): Promise<Formed> {
  const work = await operation.load()
  const result = await work.run(input, context)
  const met = work.met?.(result as never) === true
  return { body: await formed(work, result, form), met, next: work.next?.(result as never) ?? [] }
}

async function handedOver(operation: Operation, input: Input, context: Context, form: Form | null): Promise<Omit<Asked, 'reading'>> {
  const { env, today, now } = context
  const stdin = await standardInput(operation, input, context)
  const publicOnly = context.download === publicDownload
  return { operation: operation.name, from: operation.from, input, form, env: { ...env }, today, now, stdin, publicOnly }
}

/** The text itself where standard input is asked for: a process that answers has none. */
async function standardInput({ parameters }: Operation, input: Input, context: Context): Promise<Uint8Array | null> {
  if (!parameters.some(({ name, stdin }) => stdin === true && input[name] === '-')) return null
  const { sourceBytes } = await import('../reading/read-source.ts')
  const { signal } = context
  const calledOff = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(interrupted()), { once: true })
  })
  return (await Promise.race([sourceBytes('-', context), calledOff])).bytes
}

/** A question that is begun anew does not say again what it said before. */
function toldOnce({ warn, onCount, onProgress }: Context): Ears {
  const told = new Set<string>()
  const once: Context['warn'] = (text, of) => {
    if (!told.has(text)) warn?.(text, of)
    told.add(text)
  }
  return { warn: once, onCount, onProgress }
}

/** Milliseconds that a text which was begun anew has at the least. */
const again = 30_000

/** How a text is read on that stood still at a sentence: without it; and where half of the time is gone, no further than to there. */
function readingAfter(
  { refused }: ReadingLimits,
  sentence: number | null,
  { began, text }: { readonly began: number; readonly text: number },
): ReadingLimits {
  if (sentence === null)
    throw new VisavisError('TooLarge', 'the text takes too long to be read', { hint: 'give the part that you want read' })
  const now = Date.now()
  return { refused: [...refused, sentence], end: now - began > text / 2 ? sentence : null, until: Math.max(began + text, now + again) }
}
