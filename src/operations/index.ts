export { operations } from './catalogue.ts'
export { checkInput, inputSchema } from './input-schema.ts'
export type { Context, Format, Input, Operation, Parameter, Work } from './operation.ts'
