import type { PlannableWork } from './plannable.ts'

const kinds: Readonly<Record<string, () => Promise<PlannableWork>>> = {
  'read-all': async () => (await import('./read-all-work.ts')).readAllWork,
  dyads: async () => (await import('./dyads-work.ts')).dyadsWork,
  panel: async () => (await import('./panel-work.ts')).panelWork,
  'outlook backtest': async () => (await import('./backtest-work.ts')).backtestWork,
  scenario: async () => (await import('./scenario-work.ts')).scenarioWork,
  'measure similarity': async () => (await import('./similarity-work.ts')).similarityWork,
  'measure ideal-points': async () => (await import('./posterior-work.ts')).posteriorWork,
  'measure product-dependence': async () => (await import('./product-dependence-work.ts')).productDependenceWork,
  coalition: async () => (await import('./coalition-work.ts')).coalitionWork,
}

/** Whether an operation can be written as a plan. */
export const isPlannable = (operation: string): boolean => Object.hasOwn(kinds, operation)

/** Returns the work of an operation; undefined if there is none. */
export async function workKind(operation: string): Promise<PlannableWork | undefined> {
  return Object.hasOwn(kinds, operation) ? kinds[operation]!() : undefined
}
