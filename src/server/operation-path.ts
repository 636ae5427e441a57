import type { Operation } from '../operations/request/operation.ts'

/**
 * Returns the URL path of an operation.
 *
 * @example operationPath({ name: 'measure similarity' })   // '/api/v1/measure/similarity'
 */
export function operationPath({ name }: Pick<Operation, 'name'>): string {
  return `/api/v1/${name.replaceAll(' ', '/')}`
}

/** Whether an operation is available by GET: true unless it always writes to the store. */
export function isReadOnly(operation: Operation): boolean {
  return operation.writes !== true
}
