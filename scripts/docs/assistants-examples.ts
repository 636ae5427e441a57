import { untrustedNotice } from '../../src/mcp/fence.ts'

/** A question of a user, and the calls that an assistant makes to answer it. */
interface ShownQuestion {
  readonly question: string
  readonly calls: readonly (readonly [name: string, given: Readonly<Record<string, unknown>>])[]
  /** Characters of each answer that are shown, where the usual number ends before what was asked. */
  readonly shown?: number
}

/** Claims as an assistant writes them down from a text: their words quoted, who, what and when in slots. */
const claims = [
  {
    ...{ sentence: 'China’s exports to Russia climbed to some $111 billion in 2023', kind: 'quantity', indicator: 'goods exports' },
    ...{ actors: ['CHN', 'RUS'], period: '2023', value: 111, unit: 'USD bn', qualifier: 'some' },
  },
  {
    ...{ sentence: 'Tehran stood with Moscow and voted no in March 2022', kind: 'event', indicator: 'vote on A/RES/ES-11/1: against' },
    ...{ actors: ['IRN'], period: '2022-03-02' },
  },
]

/** The questions shown in docs/assistants.md. */
export const shownQuestions: readonly ShownQuestion[] = [
  { question: 'How do Kenya and Tanzania stand to each other?', calls: [['assess', { a: 'Kenya', b: 'Tanzania' }]] },
  {
    question: 'Check this: “Trade between China and Russia was about $45 billion in 2014. Their friendship has no limits.”',
    calls: [
      [
        'read',
        { text: 'Trade between China and Russia was about $45 billion in 2014. Their friendship has no limits.', date: '2024-05-01' },
      ],
    ],
    shown: 1500,
  },
  {
    question:
      'Is this right? “China’s exports to Russia climbed to some $111 billion in 2023, and Tehran stood with Moscow and voted no in March 2022.”',
    calls: [['check_claims', { text: claims.map((claim) => JSON.stringify(claim)).join('\n') }]],
    shown: 900,
  },
  {
    question: 'How dependent is Germany on Russian gas, and where is the figure from?',
    calls: [['evidence', { a: 'Germany', b: 'Russia', figure: 'fossil-b-to-a-imports-all-gas-m3' }]],
  },
  {
    question: 'Did China and Russia vote closer together after 2014?',
    calls: [
      ['measure_similarity', { a: 'China', b: 'Russia', from: '2005', to: '2014', kind: 'whole' }],
      ['measure_similarity', { a: 'China', b: 'Russia', from: '2015', to: '2024', kind: 'whole' }],
    ],
  },
  {
    question: 'Where did China and Russia vote against each other in 2025?',
    calls: [['votes', { a: 'China', b: 'Russia', from: '2025', to: '2025', split: 'opposing' }]],
  },
  {
    question: 'What speaks against closer ties between the United States and India since 2025?',
    calls: [['ledger', { a: 'USA', b: 'India', from: '2025', direction: 'contradicts' }]],
  },
  { question: 'Who would lose more if trade between China and the United States ended?', calls: [['leverage', { a: 'CHN', b: 'USA' }]] },
  { question: 'How will China and Russia stand in five years?', calls: [['outlook', { a: 'CHN', b: 'RUS', horizon: 5 }]] },
  { question: 'What is the table BACI, and may I publish figures from it?', calls: [['sources', { id: 'baci' }]] },
]

/** Calls a tool and returns the text of its answer. */
export type AskTool = (name: string, given: Readonly<Record<string, unknown>>) => Promise<{ readonly text: string }>

/** Most characters of an answer that are shown where a question sets no other number, and of one line. */
const most = { answer: 640, line: 500 }

/** Returns the section of docs/assistants.md between its two marks: each question, the calls as they are made, and the first lines of their answers. */
export async function shownTranscripts(ask: AskTool): Promise<string> {
  const parts: string[] = []
  for (const [i, { question, calls, shown = most.answer }] of shownQuestions.entries()) {
    const called: string[] = []
    for (const [name, given] of calls)
      called.push(`${name} ${JSON.stringify(given)}\n\n${firstLines((await ask(name, given)).text, shown)}`)
    parts.push([`**${i + 1}. ${question}**`, ...called.map((one) => `\`\`\`text\n${one}\n\`\`\``)].join('\n\n'))
  }
  return parts.join('\n\n')
}

/** The first lines of an answer, without the notice that stands above quoted words in every answer that has some. */
function firstLines(text: string, characters: number): string {
  const shown: string[] = []
  let length = 0
  for (const line of text
    .replace(untrustedNotice, '')
    .split('\n')
    .filter((one) => one.trim() !== '')) {
    length += Math.min(line.length, most.line)
    if (shown.length > 0 && length > characters) break
    shown.push(line.length > most.line ? `${line.slice(0, most.line)} …` : line)
  }
  return [...shown, '…'].join('\n')
}

const marks = ['<!-- npx tsx scripts/docs/assistants-page.ts -->', '<!-- to here -->'] as const

/** Returns the text between the two marks of the page. */
export function transcriptsOf(page: string): string {
  return page.slice(page.indexOf(marks[0]) + marks[0].length, page.indexOf(marks[1])).trim()
}

/** Returns the page with other transcripts between its marks. */
export function withTranscripts(page: string, transcripts: string): string {
  return `${page.slice(0, page.indexOf(marks[0]) + marks[0].length)}\n${transcripts}\n${page.slice(page.indexOf(marks[1]))}`
}
