import type { Assessment } from './assessment-values.ts'

interface PageSection {
  readonly id: string
  readonly title: string
}

/** Returns the sections of the page that this pair has, in order. */
export function sectionsOf(assessment: Assessment): PageSection[] {
  const { judgements, keyGaps, stage, thirdStates, routes, voteMap } = assessment
  const blocs = [assessment.a, assessment.b].some(({ members }) => members !== undefined)
  const all: (PageSection & { readonly there: boolean })[] = [
    { id: 'summary', title: 'Summary', there: true },
    { id: 'domains', title: 'Domains', there: true },
    { id: 'judgements', title: 'Judgements', there: judgements.length + keyGaps.length > 0 },
    { id: 'time', title: 'Over time', there: true },
    { id: 'outlook', title: 'Outlook', there: !blocs },
    { id: 'stage', title: 'Stage', there: !blocs },
    { id: 'dependence', title: 'Dependence', there: true },
    { id: 'third-states', title: 'Third states', there: thirdStates.length > 0 || routes !== undefined },
    { id: 'stakeholders', title: 'Stakeholders', there: stage !== null },
    {
      id: 'votes',
      title: 'Votes',
      there: voteMap !== undefined || blocs,
    },
    { id: 'sources', title: 'Sources', there: true },
  ]
  return all.filter(({ there }) => there)
}
