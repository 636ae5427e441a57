import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openUploads, type UploadLimits, type Uploads } from '../../src/server/uploads.ts'
import { freshRoot } from '../store/fresh-root.ts'

/** Uploads in a folder for temporary files of their own. */
function opened(limits: Partial<UploadLimits> = {}, most = 1000): { uploads: Uploads; folder: string } {
  const folder = freshRoot()
  mkdirSync(folder, { recursive: true })
  vi.stubEnv('TMPDIR', folder)
  const uploads = openUploads(most, limits)
  onTestFinished(() => uploads.close())
  return { uploads, folder }
}

const body = (size: number): ReadableStream<Uint8Array> => new Response(Buffer.alloc(size, 'x')).body!

/** A body that brings a few bytes and then waits until it is let go on. */
function slow(): { body: ReadableStream<Uint8Array>; end: () => void } {
  let end = (): void => undefined
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(Buffer.from('beginning'))
      end = () => controller.close()
    },
  })
  return { body: stream, end: () => end() }
}

test('all files together have a limit, and what was refused is given back', async () => {
  const { uploads, folder } = opened({ bytes: 2500 })
  const first = await uploads.keep('a.txt', body(1000))
  await uploads.keep('b.txt', body(1000))
  await expect(uploads.keep('c.txt', body(1000))).rejects.toMatchObject({
    code: 'TooLarge',
    hint: expect.stringContaining('start it again'),
  })
  await uploads.keep('d.txt', body(400))
  expect(basename(await uploads.pathOf(first))).toBe('a.txt')
  const [own] = readdirSync(folder)
  await expect.poll(() => readdirSync(join(folder, own!)).length).toBe(3)
})

test('so many files, and so many on their way at once; one that breaks off counts no more', async () => {
  const { uploads } = opened({ files: 3, atOnce: 2 })
  const [one, two] = [slow(), slow()]
  const coming = [uploads.keep('a.txt', one.body), uploads.keep('b.txt', two.body)]
  await expect(uploads.keep('c.txt', body(1))).rejects.toThrow(/2 files are on their way/)
  one.end()
  two.end()
  await Promise.all(coming)
  const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error('gone')) })
  await expect(uploads.keep('c.txt', broken)).rejects.toThrow(/gone/)
  await uploads.keep('c.txt', body(1))
  await expect(uploads.keep('d.txt', body(1))).rejects.toMatchObject({ code: 'TooLarge' })
})

test('files that nobody asks for make room, the one used longest ago first', async () => {
  const { uploads } = opened({ files: 2, idle: 0 })
  const [first, second] = [await uploads.keep('a.txt', body(1)), await uploads.keep('b.txt', body(1))]
  await new Promise((resolve) => setTimeout(resolve, 5))
  await uploads.pathOf(first)
  const third = await uploads.keep('c.txt', body(1))
  await expect(uploads.pathOf(second)).rejects.toThrow(/there is no file/)
  for (const there of [first, third]) expect(existsSync(await uploads.pathOf(there))).toBe(true)
})

test('a file on its way cannot be asked for', async () => {
  const { uploads, folder } = opened()
  const { body: coming, end } = slow()
  const keeping = uploads.keep('a.txt', coming)
  await expect.poll(() => readdirSync(folder, { recursive: true }).length).toBe(3)
  const [id] = readdirSync(join(folder, readdirSync(folder)[0]!))
  await expect(uploads.pathOf(`upload:${id}`)).rejects.toThrow(/there is no file/)
  end()
  expect(await keeping).toBe(`upload:${id}`)
})

test('what a killed server left is gone when the next one starts; what belongs to one that runs, or to another machine, stays', async () => {
  const folder = freshRoot()
  mkdirSync(folder, { recursive: true })
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  const leftBy = (owner: string): string => {
    const own = mkdtempSync(join(folder, `visavis-uploads-${owner}`))
    writeFileSync(join(own, 'a.txt'), 'x')
    return own
  }
  const running = leftBy(`${machine}_${child.pid}__`)
  const elsewhere = leftBy('00000000_1_1_')
  const unknown = leftBy('')
  const old = leftBy('')
  utimesSync(old, 1000, 1000)
  const gone = spawn(process.execPath, ['-e', '0'])
  await once(gone, 'exit')
  const killed = leftBy(`${machine}_${gone.pid}__`)
  const numberAgain = leftBy(`${machine}_${process.pid}_1_`)
  vi.stubEnv('TMPDIR', folder)
  const uploads = openUploads(1000)
  onTestFinished(() => uploads.close())
  const own = dirname(dirname(await uploads.pathOf(await uploads.keep('b.txt', body(1)))))
  const there = [running, elsewhere, unknown, own].map((path) => basename(path)).sort()
  expect(readdirSync(folder).sort()).toEqual(there)
  for (const path of [old, killed, numberAgain]) expect(existsSync(path)).toBe(false)
})
