import { type ComponentId, componentIds } from '../../assessments/composite/composite-component.ts'
import { VisavisError } from '../../errors.ts'

const hint = 'visavis composite CHN RUS'

/**
 * Parses weights such as `votes=2,blocs=1`. Weights are positive numbers, and only their proportions count.
 *
 * @throws VisavisError Usage if a component is unknown or named twice, a weight is not a positive number, or fewer than two are named
 * @example parseWeights('votes=2, blocs=0.5')   // [{ component: 'votes', weight: 2 }, { component: 'blocs', weight: 0.5 }]
 */
export function parseWeights(text: string): { component: ComponentId; weight: number }[] {
  const weights = text.split(',').map((part) => parseWeight(part.trim()))
  const twice = weights.find(({ component }, i) => weights.findIndex((one) => one.component === component) !== i)
  if (twice !== undefined) throw new VisavisError('Usage', `weights: ${twice.component} is named twice`, { hint })
  if (weights.length < 2)
    throw new VisavisError('Usage', 'weights: one component is a percentile, not a composite; name two or more', {
      hint: 'visavis assess CHN RUS',
    })
  return weights
}

function parseWeight(part: string): { component: ComponentId; weight: number } {
  const [name, value, ...rest] = part.split('=').map((word) => word.trim())
  const component = componentIds.find((id) => id === name)
  if (component === undefined)
    throw new VisavisError('Usage', `weights: "${name}" is no component; there are ${componentIds.join(', ')}`, { hint })
  const weight = value !== undefined && /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(value) && rest.length === 0 ? Number(value) : Number.NaN
  if (!(weight > 0 && weight < 1e9))
    throw new VisavisError('Usage', `weights: ${component} needs a positive number, as ${component}=2; leave out what is not to count`, {
      hint,
    })
  return { component, weight }
}
