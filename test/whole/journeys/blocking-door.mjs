import { operations } from '../../../dist/operations/index.js'
import { operations as own } from '../operations/blocking.mjs'

// The built command `visavis`, with operations of a test besides.
operations.push(...own)
await import('../../../dist/cli/main.js')
