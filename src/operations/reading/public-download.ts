import type { Context } from '../asked/operation.ts'

/**
 * Fetches addresses of the open network only, whatever they redirect or resolve to: for a door through which somebody else than the person at this machine may ask.
 *
 * @throws VisavisError Usage for an address of this machine or of its own network; what a download throws
 */
export const publicDownload: NonNullable<Context['download']> = async (address, options) => {
  const { download } = await import('../../sources/download/download.ts')
  return download(address, { ...options, publicOnly: true })
}
