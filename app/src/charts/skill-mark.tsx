import type { Answers } from '../../../src/server/answer-types.ts'

export type Skill = NonNullable<Answers['outlook']['targets'][number]['skill']>

/** Ends of a scale of skill, as shares; zero lies between them. */
export interface SkillScale {
  readonly low: number
  readonly high: number
}

const [width, height] = [150, 14]

/** Returns a scale that holds zero and every interval. */
export function skillScaleOf(skills: readonly (Skill | null)[]): SkillScale {
  const known = skills.filter((skill) => skill !== null)
  return { low: Math.min(0, ...known.map(({ low90 }) => low90)), high: Math.max(0.01, ...known.map(({ high90 }) => high90)) }
}

/** Draws a gain as a dot with its 90 % interval about the line of no gain; filled where the whole interval lies above it. The figures are in the text beside it. */
export function SkillMark({ skill, scale }: { readonly skill: Skill | null; readonly scale: SkillScale }) {
  const at = (value: number): number => 6 + ((width - 12) * (value - scale.low)) / (scale.high - scale.low)
  const middle = height / 2
  return (
    <svg class="skill-mark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line class="none" x1={at(0)} x2={at(0)} y1={0} y2={height} />
      {skill !== null && (
        <>
          <line class="whisker" x1={at(skill.low90)} x2={at(skill.high90)} y1={middle} y2={middle} />
          <circle class={skill.low90 > 0 ? 'dot' : 'dot open'} cx={at(skill.value)} cy={middle} r={4} />
        </>
      )}
    </svg>
  )
}

/** Writes a gain with its interval: `3.5 % (2.6 to 4.3)`. */
export function skillWords(skill: Skill | null): string {
  if (skill === null) return 'unknown'
  const percent = (share: number): string => (100 * share).toFixed(1).replace('-', '−')
  return `${percent(skill.value)} % (${percent(skill.low90)} to ${percent(skill.high90)})`
}

/** Says what a gain shows: nothing where its interval includes zero, and that the baseline was better where it lies below. */
export function skillVerdict(skill: Skill | null, baseline: string): string {
  if (skill === null) return 'no back-test'
  if (skill.low90 > 0) return `better than ${baseline}`
  return skill.high90 < 0 ? `worse than ${baseline}` : 'no skill shown'
}
