/** Prints the output of a command of the built program, given as words after `visavis`. */
export type Visavis = (words: readonly string[], input?: string) => string

interface Stop {
  readonly title: string
  readonly text: string
  /** Standard input of the command. */
  readonly input?: string
  readonly command: readonly string[]
  /** How many paragraphs of the output are shown. */
  readonly paragraphs: number
}

/** Lines of a block, at most. */
const mostLines = 27

/** The sentence with the figure that the essay quotes, in our words. */
const figure = 'Trade between China and Russia rose from about $45 billion in 2014 to over $200 billion in 2023.'

const stops: readonly Stop[] = [
  {
    title: 'The figure that it quotes',
    text: 'The essay has one claim with figures: that trade rose from about 45 billion dollars in 2014 to over 200 billion in 2023, by an institute that is named.',
    input: figure,
    command: ['read', '-', '--date', '2026-01-15'],
    paragraphs: 3,
  },
  {
    title: 'How the two stand',
    text: 'Most of its sentences say that the two have grown closer, in many domains. The first screen has all fourteen, each with its trend, year and source, and what is not known.',
    command: ['assess', 'CHN', 'RUS'],
    paragraphs: 4,
  },
  {
    title: 'Energy, and who depends on whom',
    text: 'It says that growth is driven by Russian energy, and that China has leverage by it.',
    command: ['compare', 'CHN-RUS', '--domain', 'energy'],
    paragraphs: 2,
  },
  {
    title: 'What each would lose',
    text: 'Leverage is a what-if: what each side loses if they cut trade, all of it or one way.',
    command: ['leverage', 'CHN', 'RUS'],
    paragraphs: 2,
  },
  {
    title: 'Sanctions, and the ways round them',
    text: 'It says that sanctions are circumvented. The record can show who bought more from the EU than was to be expected after the ban.',
    command: ['routes', 'RUS'],
    paragraphs: 2,
  },
  {
    title: 'Stakeholders and history',
    text: 'It names two leaders and two defence industries. The ledger has every dated deed of the two, with its source, and whom these deeds name (`visavis ledger CHN RUS`).',
    command: ['stakeholders', 'CHN', 'RUS', '--limit', '12'],
    paragraphs: 2,
  },
  {
    title: 'The next years',
    text: 'It foretells a deepening in the next five to ten years. None of its forecasts names an outcome and a year, so none can ever be settled. Ours do, and a back-test says how often such forecasts came out.',
    command: ['outlook', 'CHN', 'RUS'],
    paragraphs: 4,
  },
  {
    title: 'Deterrence',
    text: 'It ends on deterrence and resilience. What a threat to cut trade would cost the one who is threatened, and those who threaten, is a model with published elasticities; no probability that a threat works comes out of it.',
    command: ['deterrence', 'CHN', '--members', 'USA,EU,JPN,KOR', '--others', 'IND,GBR'],
    paragraphs: 3,
  },
  {
    title: 'Resilience',
    text: 'And what a partner saves by diversifying beforehand:',
    command: ['resilience', 'EU', '--against', 'CHN'],
    paragraphs: 2,
  },
]

const head = `# The essay that started it

An essay on China and Russia asks for "a careful, sustained assessment" and then gives one figure in 39 sentences. This page puts its questions to the record. Every block is what the command prints today, cut where a line says so (\`npx tsx scripts/docs/tour-page.ts\` writes it, a test compares).

\`visavis read essay.txt\` answers the essay sentence by sentence: one claim is checked, four more could be if a source had the data, which is named; the rest is opinion, cause, forecast and a flourish. For these it lists what the record measures of the same pair in the same domain: figures, not verdicts.

The institute that the essay names for its figure is not among the sources of the record, which has five counts by others of their trade in 2014; none is near 45 billion for both ways. The two experts whom it quotes, and the institute of one of them, are unknown to the record, which has no sayings: \`read\` lists them as not verified.
`

/** The page of the tour: each question of the essay with the command that answers it and the first lines of its answer. */
export function tourPage(visavis: Visavis): string {
  return `${[head, ...stops.map((stop) => stopText(stop, visavis))].join('\n')}`
}

function stopText({ title, text, command, input, paragraphs }: Stop, visavis: Visavis): string {
  const printed = visavis(command, input)
    .trimEnd()
    .split(/\n{2,}/)
  const lines = printed.slice(0, paragraphs).join('\n\n').split('\n')
  const shown = lines.slice(0, mostLines).join('\n')
  const said = input === undefined ? `$ visavis ${command.join(' ')}` : `$ echo '${input}' | visavis ${command.join(' ')}`
  const cut = printed.length > paragraphs || lines.length > mostLines ? '\n[…]' : ''
  return `## ${title}\n${text}\n\n\`\`\`\n${said}\n${shown}${cut}\n\`\`\`\n`
}
