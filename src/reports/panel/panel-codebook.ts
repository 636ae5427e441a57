import type { PanelAnswer, PanelColumn } from '../../assessments/panel/panel-answer.ts'

/** The first words of a codebook, by which one of ours is known again. */
export const codebookTitle = '# Codebook of a dyad-year panel'

/** Describes each column of a panel for a reader: meaning, unit, year, source, how many rows have which flag; then flags, sources and how to make it again. */
export function panelCodebook(answer: PanelAnswer, file: string): string {
  const { columns, snapshot, command, count, from, to, lastDay, directed } = answer
  const values = columns.filter(({ role }) => role === 'value')
  return [
    `${codebookTitle}: ${file}`,
    `${count.toLocaleString('en-US')} rows, ${from} to ${to} (no figure after ${lastDay}), ${directed ? 'each pair twice a year, once from each side' : 'each pair once a year'}. ` +
      'A row stands for two states and a year in which both were states on one day at least. Rows are sorted by year, first and second state.',
    `Made by Vis-à-vis from snapshot \`${snapshot.id}\` of ${snapshot.created}:\n\n    ${command}`,
    `**A blank is not a zero.** Beside each value stands its flag:\n\n${flagTable(answer)}`,
    `## Which row it is\n\n${columns
      .filter(({ role }) => role === 'key' || role === 'code')
      .map(({ name, description }) => `- \`${name}\`: ${description}`)
      .join('\n')}`,
    `## Figures\n\n${values.map((column) => valueEntry(column, answer)).join('\n\n')}`,
    `## Sources\n\n${answer.sources.map(sourceEntry).join('\n')}`,
    'Cite the sources of the columns you use, and Vis-à-vis with the snapshot: `visavis cite` writes both, `--style bibtex` for a bibliography.',
  ].join('\n\n')
}

function flagTable({ flagMeanings }: PanelAnswer): string {
  return [
    '| flag | code in Stata | the value |',
    '|---|---|---|',
    ...flagMeanings.map(({ code, name, meaning }) => `| \`${name}\` | ${code} | ${meaning} |`),
  ].join('\n')
}

function valueEntry(column: PanelColumn, { columns, count }: PanelAnswer): string {
  const { name, title, unit, description, year, indicator, sources, flags } = column
  const hasSource = columns.some((one) => one.name === `${name}_source`)
  const beside = hasSource ? `\`${name}_flag\`, \`${name}_source\`` : `\`${name}_flag\``
  const shares = Object.entries(flags ?? {}).map(([flag, n]) => `${flag} ${n.toLocaleString('en-US')} (${percent(n / count)})`)
  return [
    `### ${name}`,
    `${title[0]!.toUpperCase()}${title.slice(1)}. ${description}`,
    [
      `- unit: ${unit}`,
      `- year: ${year}`,
      `- indicator: \`${indicator}\`; beside it: ${beside}`,
      `- sources: ${sources.length === 0 ? 'none in this record' : sources.map((id) => `\`${id}\``).join(', ')}`,
      `- rows: ${shares.join(', ')}`,
    ].join('\n'),
  ].join('\n\n')
}

function percent(share: number): string {
  return share < 0.001 ? '< 0.1 %' : `${(100 * share).toFixed(1)} %`
}

function sourceEntry({ id, title, citation, url, vintage, licence }: PanelAnswer['sources'][number]): string {
  return `- \`${id}\`: ${title}. ${citation} Edition ${vintage}. <${url}>. Licence: ${licence.id} (${licence.terms})`
}
