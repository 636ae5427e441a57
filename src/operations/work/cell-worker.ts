import { answerCells } from '../../work/processes/answer-cells.ts'
import { workKind } from './work-kinds.ts'

// Entry point of the child processes that run the cells of a plan.
answerCells(workKind)
