import type { SourceCard } from '../../store/index.ts'
import { wrap } from '../text/table.ts'

/** The answer of `visavis cite`. */
export interface CiteAnswer {
  readonly schemaVersion: 1
  readonly software: { readonly title: string; readonly version: string; readonly licence: string }
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly style: 'text' | 'bibtex' | 'csl'
  readonly sources: readonly SourceCard[]
}

/** Writes citations as a reference list, as BibTeX, or as CSL JSON, which Zotero, Pandoc and Quarto read. */
export function citationsText(answer: CiteAnswer): string {
  if (answer.style === 'csl') return JSON.stringify(citationItems(answer), null, 2)
  return answer.style === 'bibtex' ? bibtex(answer) : list(answer)
}

function list({ software, snapshot, sources }: CiteAnswer): string {
  const own = `${software.title} ${software.version}, snapshot ${snapshot.id} of ${snapshot.created} [software and data]. Apache-2.0.`
  return [
    own,
    '',
    ...sources.map(
      (source) => `${wrap(`${source.citation} Vintage: ${source.vintage}. Licence: ${source.licence.id}. ${source.url}`, 110)}\n`,
    ),
  ].join('\n')
}

/** A reference in the form of CSL JSON. */
interface CitationItem {
  readonly id: string
  readonly type: 'software' | 'dataset'
  readonly title: string
  readonly author?: readonly { readonly literal: string }[]
  readonly issued?: { readonly 'date-parts': readonly [readonly [number]] }
  readonly version: string
  readonly URL?: string
  readonly note: string
}

function citationItems({ software, snapshot, sources }: CiteAnswer): CitationItem[] {
  const issued = (year: string): CitationItem['issued'] => ({ 'date-parts': [[Number(year)]] })
  return [
    {
      ...{ id: 'visavis', type: 'software', title: software.title, version: software.version },
      ...{ issued: issued(snapshot.created.slice(0, 4))!, note: `Snapshot ${snapshot.id}` },
    },
    ...sources.map((source): CitationItem => {
      const year = citedYear(source)
      return {
        ...{ id: source.id, type: 'dataset', title: source.title, author: [{ literal: source.provider }] },
        ...(year === undefined ? {} : { issued: issued(year)! }),
        ...{ version: source.vintage, URL: source.url, note: `${source.citation} Licence: ${source.licence.id}` },
      }
    }),
  ]
}

/**
 * Returns the year of a source: the one that its citation states, the last of a span; else that of an edition that is a date; undefined where neither is, since
 * the years that a data set covers are not the year of its publication.
 *
 * @example citedYear({ id: 'a', citation: 'Office (2006-2024). Trade.', vintage: 'months to 2021-12' })   // '2024'
 * @example citedYear({ id: 'a', citation: 'Voeten, E. 2009. "Votes." As packaged (2021).', vintage: '' })   // '2009'
 * @example citedYear({ id: 'a', citation: 'Office. Visits.', vintage: '2003-01-09 to 2018-12-07' })   // undefined
 */
export function citedYear({ id, citation, vintage }: Pick<SourceCard, 'id' | 'citation' | 'vintage'>): string | undefined {
  // what we derive ourselves cites the method of others, whose year is not ours
  const own = id.startsWith('visavis-') ? undefined : /\((?:\d{4}-)?(\d{4})\)|\. (\d{4})\. /.exec(citation)
  return own?.[1] ?? own?.[2] ?? /^(\d{4})-\d{2}\b(?!(?:-\d{2})? to )/.exec(vintage)?.[1]
}

function bibtex({ software, snapshot, sources }: CiteAnswer): string {
  const own = entry(
    'visavis',
    { title: `${software.title}, version ${software.version}`, year: snapshot.created.slice(0, 4), note: `Snapshot ${snapshot.id}` },
    'software',
  )
  return [own, ...sources.map((source) => entry(source.id, fieldsOf(source), 'misc'))].join('\n\n')
}

function fieldsOf(source: SourceCard): Record<string, string> {
  const year = citedYear(source)
  return {
    title: source.title,
    author: `{${source.provider}}`,
    ...(year === undefined ? {} : { year }),
    url: source.url,
    note: `${source.citation} Vintage: ${source.vintage}. Licence: ${source.licence.id}`,
  }
}

function entry(key: string, fields: Readonly<Record<string, string>>, kind: string): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `  ${name} = {${name === 'url' ? value : value.replace(/([&%#_$])/g, '\\$1')}}`,
  )
  return `@${kind}{${key},\n${lines.join(',\n')}\n}`
}
