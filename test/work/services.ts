import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { missing } from '../debian.ts'
import { ended } from '../server/ended.ts'

/** A queue's service on a port of its own, which can be stopped and started again with what it wrote to disk. */
export interface Service {
  readonly url: string
  /** Kills the service. */
  kill(): Promise<void>
  /** Kills the service and starts it again. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Where a service listens, its password, and its limits. */
export interface ServiceAddress {
  readonly host?: string
  readonly port: number
  readonly password?: string
  /** Most connections at once. */
  readonly connections?: number
  /** With these the service speaks nothing but TLS. */
  readonly tls?: Certificate
}

/** Paths of a certificate for 127.0.0.1, its key, and the authority that signed it. */
export interface Certificate {
  readonly authority: string
  readonly certificate: string
  readonly key: string
}

/** Makes an authority and a certificate that it signed. */
export function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-certificate-'))
  chmodSync(folder, 0o755)
  const [authority, authorityKey, certificate, key] = ['ca.pem', 'ca-key.pem', 'cert.pem', 'key.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const openssl = (...words: string[]): void => {
    const { status, stderr } = spawnSync('openssl', words, { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
  openssl(...make, '-keyout', authorityKey, '-out', authority, '-subj', '/CN=authority of a test')
  openssl(
    ...[...make, '-keyout', key, '-out', certificate, '-CA', authority, '-CAkey', authorityKey, '-subj', '/CN=queue of a test'],
    ...['-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'basicConstraints=critical,CA:FALSE'],
  )
  chmodSync(key, 0o644)
  return { authority, certificate, key }
}

const debian: Readonly<Record<'valkey' | 'postgres', string>> = { valkey: 'valkey-server', postgres: 'postgresql' }

/** Why a service cannot be started here; undefined if it can. If it is missing and this is root, Debian's package is installed. */
export function serviceMissing(which: 'valkey' | 'postgres'): string | undefined {
  return missing(which === 'valkey' ? 'Valkey' : 'PostgreSQL', () => programOf(which) !== undefined, debian[which])
}

function programOf(which: 'valkey' | 'postgres'): string | undefined {
  if (which === 'valkey') return ['/usr/bin/valkey-server', '/usr/bin/redis-server'].find((path) => existsSync(path))
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((x, y) => Number(y) - Number(x)) : []
  return versions.map((version) => `/usr/lib/postgresql/${version}/bin`).find((path) => existsSync(join(path, 'initdb')))
}

/** Starts a Valkey that writes every change to disk. */
export async function startValkey({ host = '127.0.0.1', port, password, connections, tls }: ServiceAddress): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-valkey-'))
  const listening =
    tls === undefined
      ? ['--port', String(port)]
      : [
          ...['--port', '0', '--tls-port', String(port), '--tls-cert-file', tls.certificate, '--tls-key-file', tls.key],
          ...['--tls-ca-cert-file', tls.authority, '--tls-auth-clients', 'no'],
        ]
  const words = [
    ...[...listening, '--bind', host, '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always'],
    ...['--maxmemory-policy', 'noeviction', '--protected-mode', 'no', ...(password === undefined ? [] : ['--requirepass', password])],
    ...(connections === undefined ? [] : ['--maxclients', String(connections)]),
  ]
  const url = `redis${tls === undefined ? '' : 's'}://${password === undefined ? '' : `:${password}@`}${host}:${port}`
  return service(
    url,
    () => spawn(programOf('valkey')!, words, { stdio: 'ignore' }),
    'SIGKILL',
    () => answers(['valkey-cli', 'redis-cli'], ['-h', host, '-p', String(port), ...(tls === undefined ? [] : ['--tls', '--insecure'])]),
  )
}

/** Starts a PostgreSQL with an empty database. */
export async function startPostgres({
  host = '127.0.0.1',
  port,
  password = 'secret',
  connections = 100,
  tls,
}: ServiceAddress): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-postgres-'))
  chmodSync(folder, 0o777)
  const bin = programOf('postgres')!
  const data = join(folder, 'data')
  const run = (words: readonly string[]): void => {
    const { status, stderr } = spawnSync(...asPostgres(words), { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
  }
  run(['sh', '-c', `echo ${password} > ${folder}/password`])
  run([join(bin, 'initdb'), '-D', data, '-U', 'visavis', '-A', 'scram-sha-256', `--pwfile=${folder}/password`])
  const words = [
    ...[join(bin, 'postgres'), '-D', data, '-p', String(port), '-k', folder],
    ...['-c', `listen_addresses=${host}`, '-c', `max_connections=${connections}`],
  ]
  // who comes from another namespace is asked for the password too
  run(['sh', '-c', `echo 'host all all 10.0.0.0/8 scram-sha-256' >> ${data}/pg_hba.conf`])
  if (tls !== undefined) {
    // PostgreSQL takes no key that others may read, and "host" in its list of clients lets them in without TLS too
    run(['sh', '-c', `umask 077; cp ${tls.certificate} ${data}/server.crt; cp ${tls.key} ${data}/server.key`])
    run(['sed', '-i', 's/^host /hostssl /', join(data, 'pg_hba.conf')])
    words.push('-c', 'ssl=on')
  }
  return service(
    `postgres://visavis:${password}@${host}:${port}/postgres`,
    () => spawn(...asPostgres(words), { stdio: 'ignore' }),
    'SIGQUIT',
    () => spawnSync(join(bin, 'pg_isready'), ['-h', host, '-p', String(port)]).status === 0,
  )
}

/** PostgreSQL refuses to run as root. */
function asPostgres([program, ...words]: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', program!, ...words]]
    : [program!, words]
}

function answers(clients: readonly string[], address: readonly string[]): boolean {
  return clients.some((client) => {
    const { stdout } = spawnSync(client, [...address, 'ping'], { encoding: 'utf8' })
    return /PONG|NOAUTH/.test(stdout ?? '')
  })
}

async function service(url: string, start: () => ChildProcess, signal: NodeJS.Signals, isUp: () => boolean): Promise<Service> {
  let child = await up()
  async function up(): Promise<ChildProcess> {
    const one = start()
    for (let tries = 0; tries < 300; tries++) {
      if (one.exitCode !== null) throw new Error(`the service of ${url} ended with code ${one.exitCode}`)
      if (isUp()) return one
      await pause(100)
    }
    throw new Error(`the service of ${url} does not answer`)
  }
  const stop = async (how: NodeJS.Signals): Promise<void> => {
    const end = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill(how)
    await end
  }
  return {
    url,
    kill: () => stop(signal),
    restart: async () => {
      await stop(signal)
      child = await up()
    },
    stop: () => stop('SIGTERM').then(() => ended(child)),
  }
}
