import { BlockList, isIP } from 'node:net'
import { VisavisError } from '../../errors.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

const hint = 'visavis read FILE --reader http://127.0.0.1:8080/v1'

/**
 * Returns the address that the requests to a reader go to. A server of this machine may be asked over http, any other only over https, since the request
 * carries the text and the key.
 *
 * @param given   the address of a server with the chat completions of OpenAI: with `/v1`, without it, or with `/v1/chat/completions`
 * @throws VisavisError Usage for anything else
 * @example readerAddress('http://127.0.0.1:11434').href   // 'http://127.0.0.1:11434/v1/chat/completions'
 * @example readerAddress('https://models.example.org/api/v1/').href   // 'https://models.example.org/api/v1/chat/completions'
 */
export function readerAddress(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new VisavisError('Usage', `reader: "${given.slice(0, 200)}" is no http or https address`, { hint })
  if (url.username !== '' || url.password !== '')
    throw new VisavisError('Usage', 'reader: its address carries a name or password; a key is given in VISAVIS_READER_KEY', { hint })
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new VisavisError('Usage', `reader: ${url.host} is not this machine, so it is asked over https only`, { hint })
  const steps = url.pathname.split('/').filter((step) => step !== '')
  const isWhole = steps.slice(-2).join('/') === 'chat/completions'
  url.pathname = [...(steps.length === 0 ? ['v1'] : steps), ...(isWhole ? [] : ['chat', 'completions'])].join('/')
  url.search = url.hash = ''
  return url
}

/** Whether an address is one of this machine, as written: nothing is looked up. */
export function isLoopback({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  return family === 0 ? host === 'localhost' : loopback.check(host, family === 4 ? 'ipv4' : 'ipv6')
}
