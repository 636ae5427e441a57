import { VisavisError } from '../../errors.ts'
import type { ChainDraws } from '../../measures/ideal-point-posterior/ideal-point-posterior.ts'
import { idealPointsOperation } from '../questions/ideal-points.ts'
import { parseIdealPointsRequest } from '../request/ideal-points-request.ts'
import type { PlannableWork } from './plannable.ts'
import { splitWork } from './split-work.ts'

/** The chains of a posterior of ideal points, of which each is an item. */
export const posteriorWork: PlannableWork = splitWork({
  operation: idealPointsOperation,
  cell: 1,
  formats: ['csv', 'json', 'md', 'table'],
  open: async (input, context) => {
    const asked = parseIdealPointsRequest(input)
    if (!asked.posterior || asked.sample !== undefined || asked.update)
      throw new VisavisError('Usage', 'only the chains of a posterior, by the votes of the record and without --update, are worth a plan', {
        hint: 'visavis measure ideal-points --posterior --chains 16 --plan plan.json',
      })
    const { chainsFromRecord, idealPointsFromRecord } = await import('../fits/ideal-points-record.ts')
    const { posterior, fitted } = await chainsFromRecord(asked, input, context)
    return {
      items: posterior.chains,
      run: ({ from, to }) => Buffer.concat(Array.from({ length: to - from }, (_, k) => chainBytes(posterior.run(from + k)))),
      answer: (parts) =>
        idealPointsFromRecord(asked, input, context, fitted(posterior.joined(parts.flatMap(({ part }) => chainsIn(part))))),
    }
  },
})

/** Numbers of draws and of the trace, then both as they are in memory. */
function chainBytes({ kept, trace }: ChainDraws): Uint8Array {
  const bytes = (one: Uint32Array | Float32Array | Float64Array): Uint8Array => new Uint8Array(one.buffer, one.byteOffset, one.byteLength)
  return Buffer.concat([bytes(Uint32Array.of(kept.length, trace.length)), bytes(kept), bytes(trace)])
}

function chainsIn(part: Uint8Array): ChainDraws[] {
  const chains: ChainDraws[] = []
  let at = 0
  // what is copied begins where its numbers may begin
  const taken = (bytes: number): ArrayBuffer => {
    at += bytes
    return Uint8Array.from(part.subarray(at - bytes, at)).buffer
  }
  while (at < part.length) {
    const [kept, trace] = new Uint32Array(taken(8)) as unknown as [number, number]
    chains.push({ kept: new Float32Array(taken(4 * kept)), trace: new Float64Array(taken(8 * trace)) })
  }
  return chains
}
