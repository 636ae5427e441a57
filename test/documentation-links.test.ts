import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const below = ['docs', 'data', 'test'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path)),
)
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...below].filter((path) => !path.includes('/passages/'))

const prose = (page: string): string => readFileSync(join(root, page), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '')

/** The anchor that a heading gets: small letters, blanks as hyphens, no punctuation. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

function broken(page: string, link: string): boolean {
  const [path, part] = link.split('#') as [string, string?]
  const target = path === '' ? page : normalize(join(dirname(page), path))
  if (!existsSync(join(root, target))) return true
  if (part === undefined || !target.endsWith('.md')) return false
  return ![...prose(target).matchAll(/^#+ (.+)$/gm)].some(([, heading]) => anchor(heading!) === part)
}

test('every relative link in the documentation leads somewhere', () => {
  const faults = pages.flatMap((page) => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
    return links.filter((link) => !/^[a-z]+:/.test(link) && broken(page, link)).map((link) => `${page}: ${link}`)
  })
  expect(faults).toEqual([])
})

test('every test that CI names by its beginning exists', () => {
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path}`)
  const named = ['.ci/run', '.ci/nightly'].flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?<![\w/.])test\/[\w./-]+/g)].map(([path]) => path),
  )
  expect(named.length).toBeGreaterThan(9)
  expect(named.filter((path) => !existsSync(join(root, path)) && !tests.some((one) => one.startsWith(path)))).toEqual([])
})

test('every file of this repository that the documentation names exists', () => {
  const faults = pages.flatMap((page) => {
    // a line with an address names files of another repository; NAME stands for any name
    const lines = prose(page)
      .split('\n')
      .filter((line) => !line.includes('github.com/'))
    const named = lines.flatMap((line) =>
      [...line.matchAll(/`((?:src|app|scripts|test|docs|data|bench)\/[\w./-]+\.\w+)`/g)].map(([, path]) => path!),
    )
    return named.filter((path) => !path.includes('NAME') && !existsSync(join(root, path))).map((path) => `${page}: ${path}`)
  })
  expect(faults).toEqual([])
})
