import type { Cell, Snapshot } from '../../store/index.ts'

/** Columns of a table to select by code, and how to turn their codes into texts again. */
export interface SharedTexts {
  /** What to select, in the order of the columns. */
  readonly selected: readonly string[]
  /** Replaces the codes in the columns of a result by their texts. */
  withTexts(found: Readonly<Record<string, Cell[]>>): Record<string, Cell[]>
}

/**
 * Selects columns so that repeated texts are transferred once: each row holds a code, and equal rows share one
 * string. For a million rows this takes a third of the time and half the memory. A column without text is
 * unchanged. To sort by the text, qualify the column with its table.
 */
export async function sharedTexts(snapshot: Snapshot, table: 'observations', columns: readonly string[]): Promise<SharedTexts> {
  const each = columns.map(
    (name) => `SELECT '${name}' AS name, text FROM (SELECT DISTINCT ${name} AS text FROM ${table} WHERE ${name} IS NOT NULL)`,
  )
  const found = await snapshot.rows(`${each.join(' UNION ALL ')} ORDER BY ALL`)
  const texts = new Map(columns.map((name): [string, string[]] => [name, []]))
  for (const { name, text } of found) texts.get(String(name))!.push(String(text))
  return {
    selected: columns.map((name) => selectedByCode(table, name, texts.get(name)!)),
    withTexts: (rows) => Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, decoded(cells, texts.get(name) ?? [])])),
  }
}

// the code, not the value of the type: DuckDB's client would make the list of all texts anew for every 2,048 rows
function selectedByCode(table: string, name: string, texts: readonly string[]): string {
  if (texts.length === 0) return name
  const listed = texts.map((text) => `'${text.replaceAll("'", "''")}'`)
  return `enum_code(CAST(${table}.${name} AS ENUM(${listed.join(', ')}))) AS ${name}`
}

function decoded(cells: Cell[], texts: readonly string[]): Cell[] {
  // in place, since a second array for each column of a million rows is no small thing
  for (let row = 0; texts.length > 0 && row < cells.length; row++) {
    const code = cells[row]
    if (code !== null) cells[row] = texts[code as number]!
  }
  return cells
}
