import type { PanelAnswer, PanelColumn } from '../../assessments/panel/panel-answer.ts'

/** The format of the panel's file. */
export type PanelFormat = 'csv' | 'parquet' | 'dta' | 'jsonl' | 'json'

const mediaTypes: Readonly<Record<PanelFormat, string>> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  dta: 'application/x-stata-dta',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
}

/**
 * Describes a panel as a Frictionless data package (version 1 of the specifications, https://specs.frictionlessdata.io): fields with type, unit, source,
 * citation and licence; snapshot and command.
 */
export function panelDatapackage(answer: PanelAnswer, file: string, format: PanelFormat): string {
  const { snapshot, command, sources, columns, count, from, to, directed, flagMeanings } = answer
  const descriptor = {
    profile: format === 'csv' ? 'tabular-data-package' : 'data-package',
    name: packageName(file),
    title: `${directed ? 'Directed dyad' : 'Dyad'}-year panel, ${from} to ${to}`,
    description: `Figures of pairs of states by year, with a flag beside each value that says what it is worth or why it is missing. Made by: ${command}`,
    version: snapshot.id,
    created: snapshot.created.length === 10 ? `${snapshot.created}T00:00:00Z` : snapshot.created,
    licenses: licencesOf(sources),
    sources: sources.map(({ title, url }) => ({ title, path: url })),
    visavis: { snapshot: snapshot.id, command, rows: count, flags: flagMeanings },
    resources: [
      {
        name: packageName(file),
        path: file,
        profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
        format,
        mediatype: mediaTypes[format],
        encoding: 'utf-8',
        schema: {
          fields: columns.map((column) => fieldOf(column, answer)),
          missingValues: [''],
          primaryKey: ['iso3_a', 'iso3_b', 'year'],
        },
      },
    ],
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}

/**
 * Returns the name of a data package: what its file is called without extension, in small letters.
 *
 * @example packageName('My Panel.csv')   // 'my-panel'
 */
export function packageName(file: string): string {
  const stem = file.replace(/\.[^.]*$/, '').toLowerCase()
  return stem.replaceAll(/[^a-z0-9._-]+/g, '-') || 'panel'
}

function licencesOf(sources: PanelAnswer['sources']): { readonly name: string; readonly title: string; readonly path?: string }[] {
  const byId = new Map(sources.map(({ licence }) => [licence.id, licence]))
  return [...byId.values()].map(({ id, url, terms }) => ({ name: id, title: terms, ...(url === undefined ? {} : { path: url }) }))
}

function fieldOf(
  { name, type, title, description, unit, indicator, year, role, sources }: PanelColumn,
  answer: PanelAnswer,
): Record<string, unknown> {
  const own = answer.sources.filter(({ id }) => sources.includes(id))
  return {
    name,
    type: type === 'text' ? 'string' : type,
    title,
    description,
    ...(role === 'key' ? { constraints: { required: true } } : {}),
    ...(role === 'flag' ? { constraints: { required: true, enum: answer.flagMeanings.map(({ name: flag }) => flag) } } : {}),
    ...(unit === null ? {} : { unit }),
    ...(indicator === null ? {} : { indicator }),
    ...(year === null ? {} : { year }),
    ...(role === 'value'
      ? {
          sources: own.map(({ id, title: of, url, citation, vintage, licence }) => ({
            id,
            title: of,
            path: url,
            citation,
            vintage,
            licence: licence.id,
          })),
        }
      : {}),
  }
}
