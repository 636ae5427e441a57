import type { Measured } from '../../claim.ts'

const balances: ReadonlySet<string> = new Set(['deficit', 'surplus', 'gap'])

/** Whether a topic is a balance by itself. */
export const isBalanceTopic = (topic: string | undefined): boolean => balances.has(topic ?? '')

/** Whether what is measured is one flow less another. */
export const isBalance = (measured: Measured | null): boolean => measured?.form === 'balance' || isBalanceTopic(measured?.topic)
