/** What a run of the command line needs of its process; tests bring their own. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly stdout: {
    write(text: string | Uint8Array): unknown
    once?(event: 'drain', then: () => void): unknown
    readonly isTTY?: boolean | undefined
    readonly columns?: number | undefined
  }
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean | undefined; readonly columns?: number | undefined }
  /** Standard input, opened when it is asked for. */
  readonly stdin?: (() => AsyncIterable<Uint8Array>) | undefined
  /** Raised by Ctrl-C. */
  readonly signal?: AbortSignal | undefined
}
