import { similarIds } from '../../assessments/forms/similar-ids.ts'
import type { Assessment } from '../../assessments/index.ts'
import { VisavisError } from '../../errors.ts'

/** Makes the error for a figure id or period that an assessment does not have, with similar ids or the periods that there are. */
export function unknownFigureError(
  { a, b, domains, thirdStates }: Assessment,
  id: string,
  { domain, period }: { readonly domain?: string | undefined; readonly period?: string | undefined },
): VisavisError {
  const held = domains.filter((one) => domain === undefined || one.id === domain).flatMap(({ estimates }) => estimates)
  const periods = [...new Set(held.filter((one) => one.id === id).map((one) => one.period))]
  const hint = `visavis assess ${a.iso3} ${b.iso3} --format csv   has the id of every figure`
  if (period !== undefined && periods.length > 0) {
    const some = periods.length > 12 ? `${periods[0]} … ${periods.at(-1)}` : periods.join(', ')
    return new VisavisError('NoCoverage', `${id} is not told of ${period}; it is of ${some}`, { hint })
  }
  const ids = [...new Set([...held, ...thirdStates.map(({ partners }) => partners)].map((one) => one.id))]
  const near = similarIds(ids, id)
  const meant = near.length === 0 ? '' : `. Did you mean ${near.join(', ')}?`
  const where = domain === undefined ? '' : ` in the domain ${domain}`
  return new VisavisError('Usage', `no figure of ${a.name} and ${b.name}${where} is called "${id.slice(0, 80)}"${meant}`, { hint })
}
