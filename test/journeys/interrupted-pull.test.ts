import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freshRoot } from '../store/fresh-root.ts'

/** A proxy on the loopback that is asked to connect and never does; nothing leaves this machine. */
async function silentProxy(): Promise<{ address: string; asked: Promise<string> }> {
  const server = createServer()
  const asked = new Promise<string>((resolve) => server.once('connect', (request) => resolve(String(request.url))))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

test('Ctrl-C during a pull says what was stopped and that it goes on, and exits with 130', async () => {
  const proxy = await silentProxy()
  const main = join(import.meta.dirname, '../../src/cli/main.ts')
  const env = { ...process.env, VISAVIS_HOME: freshRoot(), HTTPS_PROXY: proxy.address, https_proxy: '', NO_PROXY: '', no_proxy: '' }
  const child = spawn(process.execPath, ['--import', 'tsx', main, 'pull', 'crea-tracker'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = new Promise((resolve) => child.once('close', resolve))
  expect(await proxy.asked).toBe('api.russiafossiltracker.com:443')
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(err).toMatch(
    /^Interrupted: the download of https:\/\/api\.russiafossiltracker\.com\/v0\/counter\S* was stopped\n {2}Try: run it again/,
  )
  expect(out).toBe('')
})
