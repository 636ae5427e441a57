import { membersOf } from '../../scenarios/coalitions/coalition-game.ts'
import { coalitionOperation, openCoalition } from '../scenarios/coalition.ts'
import { numbersOf, numbersPart } from './part-numbers.ts'
import type { PlannableWork } from './plannable.ts'
import { splitWork } from './split-work.ts'

/** The coalitions of a question, of which each is an item. */
export const coalitionWork: PlannableWork = splitWork({
  operation: coalitionOperation,
  cell: 500,
  formats: ['json', 'csv', 'md', 'table'],
  open: async (input, context) => {
    const { game, needed, answer } = await openCoalition(input, context)
    const width = 1 + game.candidates
    return {
      items: needed.length,
      run: ({ from, to }) => {
        const outcomes = needed.slice(from, to).map((one) => game.outcome(one))
        return numbersPart(outcomes.flatMap(({ targetLoss, losses }) => [targetLoss, ...losses]))
      },
      answer: (parts) => {
        for (const { cell, part } of parts) {
          const numbers = numbersOf(part)
          for (let at = cell.from, row = 0; at < cell.to; at++, row += width)
            game.keep(membersOf(needed[at]!, game.candidates), {
              targetLoss: numbers[row]!,
              losses: [...numbers.subarray(row + 1, row + width)],
            })
        }
        return answer()
      },
    }
  },
})
