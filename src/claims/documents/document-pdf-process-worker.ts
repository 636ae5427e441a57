import { startThread } from '../../numeric/threads.ts'
import { documentLimits } from './document-limits.ts'
import type { PdfMessage } from './document-pdf.ts'

// Process of document-pdf.ts: reads one PDF in a thread, and ends with it. V8 ends a whole process whose arrays grow beyond its limits, not only the thread: a
// kilobyte that asks for two thousand million widths does that. So it is a process with nothing else in it. The thread reads; this one watches time and memory,
// as the reading may never yield, and ends when whoever asked is gone.

const { heap, silence, time, memory } = documentLimits.pdf
/** Milliseconds between two looks at the memory. */
const look = 20

const tell = (told: PdfMessage): Promise<void> => new Promise((resolve) => process.send!(told, () => resolve()))
const end = (told: PdfMessage): void => void tell(told).finally(() => process.exit(0))

process.on('disconnect', () => process.exit(0))
process.once('message', (bytes: Uint8Array) => {
  const thread = startThread(import.meta.url, './document-pdf-worker', {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32 },
  })
  const late = (): void => end({ ended: 'time' })
  setTimeout(late, time)
  const next = setTimeout(late, silence)
  setInterval(() => {
    if (process.memoryUsage.rss() > memory * 2 ** 20) end({ ended: 'memory' })
  }, look)
  thread.on('message', (told: PdfMessage) => {
    next.refresh()
    void tell(told)
  })
  thread.once('error', (cause: NodeJS.ErrnoException) =>
    end(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { ended: 'memory' } : { fault: cause.stack ?? cause.message }),
  )
  thread.once('exit', () => end({ ended: null }))
})
