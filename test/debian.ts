import { spawnSync } from 'node:child_process'

/**
 * What a test needs and this machine lacks, with the way to have it; undefined where it is there, or could be installed. Tests are skipped for want of it; in
 * the run before a merge (`VISAVIS_ALL_TESTS`) they fail.
 *
 * @param packages   Debian's, that bring it
 */
export function missing(name: string, isThere: () => boolean, ...packages: string[]): string | undefined {
  if (isThere()) return undefined
  const why = installed(...packages)
  if (isThere()) return undefined
  const needed = `${name} (apt-get install ${packages.join(' ')})`
  if (process.env['VISAVIS_ALL_TESTS'] !== undefined) throw new Error(`there is no ${needed}. ${why}`)
  return needed
}

/** Installs packages of Debian if running as root, and waits where another test is installing its own. Returns what apt-get said last if it failed. */
function installed(...packages: string[]): string {
  if (process.getuid?.() !== 0) return 'It was not installed: only root may.'
  const run = (...words: string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...words], {
      encoding: 'utf8',
      timeout: 500_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (run(...install).status === 0) return ''
  run('update')
  const again = run(...install)
  return again.status === 0 ? '' : `apt-get said: ${again.error?.message ?? again.stderr.slice(-300)}`
}
