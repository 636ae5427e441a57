import type { RoutesAnswer } from './routes-answer.ts'

/** Published figures on goods that go round the measures against Russia, and why ours differ. */
const russia: RoutesAnswer['published'] = [
  {
    source: 'CEPR Discussion Paper 20097 (April 2025)',
    figure: 'under 10 % of the effect of the sanctions',
    difference:
      'Its denominator is an estimated effect, what exports would have been without sanctions less what they were; a plain fall leaves growth out. It covers the EU and the United Kingdom, 2022 and 2023, and all products.',
  },
  {
    source: 'EBRD, The Eurasian Roundabout (Working Paper 276, 2023)',
    figure: 'about 5 %, in later editions 5 to 10 %',
    difference:
      'It counts the rise of sanctioned goods beyond other goods at the same hub, at HS6; a rise over the own past counts the ordinary growth of the hub too.',
  },
  {
    source: 'CEPR Discussion Paper 20097 (April 2025)',
    figure: 'about half of additional exports to Armenia, Kazakhstan and Kyrgyzstan were lost in transit',
    difference:
      'This is a share of the rise, from reports of both sides, by product. Ours of the same kind is of all goods by year: what the hubs report less of additional exports than the EU does. By product it is the ghost share, which needs the hubs’ own reports.',
  },
]

/** Returns published figures on a target; none are held for most. */
export function publishedFigures(target: string): RoutesAnswer['published'] {
  return target === 'RUS' ? russia : []
}
