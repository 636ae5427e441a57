export { checkInput, inputSchema } from './asked/input-schema.ts'
export type { Context, Format, Input, Operation, Parameter, Work } from './asked/operation.ts'
export { operations } from './catalogue.ts'
