import { BlockList, isIP, isIPv4 } from 'node:net'
import { VisavisError } from '../../errors.ts'

/** The proxies whose word on the address of a client is taken. */
export class TrustedProxies {
  readonly #list = new BlockList()

  /**
   * @param proxies   addresses (`10.0.0.5`), networks (`10.0.0.0/8`) or the word `loopback`
   * @throws VisavisError Usage for anything else
   */
  constructor(proxies: readonly string[]) {
    for (const proxy of proxies.flatMap((one) => (one === 'loopback' ? ['127.0.0.0/8', '::1'] : [one]))) this.#add(proxy)
  }

  has(address: string): boolean {
    return isIP(address) !== 0 && this.#list.check(address, familyOf(address))
  }

  #add(proxy: string): void {
    const [address = '', bits, ...rest] = proxy.split('/')
    const most = isIPv4(address) ? 32 : 128
    const length = bits === undefined ? most : Number(bits)
    if (isIP(address) === 0 || rest.length > 0 || !/^\d*$/.test(bits ?? '') || bits === '' || length > most)
      throw new VisavisError('Usage', `${proxy} is not the address of a proxy`, {
        hint: '--trust-proxy loopback, --trust-proxy 10.0.0.5 or --trust-proxy 10.0.0.0/8',
      })
    this.#list.addSubnet(address, length, familyOf(address))
  }
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6')

/**
 * Returns the address of the client of a request. That is the other end of the connection, or, where that end is a trusted proxy, the last address of
 * `X-Forwarded-For` that is not one of the proxies: every address before it is only what the client says.
 *
 * @param connected   address of the other end of the connection
 * @param forwarded   the header `X-Forwarded-For`
 * @example clientAddress('127.0.0.1', '6.6.6.6, 192.0.2.7', new TrustedProxies(['loopback']))   // '192.0.2.7'
 * @example clientAddress('192.0.2.7', '6.6.6.6', new TrustedProxies(['loopback']))   // '192.0.2.7'
 */
export function clientAddress(connected: string, forwarded: string | undefined, trusted: TrustedProxies): string {
  const hops = (forwarded ?? '').split(',').map((hop) => plainAddress(hop.trim()))
  let client = plainAddress(connected)
  while (trusted.has(client)) {
    const before = hops.pop()
    if (before === undefined || isIP(before) === 0) break
    client = before
  }
  return client
}

/** Writes an IPv4 address that is mapped into IPv6 in its own form. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return mapped ?? address.toLowerCase()
}

/**
 * Returns what counts as one client: an IPv4 address, or the first 64 bits of an IPv6 address, as a household or a server has all addresses below them.
 *
 * @example [clientNetwork('192.0.2.7'), clientNetwork('2001:db8::1')]   // ['192.0.2.7', '2001:db8:0:0::/64']
 */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`
}
