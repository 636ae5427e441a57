/** A node of the tree that a formula is typeset from. */
export type FormulaPart =
  | { readonly kind: 'word' | 'number' | 'sign' | 'space'; readonly text: string }
  | { readonly kind: 'row'; readonly parts: readonly FormulaPart[] }
  | { readonly kind: 'fenced'; readonly open: string; readonly close: string; readonly inside: FormulaPart }
  | { readonly kind: 'fraction'; readonly over: FormulaPart; readonly under: FormulaPart }
  | { readonly kind: 'root'; readonly of: FormulaPart }
  | { readonly kind: 'script'; readonly base: FormulaPart; readonly below?: FormulaPart; readonly above?: FormulaPart }

type Token = { readonly text: string; readonly spaced: boolean }

const forms = /\d+(?:[.,]\d+)*|\p{L}+[′*]?|\S/gu
const closes: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' }
const powers: Readonly<Record<string, string>> = { '²': '2', '³': '3' }
/** Operators that end a fraction, so that 1 − a b / c d is 1 − (a b)/(c d). */
const fractionEnds = /^[=+−±≤≥<>~:,…∩]$/u

/**
 * Parses a plain-text formula. Factors side by side are multiplied, which binds tighter than `/`; `/` binds tighter than `+ − =`. `_` and
 * `^` take the next token or a bracketed group, `√` the group after it. Outer brackets of a numerator, denominator, root or index are
 * dropped.
 *
 * @example formulaTree('a / b').kind   // 'fraction'
 */
export function formulaTree(line: string): FormulaPart {
  return new FormulaParser(line).sum([])
}

class FormulaParser {
  private readonly tokens: Token[]
  private at = 0

  constructor(line: string) {
    this.tokens = [...line.matchAll(forms)].map((found) => ({ text: found[0], spaced: line[found.index - 1] === ' ' }))
  }

  /** Parses terms and operators up to one of the closing signs in `ends`. */
  sum(ends: readonly string[]): FormulaPart {
    const parts: FormulaPart[] = []
    while (this.at < this.tokens.length && !ends.includes(this.text())) {
      if (fractionEnds.test(this.text())) parts.push({ kind: 'sign', text: this.take() })
      else parts.push(this.term(ends))
    }
    return row(parts)
  }

  /** Parses a product of factors and, if `/` follows, the fraction with this product as numerator. */
  private term(ends: readonly string[]): FormulaPart {
    let found = this.product(ends)
    while (this.text() === '/') {
      this.at++
      found = { kind: 'fraction', over: withoutBrackets(found), under: withoutBrackets(this.product(ends)) }
    }
    return found
  }

  private product(ends: readonly string[]): FormulaPart {
    const parts: FormulaPart[] = []
    let before: Token | undefined
    while (this.at < this.tokens.length && this.text() !== '/' && !fractionEnds.test(this.text()) && !ends.includes(this.text())) {
      const token = this.tokens[this.at]!
      if (before !== undefined && token.spaced && isLong(before.text, token.text)) parts.push({ kind: 'space', text: ' ' })
      parts.push(this.factor())
      before = this.tokens[this.at - 1]
    }
    return row(parts)
  }

  private factor(): FormulaPart {
    let found = this.atom()
    for (;;) {
      const power = powers[this.text()]
      if (power !== undefined) {
        this.at++
        found = scripted(found, { above: { kind: 'number', text: power } })
      } else if (this.text() === '_' || this.text() === '^') {
        const where = this.take() === '_' ? 'below' : 'above'
        found = scripted(found, { [where]: withoutBrackets(this.atom()) })
      } else return found
    }
  }

  private atom(): FormulaPart {
    const text = this.take()
    if (text === '√') return { kind: 'root', of: withoutBrackets(this.atom()) }
    const close = closes[text]
    if (close !== undefined) {
      const inside = this.sum([close])
      this.at++
      return { kind: 'fenced', open: text, close, inside }
    }
    if (/^\d/.test(text)) return { kind: 'number', text }
    return { kind: /^\p{L}/u.test(text) && text !== 'Σ' ? 'word' : 'sign', text: text === 'Σ' ? '∑' : text }
  }

  private text(): string {
    return this.tokens[this.at]?.text ?? ''
  }

  private take(): string {
    return this.tokens[this.at++]?.text ?? ''
  }
}

/** Whether a product needs a space because one of its two words has several letters, so that they would run together. */
function isLong(before: string, after: string): boolean {
  const letters = (text: string): number => (/^\p{L}/u.test(text) ? text.length : 0)
  return Math.max(letters(before), letters(after)) > 1 && after !== '('
}

const row = (parts: readonly FormulaPart[]): FormulaPart => (parts.length === 1 ? parts[0]! : { kind: 'row', parts })

/** Drops the outer round brackets. */
const withoutBrackets = (part: FormulaPart): FormulaPart => (part.kind === 'fenced' && part.open === '(' ? part.inside : part)

function scripted(base: FormulaPart, more: { readonly below?: FormulaPart; readonly above?: FormulaPart }): FormulaPart {
  return base.kind === 'script' ? { ...base, ...more } : { kind: 'script', base, ...more }
}
