import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { missing } from '../debian.ts'
import { ended } from './ended.ts'

const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/nginx/sbin/nginx'].find((path) => existsSync(path)) ?? 'nginx'
const site = join(import.meta.dirname, '../../deploy/nginx.conf')

/** The nginx of the tests: Debian's, otherwise installed with apt-get if running as root. Returns why there is none; undefined if there is one. */
export function nginxMissing(): string | undefined {
  const isThere = (): boolean => spawnSync(nginx, ['-v']).status === 0 && spawnSync('openssl', ['version']).status === 0
  return missing('nginx', isThere, 'nginx-light', 'openssl')
}

export interface RunningNginx {
  readonly port: number
  /** Certificate of the site, signed by itself. */
  readonly certificate: Buffer
  stop(): Promise<void>
}

/** Returns ports that are free on loopback. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

export interface NginxPorts {
  /** Port of the site. */
  readonly port: number
  /** Port of the redirection to TLS. */
  readonly plain: number
  /** Port of the program. */
  readonly program: number
}

/**
 * Runs nginx with the site of `deploy/nginx.conf` in a folder: only its ports, its name, its certificate and the folder of its cache are replaced.
 *
 * @param more   lines of configuration that are added to the site
 */
export async function startNginx(folder: string, options: NginxPorts, more = ''): Promise<RunningNginx> {
  mkdirSync(join(folder, 'cache'), { recursive: true })
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    key,
    '-out',
    certificate,
    ...subject,
  ])
  if (made.status !== 0) throw new Error(String(made.stderr))
  const replaced = readFileSync(site, 'utf8')
    .replaceAll('visavis.example.org;', 'localhost;')
    .replace(/listen \[::\].*\n/g, '\n')
    .replace('listen 80;', `listen 127.0.0.1:${options.plain};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${options.port} ssl;`)
    .replace('127.0.0.1:8750', `127.0.0.1:${options.program}`)
    .replace(/ssl_certificate .*;/, `ssl_certificate "${certificate}";`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key "${key}";`)
    .replace('/var/cache/nginx/visavis', join(folder, 'cache'))
    .replace('    location / {', () => `${more}\n    location / {`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path "${join(folder, name)}";`)
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const main = `${user} worker_processes 1; daemon off; pid "${join(folder, 'nginx.pid')}"; error_log "${join(folder, 'error.log')}" warn;
events { worker_connections 1024; }
http { ${temporary.join(' ')} default_type application/octet-stream;
${replaced} }`
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, main)
  const child = spawn(nginx, ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (data) => (said += data))
  await untilListening(options.port, child, () => said)
  return { port: options.port, certificate: readFileSync(certificate), stop: () => ended(child) }
}

async function untilListening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said()}`)
    const taken = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (taken) return
    await pause(50)
  }
}
