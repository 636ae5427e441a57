import type { Specification } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { Column } from '../text/table.ts'

export interface ShownTable {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** Notes on what the table leaves out and how to read it. */
  readonly notes: readonly string[]
}

const paragraphs: Readonly<Record<Specification['paragraphs'], string>> = {
  'before-1990': 'Votes on parts of a text until 1989 only',
  whole: 'Votes on whole resolutions only',
  all: 'Votes on parts of a text included',
}

const votes: Readonly<Record<Specification['votes'], string>> = {
  ordinal: 'abstention between yes and no',
  binary: 'abstention counted as a no',
  'yes-no': 'abstentions left out',
}

const priors: Readonly<Record<Specification['prior'], string>> = {
  'bailey-strezhnev-voeten': 'the prior of Bailey, Strezhnev and Voeten',
  'random walk': 'a random walk from session to session',
  static: 'one position for the whole window, told under its last session',
}

/** Describes the chosen specification in words. */
export function specificationWords(asked: Specification): string {
  const { issue, important, leastMinority } = asked
  const filters = [
    issue === undefined ? '' : `issue ${issue}`,
    important ? 'important votes' : '',
    leastMinority === undefined ? '' : `a minority of ${100 * leastMinority} % at least`,
  ].filter((word) => word !== '')
  const linked = asked.link === 'rules' ? 'votes on a recurring text share an item' : 'each roll call an item of its own'
  const rest = [votes[asked.votes], linked, priors[asked.prior], ...filters]
  return `${paragraphs[asked.paragraphs]}; ${rest.join('; ')}.`
}
