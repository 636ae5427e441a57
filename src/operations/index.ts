export { operations } from './catalogue.ts'
export { checkInput, inputSchema } from './request/input-schema.ts'
export type { Context, Format, Input, Operation, OperationImplementation, Parameter } from './request/operation.ts'
