import type { PanelRequest } from '../../assessments/panel/panel-answer.ts'
import type { FinishedPart } from '../../work/work-kind.ts'
import { panelOperation, panelRequest } from '../questions/panel.ts'
import { withRecord } from '../storage/record.ts'
import { planFormat } from './plan-format.ts'
import { openPlanRecord, type PlannableWork, planContext } from './plannable.ts'

interface PanelInput {
  readonly request: PanelRequest
  readonly format: 'csv' | 'jsonl' | 'parquet'
}

/** Panels of pairs by year, of which each year is an item. */
export const panelWork: PlannableWork = {
  operation: panelOperation.name,
  cell: 8,
  plan: async ({ format: asked, ...input }, context) => {
    const format = planFormat(panelOperation.name, asked, ['csv', 'jsonl', 'parquet'])
    const request = await withRecord(input as never, context, (snapshot) => panelRequest(input as never, context, snapshot))
    return { input: { request, format }, items: request.scope.to - request.scope.from + 1 }
  },
  ending: (plan) => (plan.input as unknown as PanelInput).format,
  open: async (plan, { memory }) => {
    const [{ openPanel, panelAnswer }, { panelCsv, panelJsonLines }] = await Promise.all([
      import('../../assessments/panel/panel-answer.ts'),
      import('../../reports/panel/panel-rows.ts'),
    ])
    const snapshot = await openPlanRecord(plan, memory)
    const { request, format } = plan.input as unknown as PanelInput
    const series = await openPanel(snapshot, request)
    return {
      run: async ({ from, to }) => {
        const answer = await panelAnswer(snapshot, yearsOf(request, from, to), {}, series)
        return { part: Buffer.concat([...(format === 'jsonl' ? panelJsonLines : panelCsv)(answer)]) }
      },
      close: () => snapshot.close(),
    }
  },
  async *join(plan, parts) {
    const { request, format } = plan.input as unknown as PanelInput
    if (format === 'jsonl') for await (const { part } of parts) yield part
    if (format === 'csv') yield* underOneHeader(parts)
    if (format !== 'parquet') return
    const [{ panelAnswer }, { csvToParquet }] = await Promise.all([
      import('../../assessments/panel/panel-answer.ts'),
      import('../../reports/panel/panel-parquet.ts'),
    ])
    const { context, input } = planContext(plan)
    // a file says of its columns what one year says
    const about = await withRecord(input, context, (snapshot) => panelAnswer(snapshot, yearsOf(request, 0, 1), {}))
    yield* await csvToParquet(about, underOneHeader(parts))
  },
}

function yearsOf({ scope, ...rest }: PanelRequest, from: number, to: number): PanelRequest {
  return { ...rest, scope: { ...scope, from: scope.from + from, to: scope.from + to - 1 } }
}

/** Each part has the header, so that it can be read by itself. */
async function* underOneHeader(parts: AsyncIterable<FinishedPart>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const { part } of parts) {
    yield isFirst ? part : part.subarray(part.indexOf(10) + 1)
    isFirst = false
  }
}
