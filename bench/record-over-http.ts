import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { needRecord } from '../src/operations/work/need-record.ts'
import { manifestWithId, printManifest } from '../src/store/manifest.ts'
import { partFile } from '../src/store/part-path.ts'
import { ended } from '../test/server/ended.ts'
import { freePorts } from '../test/server/nginx.ts'
import { about, card } from '../test/store/rows.ts'

const { values: given } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1000' },
    parts: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
  },
  strict: false,
})
const [megabytes, parts, rounds] = [Number(given.megabytes), Number(given.parts), Number(given.rounds)]
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** A record fetched from a public server on loopback, beside curl, sha256sum and sync of the same files, in turns. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-record-'))
  const home = join(folder, 'home')
  const { id, files } = await writeRecord(home)
  const [port] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [main, 'serve', '--public', '--offer-records', '--port', String(port), '--ahead', '0'], {
    env: { ...process.env, VISAVIS_HOME: home },
    stdio: 'ignore',
  })
  try {
    await answering(`${url}/records/${id}/manifest.json`)
    const taken = { curl: [] as number[], visavis: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      taken.curl.push(await withFolder(folder, (into) => byCurl(url, id, files, into)))
      taken.visavis.push(await withFolder(folder, (into) => byVisavis(url, id, into)))
    }
    const [curl, visavis] = [median(taken.curl), median(taken.visavis)]
    console.log(`A record of ${megabytes} MB in ${parts} parts over HTTP, median of ${rounds}: seconds, ratio to curl, sha256sum and sync`)
    console.log(`  curl, sha256sum, sync   ${curl.toFixed(1)}   1.0   (${taken.curl.map((one) => one.toFixed(1)).join(', ')})`)
    console.log(
      `  visavis                 ${visavis.toFixed(1)}   ${(visavis / curl).toFixed(2)}   (${taken.visavis.map((one) => one.toFixed(1)).join(', ')})   goal <= 1.3`,
    )
  } finally {
    await ended(server)
    rmSync(folder, { recursive: true })
  }
}

/** Writes a record of random bytes that begin and end like Parquet. */
async function writeRecord(home: string): Promise<{ id: string; files: string[] }> {
  mkdirSync(join(home, 'parts'), { recursive: true })
  const size = Math.round((megabytes * 1e6) / parts)
  const described = Array.from({ length: parts }, () => {
    const bytes = Buffer.concat([Buffer.from('PAR1'), randomBytes(size - 8), Buffer.from('PAR1')])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = partFile(sha256)
    writeFileSync(join(home, file), bytes)
    return { file, sha256, bytes: size, rows: 1 }
  })
  const manifest = await manifestWithId({ ...about, sources: [card], parent: null, tables: { voters: described } })
  mkdirSync(join(home, 'snapshots', manifest.id), { recursive: true })
  writeFileSync(join(home, 'snapshots', manifest.id, 'manifest.json'), printManifest(manifest))
  return { id: manifest.id, files: described.map(({ file }) => file) }
}

async function withFolder(parent: string, use: (into: string) => Promise<void>): Promise<number> {
  const into = mkdtempSync(join(parent, 'into-'))
  spawnSync('sync')
  const began = performance.now()
  await use(into)
  const seconds = (performance.now() - began) / 1000
  rmSync(into, { recursive: true })
  return seconds
}

async function byCurl(url: string, id: string, files: readonly string[], into: string): Promise<void> {
  const lines = files.map((file, i) => `curl -sf -o ${i} ${url}/records/${id}/${file} && sha256sum ${i} && sync ${i}`)
  const { status, stderr, stdout } = spawnSync('sh', ['-ec', lines.join('\n')], { cwd: into, encoding: 'utf8' })
  if (status !== 0 || stdout.trim().split('\n').length !== files.length) throw new Error(`curl: ${stderr}`)
}

async function byVisavis(url: string, id: string, into: string): Promise<void> {
  await needRecord(id, url, { env: { ...process.env, VISAVIS_HOME: into }, signal: new AbortController().signal, tell: () => undefined })
  readFileSync(join(into, 'fetched', 'snapshots', id, 'manifest.json'))
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await pause(100)
  }
  throw new Error(`${url} does not answer`)
}

const median = (values: readonly number[]): number => [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)]!

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
