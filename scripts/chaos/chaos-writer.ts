import { setTimeout as after } from 'node:timers/promises'
import type { RunningServer } from '../../src/server/serve.ts'
import { nextSnapshot } from '../../src/store/index.ts'
import { madeUpEdition, type Outcome, type Write } from './chaos-plan.ts'

/**
 * A process that writes on request, several writes at once, until it is killed. It reports when it is ready, and how
 * each write ended. Modules are loaded only when needed, since it is often killed.
 */
const servers = new Map<string, Promise<RunningServer>>()

process.on('message', (write: Write) => {
  const done = written(write).catch(
    (error: { code?: string; message: string }): Outcome => ({ number: write.number, refused: `${error.code}: ${error.message}` }),
  )
  void done.then((outcome) => process.send!(outcome))
})
process.on('disconnect', () => process.exit(0))
process.send!('ready')

/** Made-up files are smaller than the source's existing data, so they are accepted without the usual check. */
function written(write: Write): Promise<Outcome> {
  if (write.kind === 'made up') return madeUp(write)
  return write.kind === 'http' ? byHttp(write) : byCommand(write)
}

async function madeUp({ number, home, now, source, milliseconds, lease }: Write): Promise<Outcome> {
  const request = { env: { VISAVIS_HOME: home }, now, lease }
  const { id } = await nextSnapshot(request, async ({ write }) => {
    await after(milliseconds)
    return write(madeUpEdition(source))
  })
  return { number, id, rows: { observations: 3 } }
}

async function byCommand({ number, home, now, source, files }: Write): Promise<Outcome> {
  const [{ addOperation }, { checkInput }] = await Promise.all([
    import('../../src/operations/record-questions/add.ts'),
    import('../../src/operations/request/input-schema.ts'),
  ])
  const { run } = await addOperation.load()
  const context = { env: { VISAVIS_HOME: home }, now, today: now.slice(0, 10) }
  return outcomeOf(number, (await run(checkInput(addOperation, { source, files: [...files], accept: true }), context)) as Added)
}

interface Added {
  readonly snapshot: { readonly id: string }
  readonly rows: Readonly<Record<string, number>>
}

const outcomeOf = (number: number, { snapshot, rows }: Added): Outcome => ({ number, id: snapshot.id, rows })

async function served(home: string): Promise<RunningServer> {
  const { serve } = await import('../../src/server/serve.ts')
  return serve({ env: { VISAVIS_HOME: home } })
}

async function byHttp({ number, home, source, files }: Write): Promise<Outcome> {
  const serving = servers.get(home) ?? served(home)
  servers.set(home, serving)
  const { url } = await serving
  const { readFile } = await import('node:fs/promises')
  const brought = await Promise.all(
    files.map(async (file) => {
      const name = encodeURIComponent(file.slice(file.lastIndexOf('/') + 1))
      const reply = await fetch(`${url}/api/v1/files?name=${name}`, { method: 'POST', body: await readFile(file) })
      return ((await reply.json()) as { file: string }).file
    }),
  )
  const body = JSON.stringify({ source, files: brought, accept: true })
  const reply = await fetch(`${url}/api/v1/add`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const answer = (await reply.json()) as Added & { code: string; detail: string }
  return reply.ok ? outcomeOf(number, answer) : { number, refused: `${answer.code}: ${answer.detail}` }
}
