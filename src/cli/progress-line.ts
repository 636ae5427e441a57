import type { Context } from '../operations/request/operation.ts'
import type { ProcessContext } from './process-context.ts'

type DownloadProgress = Parameters<NonNullable<Context['onProgress']>>[0]

/** Width of the progress bar in characters. */
const barWidth = 20

/** A progress line on a terminal, overwritten in place and removed by `clear`. Nothing is shown with `--quiet` or if stderr is not a terminal. */
export interface ProgressLine {
  /** Shows the progress of a download. */
  readonly onProgress: ((progress: DownloadProgress) => void) | undefined
  /** Shows the progress of work that is counted, such as `500 of 2,000 pairs`. */
  readonly onCount: ((what: string, done: number, total: number) => void) | undefined
  clear(): void
}

export function progressLine(stderr: ProcessContext['stderr'], quiet: boolean): ProgressLine {
  if (quiet || stderr.isTTY !== true) return { onProgress: undefined, onCount: undefined, clear: () => undefined }
  let shown = false
  // some terminals report 0 columns
  const columns = stderr.columns || 80
  const show = (text: string): void => {
    shown = true
    stderr.write(`\r\u001b[K${text.slice(0, columns - 1)}`)
  }
  return {
    onProgress: (progress) => show(progressText(progress)),
    onCount: (what, done, total) => show(countText(what, done, total)),
    clear: () => {
      if (shown) stderr.write('\r\u001b[K')
      shown = false
    },
  }
}

/**
 * Returns the text of the line for a download.
 *
 * @example progressText({ phase: 'receiving', url: 'https://a.org/b', received: 500_000, total: 2_000_000, attempt: 1, name: 'b.csv', before: 2 })   // '3  b.csv  [#####---------------]  0.5 of 2.0 MB'
 */
export function progressText({ phase, received, total, attempt, wait, name, before }: DownloadProgress): string {
  const head = `${before + 1}  ${name}`
  const again = attempt === 1 ? '' : `, attempt ${attempt}`
  if (phase === 'waiting' && wait !== undefined) return `${head}  waiting ${Math.ceil(wait.milliseconds / 1000)} s: ${wait.why}`
  if (phase === 'asking') return `${head}  asking${received > 0 ? ` for the rest behind ${megabytes(received)} MB` : ''}${again}`
  if (phase === 'done') return `${head}  done`
  if (total === null) return `${head}  ${megabytes(received)} MB${again}`
  return `${head}  ${bar(received, total)}  ${megabytes(received)} of ${megabytes(total)} MB${again}`
}

/**
 * Returns the text of the line for work that is counted.
 *
 * @example countText('pairs', 500, 2000)   // 'pairs  [#####---------------]  500 of 2,000'
 */
export function countText(what: string, done: number, total: number): string {
  return `${what}  ${bar(done, total)}  ${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`
}

function bar(done: number, total: number): string {
  const filled = Math.min(barWidth, Math.floor((done / Math.max(1, total)) * barWidth))
  return `[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}]`
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
