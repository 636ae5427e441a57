import { type ModelRun, modelRuns } from '../../../measures/reproductions/model-runs-table.ts'
import { reproductions } from '../../../measures/reproductions/reproductions.ts'
import type { Tester } from '../../claim-test-context.ts'
import { finding, stateName } from '../judging/findings.ts'

/**
 * Answers a quoted result of a model by naming the nearest model here, its version, and what it gives. Never supports and never contradicts: a result holds in the
 * model, on its data and elasticities, and another model gives another number.
 */
export const testModelResult: Tester = async ({ measured, actors: [affected], value }) => {
  if (measured?.topic !== 'model-result') return undefined
  const run = modelRuns.find(({ id }) => id === measured.part)
  if (run === undefined)
    return finding('unverifiable', `${notAFact} No scenario of ours is near to this one.`, {
      wouldSettle: 'a scenario of your own: visavis scenario list',
    })
  return finding('unverifiable', `${notAFact} ${ownRun(run, affected ?? '', value)}`, {
    wouldSettle: `the same model rerun: ${run.command}`,
  })
}

const notAFact = 'This is the result of a model, not a fact: the record can neither confirm nor refute it.'

function ownRun({ shock, paper, version, reproduced, welfare }: ModelRun, affected: string, claimed: number | null): string {
  const cells = welfare.trim().split(/\s+/)
  const ours = cells[cells.indexOf(affected) + 1]
  const found =
    affected === '' || !cells.includes(affected)
      ? `it has no figure for ${affected === '' ? 'the economy that is meant' : stateName(affected)}`
      : `real spending of ${stateName(affected)} changes by ${signed(Number(ours))} %${claimed === null ? '' : ` (the text: ${signed(claimed)} %)`}`
  return `Nearest here: ${shock}, after ${paper}. In our run (${version}) ${found}.${onOwnData(reproduced, affected)} Other data, elasticities and links between sectors give other numbers.`
}

/** What our code gives on the data of the publication, which differ from those of the run. */
function onOwnData(group: string | null, affected: string): string {
  const ours = reproductions.find(({ id }) => group !== null && id === `${group}-${affected}`)?.ours
  return typeof ours === 'number' ? ` On the data of the paper our code gives ${signed(Number(ours.toFixed(2)))} %.` : ''
}

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value}`.replace('-', '−')
