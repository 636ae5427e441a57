import type { Context } from '../request/operation.ts'

/**
 * Fetches public addresses only, after redirects and name resolution too: for servers that may be called by someone other than the user of
 * this machine.
 *
 * @throws VisavisError Usage for an address of this machine or its own network; what a download throws
 */
export const publicDownload: NonNullable<Context['download']> = async (address, options) => {
  const { download } = await import('../../sources/download/download.ts')
  return download(address, { ...options, publicOnly: true })
}
