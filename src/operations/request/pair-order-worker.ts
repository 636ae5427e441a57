import { writePairOrder } from '../../store/index.ts'

// Entry point of the process that pair-orders.ts starts: writes the observations of the snapshot in a directory in the order of their pairs to a file.
const [, , directory, file] = process.argv
await writePairOrder(directory!, file!)
