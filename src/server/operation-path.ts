import type { Operation } from '../operations/asked/operation.ts'

/**
 * Where an operation is asked: its words as a path.
 *
 * @example operationPath({ name: 'measure similarity' })   // '/api/v1/measure/similarity'
 */
export function operationPath({ name }: Pick<Operation, 'name'>): string {
  return `/api/v1/${name.replaceAll(' ', '/')}`
}

/** Whether a question may be asked by GET: the operation, as asked, writes nothing. */
export function readsOnly(operation: Operation): boolean {
  return operation.writes !== true
}
