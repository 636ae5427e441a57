import { type ClientRequest, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { VisavisError } from '../../errors.ts'
import { ProviderUnreachable } from './download-failure.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns the proxy that the environment names for an address: `HTTPS_PROXY` or `HTTP_PROXY` by the scheme of the address, else `ALL_PROXY`; undefined if none
 * applies. The lower-case spelling is preferred. `NO_PROXY` lists hosts that are reached without a proxy: a name means the host and its subdomains, `*` means
 * all hosts; a port, an IP address and a CIDR block are understood.
 *
 * @throws Usage if the variable is not an `http:` or `https:` address
 * @example proxyFor(new URL('https://api.imf.org/a'), { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.imf.org' })   // undefined
 * @example proxyFor(new URL('https://api.imf.org/a'), { HTTPS_PROXY: 'proxy:3128' }).href   // 'http://proxy:3128/'
 */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const named = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const value = variable(env, named) ?? variable(env, 'ALL_PROXY')
  if (value === undefined || bypassed(url, variable(env, 'NO_PROXY') ?? '')) return undefined
  const text = value.includes('://') ? value : `http://${value}`
  const proxy = URL.canParse(text) ? new URL(text) : undefined
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    throw new VisavisError('Usage', `the proxy that ${named} names is not an http or https address`, {
      hint: `${named}=http://proxy.example.org:3128`,
    })
  }
  return proxy
}

function variable(env: Environment, name: string): string | undefined {
  return env[name.toLowerCase()] || env[name] || undefined
}

function bypassed(url: URL, list: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const rules = list.toLowerCase().split(/[\s,]+/)
  return rules.some((rule) => rule !== '' && (rule === '*' || bypassedBy(rule, host, port)))
}

function bypassedBy(rule: string, host: string, port: string): boolean {
  if (rule.includes('/')) return inBlock(rule, host)
  const [, name, rulePort] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(isIP(rule) === 6 ? `[${rule}]` : rule)!
  if (rulePort !== undefined && rulePort !== port) return false
  const bare = name!.replace(/^\*?\./, '')
  return host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`))
}

function inBlock(rule: string, host: string): boolean {
  const [network, bits] = rule.split('/')
  const family = isIP(host)
  if (family === 0 || isIP(network!) !== family || !/^\d{1,3}$/.test(bits!) || Number(bits) > (family === 4 ? 32 : 128)) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  const blocks = new BlockList()
  blocks.addSubnet(network!, Number(bits), kind)
  return blocks.check(host, kind)
}

/** Returns the `Proxy-Authorization` header if the proxy's address has a user name and a password; otherwise no header. */
export function proxyHeaders(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {}
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** Opens a TLS connection to the host of `url` through a proxy, by CONNECT. The proxy learns only host and port of the address. */
export async function connectThroughProxy(url: URL, proxy: URL, signal: AbortSignal): Promise<TLSSocket> {
  const target = `${url.hostname}:${url.port || 443}`
  const socket = await connected(target, proxy, signal)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secured = connect({ socket, host, ALPNProtocols: ['http/1.1'], ...(isIP(host) === 0 ? { servername: host } : {}) })
  return await new Promise((resolve, reject) => {
    const stop = (): void => void secured.destroy(new Error('stopped'))
    signal.addEventListener('abort', stop, { once: true })
    secured.once('close', () => signal.removeEventListener('abort', stop))
    secured.once('secureConnect', () => resolve(secured)).once('error', reject)
  })
}

function connected(target: string, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest
  const connecting: ClientRequest = request({
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    path: target,
    headers: { host: target, ...proxyHeaders(proxy) },
    agent: false,
    signal,
  })
  return new Promise((resolve, reject) => {
    const refused = (status: number | undefined): ProviderUnreachable =>
      new ProviderUnreachable(`the proxy ${proxy.host} will not connect to ${target}: it answers ${status}`, {
        again: status !== undefined && status >= 500,
        silent: true,
        hint:
          status === 407 ? 'give the proxy a name and password: HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT' : 'NO_PROXY=HOST goes past it',
      })
    connecting.once('error', reject)
    connecting.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(refused(answer.statusCode))
    })
    connecting.once('response', (answer) => {
      answer.destroy()
      reject(refused(answer.statusCode))
    })
    connecting.end()
  })
}
