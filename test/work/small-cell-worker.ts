import { setTimeout as pause } from 'node:timers/promises'
import { answerCells } from '../../src/work/processes/answer-cells.ts'
import { smallWork } from './small-work.ts'

// Entry point of child processes for tests: cells that take milliseconds, sleep, fail, or end their process.
answerCells(async (operation) => {
  if (operation !== 'small') return undefined
  return smallWork({
    sleep: pause,
    crash: () => process.kill(process.pid, 'SIGKILL'),
  })
})
