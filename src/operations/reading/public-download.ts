import type { Context } from '../request/operation.ts'

/**
 * Downloads from public addresses only; redirects and resolved names are checked too. Used by servers, which may be called by someone other
 * than the user of this machine.
 *
 * @throws VisavisError Usage for an address of this machine or its own network; any error of a download
 */
export const publicDownload: NonNullable<Context['download']> = async (address, options) => {
  const { download } = await import('../../sources/download/download.ts')
  return download(address, { ...options, publicOnly: true })
}
