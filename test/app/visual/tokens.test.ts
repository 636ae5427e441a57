import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  oklch,
  parse,
  wcagContrast,
} from 'culori'
import { describe, expect, test } from 'vitest'

const app = join(import.meta.dirname, '../../../app/src')
const tokens = readFileSync(join(app, 'style/tokens.css'), 'utf8')

/** The colours of a theme by name. */
function coloursOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const from = tokens.indexOf(`[data-theme="${theme}"] {`)
  const block = tokens.slice(from, tokens.indexOf('}', from))
  return new Map([...block.matchAll(/--([a-z]+\d?): (#[0-9a-f]{3,6});/g)].map(([, name, colour]) => [name!, colour!]))
}

const grounds = ['ground', 'wash', 'raised']
const series = ['s0', 's1', 's2', 's3', 's4', 's5']
const texts = ['ink', 'soft', 'mark', 'warn', 'good', ...series]

type Eye = (colour: Color) => Color

/** Colours as they look with all cones, and without those for red, green or blue (Machado et al. 2009). */
const eyes: readonly (readonly [string, Eye])[] = [
  ['with all cones', (colour) => colour],
  ['without the cones for red', filterDeficiencyProt(1) as Eye],
  ['without the cones for green', filterDeficiencyDeuter(1) as Eye],
  ['without the cones for blue', filterDeficiencyTrit(1) as Eye],
]

const apart = differenceCiede2000()
/** A difference of about 2 is just seen between two areas side by side. */
const [leastOfSeries, leastOfSteps] = [10, 6]

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (theme) => {
  const colours = coloursOf(theme)
  const of = (name: string): Color => parse(colours.get(name)!)!

  test('text and series have a contrast of 4.5 to 1 on every ground, and a pressed button too', () => {
    for (const text of texts)
      for (const ground of grounds) expect(wcagContrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    expect(wcagContrast(of('ground'), of('mark'))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(eyes)('any two series differ %s', (_, seen) => {
    for (const [i, one] of series.entries())
      for (const other of series.slice(i + 1))
        expect(apart(seen(of(one)), seen(of(other))), `${one} and ${other}`).toBeGreaterThanOrEqual(leastOfSeries)
  })

  test.each(eyes)('neighbouring steps of maps differ, and the two sides of a middle, %s', (_, seen) => {
    const steps = (letter: string, count: number): Color[] => Array.from({ length: count }, (__, i) => seen(of(`${letter}${i}`)))
    const [q, d] = [steps('q', 7), steps('d', 8)]
    for (const one of [q, d])
      for (let i = 1; i < one.length; i++) expect(apart(one[i - 1]!, one[i]!), `step ${i}`).toBeGreaterThanOrEqual(leastOfSteps)
    for (const low of d.slice(0, 4)) for (const high of d.slice(4)) expect(apart(low, high)).toBeGreaterThanOrEqual(2 * leastOfSteps)
  })

  test('steps go one way in lightness, from the middle of a diverging scale both ways', () => {
    const lightness = (letter: string, count: number): number[] => Array.from({ length: count }, (_, i) => oklch(of(`${letter}${i}`))!.l)
    const direction = theme === 'light' ? -1 : 1
    const [q, d] = [lightness('q', 7), lightness('d', 8)]
    const away = [q, d.slice(4), d.slice(0, 4).reverse()]
    for (const run of away) for (let i = 1; i < run.length; i++) expect(direction * (run[i]! - run[i - 1]!)).toBeGreaterThan(0.05)
  })
})

test('both themes have the same colours, and what style sheets name is there', () => {
  const names = [...coloursOf('light').keys()]
  expect([...coloursOf('dark').keys()]).toEqual(names)
  const defined = new Set([...tokens.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name!))
  for (const [file, text] of styleSheets()) {
    const own = new Set([...text.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name!))
    // what a script sets
    own.add('paper-foot')
    for (const [, name] of text.matchAll(/var\(--([a-z0-9-]+)/g))
      expect(defined.has(name!) || own.has(name!), `${file}: --${name}`).toBe(true)
  }
})

test('every size of type is one of the scale, a share of its surroundings, or for paper', () => {
  for (const [file, text] of styleSheets())
    for (const [, size] of text.matchAll(/font-size: ([^;]+);/g))
      expect(size, file).toMatch(/^(var\(--text-(xs|s|m|base|l|xl|xxl)\)|[\d.]+em|inherit|[\d.]+pt|11px)$/)
})

function styleSheets(): [string, string][] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css') && !name.endsWith('tokens.css'))
    .map((name) => [name, readFileSync(join(app, name), 'utf8')])
}
