/** Sources that hold parts or editions of one compilation, or are made from it, by the one that stands for all of them; the Correlates of War take most of their trade from the IMF. */
const makers: Readonly<Record<string, string>> = {
  'baci-2023': 'baci',
  'baci-pairs': 'baci',
  'baci-year': 'baci',
  'cow-trade': 'imf-dots',
  'imf-dots-world': 'imf-dots',
  'imf-imts': 'imf-dots',
  'imf-imts-2025': 'imf-dots',
}

/**
 * Whose compilation a source is: two of one maker are not two that agree, since both were put together, filled and corrected by the same rule.
 *
 * @example makerOf('baci-pairs')   // 'baci'
 */
export function makerOf(source: string): string {
  return Object.hasOwn(makers, source) ? makers[source]! : source
}
