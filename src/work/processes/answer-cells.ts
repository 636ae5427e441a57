import { Worker } from 'node:worker_threads'
import { VisavisError } from '../../errors.ts'
import { cellAt } from '../plan.ts'
import { ResultFolder } from '../result-folder.ts'
import type { CellRunner, WorkKind } from '../work-kind.ts'
import type { MessageFromCellProcess, MessageToCellProcess } from './cell-messages.ts'

/**
 * Makes this process one that runs cells, one after the other, for the process that started it. It may be killed at any moment, and ends when its parent does.
 *
 * @param kindOf   finds the kind of work of a plan; undefined if there is none of that name
 */
export function answerCells(kindOf: (operation: string) => Promise<WorkKind | undefined>): void {
  let folder: ResultFolder
  let runner: CellRunner
  const send = (message: MessageFromCellProcess): void => void process.send?.(message)
  const answer = async (message: MessageToCellProcess): Promise<void> => {
    if ('open' in message) {
      folder = await ResultFolder.open(message.open.folder)
      const kind = await kindOf(folder.plan.operation)
      if (kind === undefined) throw new VisavisError('BadInput', `this version has no work called "${folder.plan.operation}"`)
      runner = await kind.open(folder.plan, { planFile: folder.planFile, memory: message.open.memory })
      return send({ kind: 'opened' })
    }
    const output = await runner.run(cellAt(folder.plan, message.cell))
    send({ kind: 'done', record: await folder.keep(message.cell, output) })
  }
  process.on('message', (message: MessageToCellProcess) => {
    answer(message).catch((thrown: unknown) => {
      const { message: text, stack } = thrown instanceof Error ? thrown : new Error(String(thrown))
      if (thrown instanceof VisavisError) send({ kind: 'failed', code: thrown.code, message: text, hint: thrown.hint })
      else send({ kind: 'failed', code: null, message: stack ?? text, hint: undefined })
    })
  })
  // Ctrl-C reaches parent and child alike; the parent decides what happens
  process.on('SIGINT', () => undefined)
  process.on('disconnect', () => process.exit())
  endWithParent()
}

/** A busy event loop does not notice that the parent has ended; a thread does. */
function endWithParent(): void {
  const look = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL') }, 500)`
  new Worker(look, { eval: true, execArgv: [] }).unref()
}
