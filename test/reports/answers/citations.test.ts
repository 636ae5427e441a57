import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { describe, expect, test } from 'vitest'
import { type CiteAnswer, citationsText, citedYear } from '../../../src/reports/answers/citations.ts'
import { loadSourceCards } from '../../../src/sources/index.ts'
import { bundledRecord } from '../../../src/store/find-snapshot.ts'
import { listSnapshots } from '../../../src/store/index.ts'

/** What the library reads of a reference. */
interface Read {
  readonly id: string
  readonly title?: string
  readonly type: string
  readonly URL?: string
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[]
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
}

const [manifest] = await listSnapshots(bundledRecord())
const readers = await loadSourceCards()
/** Every source that there is: those of the bundled record as they stand there, and all others. */
const sources = [...manifest!.sources, ...readers.filter(({ id }) => manifest!.sources.every((one) => one.id !== id))]

function cited(style: CiteAnswer['style']): string {
  const software = { title: 'Vis-à-vis', version: '0.1.0', licence: 'Apache-2.0' }
  return citationsText({ schemaVersion: 1, software, snapshot: { id: 'feed', created: '2026-11-24' }, style, sources })
}

const read = (text: string): Map<string, Read> => new Map((new Cite(text).data as Read[]).map((one) => [one.id, one]))
const yearOf = (one: Read | undefined): number | undefined => one?.issued?.['date-parts'][0]?.[0]

describe('citations are read by a library for citations', () => {
  const [bibtex, csl] = [read(cited('bibtex')), read(cited('csl'))]

  test('every source is there once, and the software', () => {
    const ids = ['visavis', ...sources.map(({ id }) => id)].sort()
    expect([...bibtex.keys()].sort()).toEqual(ids)
    expect([...csl.keys()].sort()).toEqual(ids)
    expect(sources.length).toBeGreaterThan(80)
  })

  test.each(sources.map((source) => [source.id, source] as const))('%s has one title, year, author and address in both', (id, source) => {
    const [one, other] = [bibtex.get(id)!, csl.get(id)!]
    expect(one.title).toBe(source.title)
    expect(other.title).toBe(source.title)
    expect([one.URL, other.URL]).toEqual([source.url, source.url])
    const authors = [one, other].map(({ author }) => author?.map(({ literal, family }) => literal ?? family).join())
    expect(authors).toEqual([source.provider, source.provider])
    const year = citedYear(source)
    expect([yearOf(one), yearOf(other)]).toEqual(year === undefined ? [undefined, undefined] : [Number(year), Number(year)])
    // a year that is given stands in the citation or the edition, and is no year to come
    if (year === undefined) return
    expect(`${source.citation} ${source.vintage}`).toContain(year)
    expect(Number(year)).toBeLessThanOrEqual(2026)
    expect(Number(year)).toBeGreaterThanOrEqual(1972)
  })

  test('a year is the one of publication, not of what a source covers', () => {
    const years = new Map(sources.map((source) => [source.id, citedYear(source)]))
    expect(years.get('aiddata-public-diplomacy')).toBe('2019')
    expect(years.get('un-votes')).toBe('2009')
    expect(years.get('un-migrant-stock')).toBe('2024')
    expect(years.get('russian-customs')).toBe('2024')
    expect(years.get('un-resolutions')).toBe('2026')
    expect(years.get('visavis-gravity')).toBeUndefined()
    expect([...years].filter(([, year]) => year === undefined).length).toBeLessThan(25)
  })
})
