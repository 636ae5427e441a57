/** Hears one line, without its end, when a memory begins to be worked out or is not fit for use. */
export type MemoryTalk = (line: string) => void

/** Hears how many steps of the work are done, and of how many: for a bar. */
export type MemoryCount = (what: string, done: number, total: number) => void

/** Who hears of the work on a memory. */
export const memoryHearers: { line: MemoryTalk; count: MemoryCount } = { line: () => undefined, count: () => undefined }

/** Sets who hears that a memory is worked out or is not fit for use: a command writes it to stderr. Nobody hears it unless set. */
export function tellOfMemory(line: MemoryTalk, count: MemoryCount = () => undefined): void {
  memoryHearers.line = line
  memoryHearers.count = count
}
