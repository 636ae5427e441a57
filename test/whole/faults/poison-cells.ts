import { workKind } from '../../../src/operations/work/work-kinds.ts'
import { answerCells } from '../../../src/work/processes/answer-cells.ts'

/** A process that dies whenever it comes to the cell that begins at `VISAVIS_TEST_POISON`, as one that the system kills for its memory does. */
answerCells(async (operation) => {
  const kind = (await workKind(operation))!
  return {
    ...kind,
    open: async (plan, place) => {
      const runner = await kind.open(plan, place)
      return {
        ...runner,
        run: async (cell) => {
          if (cell.from === Number(process.env['VISAVIS_TEST_POISON'])) process.kill(process.pid, 'SIGKILL')
          return runner.run(cell)
        },
      }
    },
  }
})
