import { badInput } from '../../errors.ts'

/**
 * Checks a quantity that cannot be negative, and returns it unchanged; null stays null. Once added up, a negative amount would go unnoticed.
 *
 * @param where   file and row or cell, for the message
 * @throws BadInput if the value is below zero
 * @example checkNonNegative(5, 'x.csv:2', 'value')   // 5
 */
export function checkNonNegative(value: number | null, where: string, what: string): number | null {
  if (value === null || value >= 0) return value
  throw badInput(
    `${where} has ${value} for ${what}, which cannot be less than nothing`,
    'correct the figure, or blank it where it is not known',
  )
}
