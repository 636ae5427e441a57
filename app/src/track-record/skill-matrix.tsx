import { SkillMark, type SkillScale, skillScaleOf, skillVerdict, skillWords } from '../charts/skill-mark.tsx'
import { capital } from '../dyad/assessment-values.ts'
import { horizons, yearsText } from '../dyad/outlook/outlook-words.ts'
import { setQuery } from '../route.ts'
import { detailedTarget, type EventRecord, type QuantityRecord, type TrackRecord } from './record-route.ts'

interface SkillMatrixProps {
  readonly answer: TrackRecord
  readonly records: readonly (QuantityRecord | EventRecord)[]
  /** What forecasts are compared with. */
  readonly baseline: string
  readonly caption: string
}

/** Skill of each target at each horizon: a dot with its interval about the line of no gain, and the figures. */
export function SkillMatrix({ answer, records, baseline, caption }: SkillMatrixProps) {
  const scale = skillScaleOf(records.flatMap((record) => record.horizons.map(({ skill }) => skill)))
  const chosen = detailedTarget(answer).target
  return (
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table class="skill-matrix">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">forecast of</th>
            {horizons.map((horizon) => (
              <th key={horizon} scope="col">
                {yearsText(horizon)} ahead
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.target}>
              <th scope="row">
                <button
                  type="button"
                  class="figure-value"
                  aria-pressed={record.target === chosen}
                  onClick={() => showInDetail(record.target)}
                >
                  {capital(record.title)}
                </button>
              </th>
              {horizons.map((horizon) => (
                <SkillCell key={horizon} record={record} horizon={horizon} scale={scale} baseline={baseline} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function showInDetail(target: string): void {
  setQuery({ of: target }, { replace: true })
  document.getElementById('detail')?.scrollIntoView({ block: 'start' })
}

interface SkillCellProps {
  readonly record: QuantityRecord | EventRecord
  readonly horizon: number
  readonly scale: SkillScale
  readonly baseline: string
}

function SkillCell({ record, horizon, scale, baseline }: SkillCellProps) {
  const found = record.horizons.find((one) => one.horizon === horizon)
  if (found === undefined) return <td class="soft">not tested</td>
  return (
    <td>
      <SkillMark skill={found.skill} scale={scale} />
      <span class="small">{skillWords(found.skill)}</span>
      {!found.isShown && <b class="small">{skillVerdict(found.skill, baseline)}</b>}
    </td>
  )
}
