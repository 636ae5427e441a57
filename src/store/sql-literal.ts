/**
 * Returns a text as a literal of SQL.
 *
 * @example sqlLiteral("Côte d'Ivoire")   // "'Côte d''Ivoire'"
 */
export function sqlLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
