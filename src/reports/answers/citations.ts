import type { SourceCard } from '../../store/index.ts'
import { wrap } from '../text/table.ts'

/** The answer of `visavis cite`. */
export interface CiteAnswer {
  readonly schemaVersion: 1
  readonly software: { readonly title: string; readonly version: string; readonly licence: string }
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly style: 'text' | 'bibtex'
  readonly sources: readonly SourceCard[]
}

/** Writes citations as a reference list or as BibTeX. */
export function citationsText(answer: CiteAnswer): string {
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

function bibtex({ software, snapshot, sources }: CiteAnswer): string {
  const own = entry(
    'visavis',
    { title: `${software.title}, version ${software.version}`, year: snapshot.created.slice(0, 4), note: `Snapshot ${snapshot.id}` },
    'software',
  )
  return [own, ...sources.map((source) => entry(source.id, fieldsOf(source), 'misc'))].join('\n\n')
}

function fieldsOf(source: SourceCard): Record<string, string> {
  const year = source.vintage.match(/\d{4}/)?.[0]
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
