import { readFile } from 'node:fs/promises'
import { VisavisError } from '../../errors.ts'
import type { Context } from '../request/operation.ts'
import type { NamedBytes } from './read-source.ts'

/** Size limit of a downloaded document, in bytes. */
const sizeLimit = 100e6

/**
 * Downloads the document at an address. The copy is cached, and its ETag is checked at the next request. Nothing that the document links to
 * is fetched.
 *
 * @throws VisavisError Usage for any scheme but http and https; any error of a download
 */
export async function downloadSource(address: string, context: Context): Promise<NamedBytes> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const hint =
      url?.protocol === 'file:' ? `visavis read ${decodeURIComponent(url.pathname)}` : 'visavis read https://…, or the path of a file'
    throw new VisavisError('Usage', `"${address}" is no http or https address`, { hint })
  }
  const [{ download }, { cacheHome }] = await Promise.all([import('../../sources/download/download.ts'), import('../storage/fit-cache.ts')])
  const { path } = await (context.download ?? download)(url.href, {
    cacheDir: cacheHome(context.env),
    form: 'document',
    accept: 'text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5',
    signal: context.signal,
    onProgress: ({ received, total }) => context.onCount?.('bytes', received, total ?? received),
    env: context.env,
    maxBytes: sizeLimit,
    attempts: 3,
  })
  return { bytes: await readFile(path), name: nameOf(url) }
}

/** Returns the address without user name, password and fragment. */
function nameOf(url: URL): string {
  const bare = new URL(url)
  bare.username = bare.password = bare.hash = ''
  return bare.href
}
