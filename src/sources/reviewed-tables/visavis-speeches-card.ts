import { coverageOf, publicDomain, type SourceCard } from '../cards/source-cards.ts'

/** Card of the figures that this package derives from speeches in the General Debate: docs/measures/speech-similarity.md. */
export const card: SourceCard = {
  id: 'visavis-speeches',
  title: 'Similarity and themes of speeches in the UN General Debate',
  provider: 'Vis-à-vis',
  url: 'https://doi.org/10.7910/DVN/0TJX8Y',
  licence: publicDomain('Own figures from a corpus in the public domain; cite the corpus. The texts are not in the record.'),
  citation:
    'Similarity and themes of speeches derived by visavis; texts: Jankin, Slava, Alexander Baturo and Niheer Dasandi. 2025. "Words to unite nations: The complete United Nations General Debate Corpus, 1946-present." Journal of Peace Research; data: Harvard Dataverse, doi:10.7910/DVN/0TJX8Y.',
  vintage: 'of 2,829 speeches, 1946 to 2024',
  coverage: [
    ...coverageOf(['speech-similarity', 'speech-themes'], 1946, 2017, '25 states'),
    ...coverageOf(['speech-similarity', 'speech-themes'], 2018, 2024, 'all states that spoke'),
  ],
  quirks: [
    'Derived: with the corpus added (visavis add un-general-debate) the figures are computed from its texts instead, by the same weights of words.',
    'Words tell what is spoken of, not on which side: two states at war speak of the same war.',
    'To 2017 the record has the speeches of 25 states alone, so that a percentile there is among at most 300 pairs.',
    "China's seat to 1970 stands under TWN, the Soviet Union under RUS; of 1970 neither has a text.",
    'Speeches in other languages are in the English of the official records; texts before 1970 were read from scans by machine.',
  ],
}
