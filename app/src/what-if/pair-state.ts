import { urlOf } from '../route.ts'

/** Returns the URL of the view in which two sides cut trade. */
export function pairAddressOf(a: string, b: string, base?: string): string {
  return urlOf('what-if', [], { show: 'pair', a, b, base: base === 'icio-2022' ? undefined : base })
}
