import { domains } from '../../assessments/forms/domains.ts'
import type { Parameter } from './operation.ts'

/** The input that limits an answer to one domain. */
export const domainParameter: Parameter = {
  name: 'domain',
  kind: 'choice',
  choices: domains.map(({ id }) => id),
  help: 'only this domain',
}
