import type { Comparison } from './reproduction.ts'

const against = 'expectations written before any figure was computed'
const test = 'test/whole/reference/speech-similarity.test.ts'

type Row = readonly [
  id: string,
  what: string,
  figure: string,
  value: number,
  decimals: number,
  of: number,
  least: number | null,
  most: number | null,
]

const rows: readonly Row[] = [
  ['minsk', 'sessions 2014 to 2024 in which Russia and Belarus stand above Russia and Ukraine', 'count', 10, 0, 11, 9, null],
  ['gbr-usa', 'Britain and the United States, 2000 to 2024', 'mean percentile', 85, 0, 25, 75, null],
  ['deu-fra', 'France and Germany, 2000 to 2024', 'mean percentile', 85, 0, 25, 75, null],
  ['chn-rus', 'China and Russia, 2000 to 2024, above the United States and North Korea', 'mean percentile', 62, 0, 25, 23, null],
  ['kir-tuv', 'Kiribati and Tuvalu, 2018 to 2024', 'mean percentile', 93, 0, 7, 90, null],
  ['eu', 'sessions 2018 to 2024 in which pairs within the EU stand above those of a member and another', 'count', 7, 0, 7, 7, null],
  ['votes-sign', 'sessions in which the nearer two vote the more alike they speak', 'count', 78, 0, 78, 59, null],
  ['votes', 'rank correlation with the distance of ideal points, mean of sessions', 'correlation', -0.24, 2, 78, -0.4, -0.1],
]

/** Observed similarity of speeches beside what was expected. */
export const speechComparisons: readonly Comparison[] = rows.map(([id, what, figure, value, decimals, of, least, most]) => ({
  id: `speeches-${id}`,
  measure: 'speeches',
  what,
  against,
  figure,
  value,
  decimals,
  of,
  least,
  most,
  test,
}))
