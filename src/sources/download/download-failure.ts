import { VisavisError } from '../../errors.ts'

/** The error for a provider that could not be reached. `again`: whether another attempt may succeed. */
export class ProviderUnreachable extends VisavisError {
  readonly again: boolean
  /** Milliseconds that the provider asked to wait; undefined if it did not ask. */
  readonly asked: number | undefined
  /** Whether nobody answered at all: no network, no such host, no connection. */
  readonly silent: boolean

  constructor(
    message: string,
    options: { again?: boolean; asked?: number | undefined; silent?: boolean; hint?: string; cause?: unknown } = {},
  ) {
    super('Unreachable', message, options)
    this.again = options.again ?? true
    this.asked = options.asked
    this.silent = options.silent ?? false
  }
}

/** Whether a download failed since nobody answered, which is so for every provider where there is no network. */
export function nobodyAnswered(error: unknown): boolean {
  if (error instanceof ProviderUnreachable && error.silent) return true
  return error instanceof Error && error.cause !== undefined && nobodyAnswered(error.cause)
}

/** The error for an address at which the provider has nothing (404, 410). */
export class NothingAtAddress extends VisavisError {
  constructor(message: string) {
    super('BadAnswer', message)
  }
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const forbidden = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'])
const unknownHost = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA'])
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL/

/** Returns the error to show for anything that a download may throw: disk errors by their code, network errors by the host. */
export function downloadErrorOf(cause: unknown, host: string, directory: string): VisavisError {
  if (cause instanceof VisavisError) return cause
  const { code = '', message = String(cause), syscall } = cause as NodeJS.ErrnoException
  if (full.has(code)) {
    return new VisavisError('DiskFull', `no room to keep the download under ${directory}; what was there is untouched`, {
      hint: `free some space (df -h '${directory}' shows what is left) and run it again: it goes on from where it stopped`,
      cause,
    })
  }
  if (forbidden.has(code) && syscall !== 'connect') {
    return new VisavisError('CannotWrite', `cannot write under ${directory}: ${message}`, {
      hint: 'set VISAVIS_HOME to a directory you may write to',
      cause,
    })
  }
  if (code.startsWith('HPE_')) return new VisavisError('BadAnswer', `${host} does not answer in HTTP (${message})`, { cause })
  if (unknownHost.has(code)) {
    return new ProviderUnreachable(`the name ${host} is not known here`, {
      again: false,
      silent: true,
      hint: 'check the network, or HTTPS_PROXY',
      cause,
    })
  }
  if (certificate.test(code)) {
    const hint = 'behind a proxy that opens TLS, NODE_EXTRA_CA_CERTS=FILE adds its authority'
    return new ProviderUnreachable(`the certificate of ${host} is not accepted: ${message}`, { again: false, hint, cause })
  }
  if (!/^E[A-Z]+$/.test(code) || code === 'ENOENT')
    return new VisavisError('Internal', `the download from ${host} failed: ${message}`, { cause })
  return new ProviderUnreachable(`the connection to ${host} failed: ${message} (${code})`, { silent: true, cause })
}
