/**
 * Maps sources that are parts, editions or derivatives of one compilation to a single representative. The Correlates of
 * War take most of their trade data from the IMF.
 */
const makers: Readonly<Record<string, string>> = {
  'baci-2022': 'baci',
  'baci-2023': 'baci',
  'baci-pairs': 'baci',
  'baci-sectors': 'baci',
  'baci-year': 'baci',
  'cow-trade': 'imf-dots',
  'imf-dots-world': 'imf-dots',
  'imf-imts': 'imf-dots',
  'imf-imts-2025': 'imf-dots',
}

/**
 * Returns the compilation that a source belongs to. Two sources from one compilation do not corroborate each other, since both
 * were compiled, filled and corrected by the same rule.
 *
 * @example compilationOf('baci-pairs')   // 'baci'
 */
export function compilationOf(source: string): string {
  return Object.hasOwn(makers, source) ? makers[source]! : source
}
