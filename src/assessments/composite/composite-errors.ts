import { VisavisError } from '../../errors.ts'
import { counted, joinedWords } from '../forms/wording.ts'
import type { AvailableComponent, CompositeRequest } from './composite-answer.ts'
import type { Component, UnavailableComponent } from './composite-component.ts'

/** Makes the error for a request without weights. It lists the available components with their number of pairs, and the unavailable ones. */
export function weightsMissing(
  { a, b, to }: CompositeRequest,
  offers: readonly AvailableComponent[],
  leftOut: readonly UnavailableComponent[],
): VisavisError {
  const can = offers.map(
    ({ id, title, period, pairs, has }) =>
      `${id} (${title}, ${period}; ${counted(pairs, 'pair', 'pairs')}${has ? '' : `, not ${a.iso3} and ${b.iso3}`})`,
  )
  const cannot = leftOut.map(({ id, reason }) => `${id} (${reason})`)
  return new VisavisError(
    'Usage',
    `give your own weights: nothing is weighed for you. On ${to} this record can weigh ${can.join('; ')}. It cannot weigh ${cannot.join('; ')}`,
    {
      hint: commandOf(
        { a, b },
        offers.filter(({ has }) => has).map(({ id }) => id),
      ),
    },
  )
}

function commandOf({ a, b }: Pick<CompositeRequest, 'a' | 'b'>, ids: readonly string[]): string {
  return ids.length < 2
    ? `visavis assess ${a.iso3} ${b.iso3}`
    : `visavis composite ${a.iso3} ${b.iso3} --weights ${ids.map((id) => `${id}=…`).join(',')}`
}

/** Throws the error for a component that this record does not have. */
export function throwComponentUnavailable(
  component: string,
  { a, b, weights }: CompositeRequest,
  leftOut: readonly UnavailableComponent[],
): never {
  const reason = leftOut.find(({ id }) => id === component)?.reason ?? 'it is not there'
  const others = weights!.map((one) => one.component).filter((id) => id !== component)
  throw new VisavisError('NoCoverage', `${component} cannot be weighed: ${reason}`, { hint: commandOf({ a, b }, others) })
}

/** Makes the error for a pair that lacks a weighted component. Missing values are never imputed; the message says which component to drop. */
export function pairLacksComponent(
  component: Component,
  { a, b, weights }: CompositeRequest,
  offers: readonly AvailableComponent[],
): VisavisError {
  const gaps = weights!.map((one) => one.component).filter((id) => offers.some((offer) => offer.id === id && !offer.has))
  const others = weights!.filter((one) => !gaps.includes(one.component))
  const hint =
    others.length < 2
      ? commandOf({ a, b }, [])
      : `visavis composite ${a.iso3} ${b.iso3} --weights ${others.map((one) => `${one.component}=${one.weight}`).join(',')}`
  return new VisavisError('NoCoverage', `${component.why(a, b)}. Nothing is put in its place: drop ${joinedWords(gaps)}`, { hint })
}
