import { type LookupAddress, type LookupAllOptions, type LookupOneOptions, lookup } from 'node:dns'
import { lookup as lookedUp } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { VisavisError } from '../../errors.ts'

/** IPv4 ranges that are not public: IANA's special-purpose registry, multicast and the rest of class E. */
const reserved4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]

/** Ranges of 2000::/3 (the only allocated block) that are not public: they embed an IPv4 address, are for documentation, or have special purposes. */
const reserved6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const reserved = new BlockList()
for (const block of reserved4) reserved.addSubnet(block.split('/')[0]!, Number(block.split('/')[1]), 'ipv4')
for (const block of reserved6) reserved.addSubnet(block.split('/')[0]!, Number(block.split('/')[1]), 'ipv6')
const allocated6 = new BlockList()
allocated6.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an IP address is public: it is not one of this machine, its local network or a provider's inner network, nor a multicast group.
 *
 * @example isPublicAddress('192.168.1.1')   // false
 * @example isPublicAddress('2606:4700::1111')   // true
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !reserved.check(address, 'ipv4')
  return isIP(address) === 6 && allocated6.check(address, 'ipv6') && !reserved.check(address, 'ipv6')
}

/** Returns the error for an address that is refused. The error does not show what the name resolves to, which a caller may be trying to find out. */
function privateAddressError(host: string): VisavisError {
  return new VisavisError('Usage', `${host} is on this machine or its own network: nothing is fetched from there`, {
    hint: 'save the document and bring it as a file',
  })
}

/**
 * Refuses an address that is not public as written: an IP address or localhost. A host name is looked up here only for requests through a proxy, which resolves
 * the name itself, so that `lookUpPublicAddress` never sees it. A name that only the proxy can resolve is left to the proxy.
 *
 * @throws Usage for an address that is not public
 */
export async function refusePrivateAddress({ hostname }: URL, byProxy: boolean): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 ? !isPublicAddress(host) : /(^|\.)localhost\.?$/i.test(host)) throw privateAddressError(hostname)
  if (isIP(host) !== 0 || !byProxy) return
  const found = await lookedUp(host, { all: true }).catch(() => [])
  if (found.some(({ address }) => !isPublicAddress(address))) throw privateAddressError(hostname)
}

/** Looks up the host of a connection, and checks the very addresses that are connected to, so that a name cannot change in between. */
export const lookUpPublicAddress: LookupFunction = (host, options, done) => {
  const all: LookupAllOptions = { ...options, all: true }
  lookup(host, all, (error, found) => {
    if (error !== null) return done(error, [])
    if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
      return done(privateAddressError(host) as NodeJS.ErrnoException & Error, [])
    if (wantsAll(options)) return done(null, found)
    const [{ address, family }] = found as [LookupAddress]
    done(null, address, family)
  })
}

const wantsAll = (options: LookupOneOptions | LookupAllOptions | object): boolean => 'all' in options && options.all === true
