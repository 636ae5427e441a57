/**
 * Returns the remark in brackets behind the line numbers of a locator: the names of the crises or of the incident of a row. Undefined without one.
 *
 * @example locatorRemark('icbdy_v15.csv:640, 641 (BAY OF PIGS)')   // 'BAY OF PIGS'
 */
export function locatorRemark(locator: string): string | undefined {
  const at = locator.search(/\d \(/)
  return at >= 0 && locator.endsWith(')') ? locator.slice(at + 3, -1) : undefined
}
