/** What a command-line run uses of its process: environment variables and streams. Tests provide their own. */
export interface ProcessContext {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: {
    write(text: string | Uint8Array): unknown
    once?(event: 'drain', then: () => void): unknown
    readonly isTTY?: boolean | undefined
    readonly columns?: number | undefined
  }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean | undefined; readonly columns?: number | undefined }
  /** Opens standard input. */
  readonly stdin?: (() => AsyncIterable<Uint8Array>) | undefined
  /** Aborted by Ctrl-C. */
  readonly signal?: AbortSignal | undefined
}
