import { navigate, urlOf } from '../route.ts'

/** Opens the page that compares a party with two others. */
export function openComparison(of: string, first: string, second: string): void {
  navigate(urlOf('compare', [], { pairs: `${of}-${first},${of}-${second}` }))
}
