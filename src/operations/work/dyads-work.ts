import type { DyadPiece, EveryDyadRequest } from '../../assessments/pairs/every-dyad.ts'
import { dyadRequest } from '../questions/dyads.ts'
import { planFormat } from './plan-format.ts'
import { openPlanRecord, type PlannableWork, planManifest } from './plannable.ts'

/** The figures of every pair of states, of which each pair is an item. The joined result has the bytes of `visavis dyads --format csv`. */
export const dyadsWork: PlannableWork = {
  operation: 'dyads',
  cell: 800,
  plan: async ({ format, ...input }, context) => {
    planFormat('dyads', format, ['csv'])
    const [{ withRecord }, { statePairsOn }] = await Promise.all([import('../storage/record.ts'), import('../../states/index.ts')])
    const request = await withRecord(input as never, context, (snapshot) => dyadRequest(input as never, context, snapshot))
    return { input: { ...request }, items: statePairsOn(request.to, request.state).length }
  },
  ending: () => 'csv',
  open: async (plan, { memory }) => {
    const { dyadAssessor } = await import('../../assessments/pairs/every-dyad.ts')
    const snapshot = await openPlanRecord(plan, memory)
    const { assess } = await dyadAssessor(plan.input as unknown as EveryDyadRequest, snapshot)
    return {
      run: async ({ from, to }) => {
        const { pairs, rows } = await assess(from, to)
        return { part: Buffer.concat([Buffer.from(`${JSON.stringify(pairs)}\n`), rows]) }
      },
      close: () => snapshot.close(),
    }
  },
  async *join(plan, parts) {
    const [{ joinedDyads }, { dyadsCsv }] = await Promise.all([
      import('../../assessments/pairs/every-dyad.ts'),
      import('../../reports/answers/dyads.ts'),
    ])
    const pieces: DyadPiece[] = []
    for await (const { cell, part } of parts) {
      const end = Buffer.from(part.buffer, part.byteOffset, part.length).indexOf(10)
      const pairs = JSON.parse(Buffer.from(part.subarray(0, end)).toString()) as DyadPiece['pairs']
      pieces.push({ from: cell.from, pairs, rows: part.subarray(end + 1) })
    }
    yield* dyadsCsv(joinedDyads(plan.input as unknown as EveryDyadRequest, await planManifest(plan), pieces))
  },
}
