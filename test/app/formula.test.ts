import { describe, expect, test } from 'vitest'
import { type FormulaPart, formulaTree } from '../../app/src/method/formula-tree.ts'
import { everyMethod } from '../../src/operations/methods/methods-catalogue.ts'

/** The tree as text, every group in brackets of its own kind. */
function shown(part: FormulaPart): string {
  switch (part.kind) {
    case 'row':
      return part.parts.map(shown).join(' ')
    case 'fenced':
      return `${part.open}${shown(part.inside)}${part.close}`
    case 'fraction':
      return `{${shown(part.over)} over ${shown(part.under)}}`
    case 'root':
      return `{root ${shown(part.of)}}`
    case 'script':
      return `${shown(part.base)}${part.below === undefined ? '' : `_{${shown(part.below)}}`}${part.above === undefined ? '' : `^{${shown(part.above)}}`}`
    default:
      return part.text.trim()
  }
}

describe('a formula in plain signs', () => {
  test.each([
    ['κ = 1 − Σ_ij d_ij o_ij / Σ_ij d_ij e_ij', 'κ = 1 − {∑_{ij}  d_{ij}  o_{ij} over ∑_{ij}  d_{ij}  e_{ij}}'],
    ['(C − D) / √(T_a T_b)', '{C − D over {root T_{a} T_{b}}}'],
    ['z √(p (1 − p) / n + z² / (4 n²))', 'z {root {p (1 − p) over n} + {z^{2} over 4 n^{2}}}'],
    ['x_t ~ N(x_(t−1), n / (2 (n + n′)))', 'x_{t} ~ N (x_{t − 1} , {n over 2 (n + n′)})'],
    ['|h − c| > |c| / 4', '|h − c| > {|c| over 4}'],
    ['Σ_k m_k²', '∑_{k} m_{k}^{2}'],
    ['q_0.05(θ_1, …, θ_B)', 'q_{0.05} (θ_{1} , … , θ_{B})'],
  ])('%s', (line, tree) => expect(shown(formulaTree(line)).replaceAll(/ {2,}/g, '  ')).toBe(tree))

  test('of every measure keeps all its letters, digits and signs but brackets and strokes', () => {
    const bare = (text: string): string =>
      text
        .replaceAll(/over|root|[\s()[\]{}_^/√|]/g, '')
        .replaceAll('²', '2')
        .replaceAll('³', '3')
        .replaceAll('Σ', '∑')
    const lines = everyMethod().flatMap(({ formula, symbols }) => [...formula, ...symbols.flatMap(({ symbol }) => symbol.split(', '))])
    expect(lines.length).toBeGreaterThan(80)
    for (const line of lines) expect(bare(shown(formulaTree(line)))).toBe(bare(line))
  })
})
