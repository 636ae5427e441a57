import type { JSX } from 'preact'
import { type FormulaPart, formulaTree } from './formula-tree.ts'

/** Shows a typeset line of a formula; screen readers get the plain line. */
export function Formula({ line }: { readonly line: string }) {
  return (
    <math display="block" aria-label={line}>
      {drawnPart(formulaTree(line))}
    </math>
  )
}

/** Whether an operator's index is written below the operator, not beside it: ∑, min and max. */
const isLimit = (part: FormulaPart): boolean =>
  (part.kind === 'sign' && part.text === '∑') || (part.kind === 'word' && /^(min|max)$/.test(part.text))

function drawnPart(part: FormulaPart): JSX.Element {
  switch (part.kind) {
    case 'word':
      return <mi>{part.text}</mi>
    case 'number':
      return <mn>{part.text}</mn>
    case 'sign':
      return <mo>{part.text}</mo>
    case 'space':
      return <mspace width="0.3em" />
    case 'row':
      return <mrow>{part.parts.map(drawnPart)}</mrow>
    case 'fenced':
      return (
        <mrow>
          <mo>{part.open}</mo>
          {drawnPart(part.inside)}
          <mo>{part.close}</mo>
        </mrow>
      )
    case 'fraction':
      return (
        <mfrac>
          {drawnPart(part.over)}
          {drawnPart(part.under)}
        </mfrac>
      )
    case 'root':
      return <msqrt>{drawnPart(part.of)}</msqrt>
    case 'script':
      return script(part)
  }
}

function script({ base, below, above }: Extract<FormulaPart, { kind: 'script' }>): JSX.Element {
  const drawnBase = drawnPart(base)
  if (below !== undefined && above !== undefined)
    return (
      <msubsup>
        {drawnBase}
        {drawnPart(below)}
        {drawnPart(above)}
      </msubsup>
    )
  if (below === undefined)
    return (
      <msup>
        {drawnBase}
        {drawnPart(above!)}
      </msup>
    )
  return isLimit(base) ? (
    <munder>
      {drawnBase}
      {drawnPart(below)}
    </munder>
  ) : (
    <msub>
      {drawnBase}
      {drawnPart(below)}
    </msub>
  )
}
