import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string>
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

test('every subpath of the package can be imported by its name, from the built files', () => {
  for (const subpath of Object.keys(manifest.exports).filter((one) => one !== './package.json')) {
    const name = subpath.replace(/^\./, 'visavis')
    const script = `const names = Object.keys(await import('${name}')); if (names.length === 0) throw new Error('exports nothing')`
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
    expect(ran.stderr, name).toBe('')
    expect(ran.status, name).toBe(0)
  }
})

test('what runs in a thread of its own is among the built files, where threads look for it', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const asked = sources.flatMap((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8')
    return [...text.matchAll(/run(?:Threads|Chunks(?:<[^>]+>)?)\(import\.meta\.url, '\.\/([\w-]+)'/g)].map(([, name]) => name!)
  })
  expect(asked.length).toBeGreaterThan(3)
  for (const name of asked) expect(existsSync(join(root, `dist/chunks/${name}.js`)), name).toBe(true)
})

test('the package holds what it needs and nothing else', () => {
  const ran = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' })
  const [packed] = JSON.parse(ran.stdout) as [{ files: { path: string }[]; unpackedSize: number }]
  const paths = packed.files.map((file) => file.path)
  expect(paths).toContain('dist/cli/main.js')
  expect(paths).toContain('dist/measures/index.d.ts')
  expect(paths.some((path) => path.startsWith('data/record/parts/'))).toBe(true)
  expect(
    paths.filter((path) => !/^(dist|data)\/|^man\/visavis\.1$|^(package\.json|README\.md|LICENSE|CHANGELOG\.md|CITATION\.cff)$/.test(path)),
  ).toEqual([])
  // the record may grow to 18 MiB, what is worked out from it for every pair to 30, code and page take the rest
  expect(packed.unpackedSize).toBeLessThan(56 * 2 ** 20)
})

test('nothing runs at install, and every version is pinned', () => {
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare|prepack/.test(name))).toEqual([])
  for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+/)
})

test('the lock names packages and hashes, no registry', () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(lock).not.toContain('"resolved"')
  expect(lock).toContain('"integrity"')
})
