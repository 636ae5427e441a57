import { spawnSync } from 'node:child_process'

/** Installs packages of Debian if running as root, and waits where another test is installing its own. Returns what apt-get said last if it failed. */
export function installed(...packages: string[]): string {
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
