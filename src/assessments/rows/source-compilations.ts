import { traitsOf } from '../../sources/source-traits.ts'

/**
 * Returns the compilation that a source belongs to: see `SourceTraits`.
 *
 * @example compilationOf('baci-pairs')   // 'baci'
 */
export function compilationOf(source: string): string {
  return traitsOf(source).compilation ?? source
}
