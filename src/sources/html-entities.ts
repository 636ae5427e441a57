/** Named entities that pages and texts on foreign relations use. */
const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', euro: '€', pound: '£',
  eacute: 'é', egrave: 'è', ocirc: 'ô', ouml: 'ö', uuml: 'ü', ccedil: 'ç',
} // biome-ignore format: a table

/**
 * A text with its entities as the signs they stand for. One that we do not know stays as it is written.
 *
 * @example withoutEntities('R&amp;D, &#8364; 5 &unknown;')   // 'R&D, € 5 &unknown;'
 */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name]! : whole
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
