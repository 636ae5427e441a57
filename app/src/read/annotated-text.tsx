import { useComputed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { answerWords, splitAtClaims, verdictSigns } from '../../../src/server/wording.ts'
import { ClaimCard } from './claim-card.tsx'
import { claimsBySentence, currentClaim, showVerdict, verdictShown } from './claim-navigation.ts'
import type { Answer, AnsweredClaim } from './reading-state.ts'

type Sentence = Answer['sentences'][number]

/** A paragraph, heading, list item or table row: its sentences, or text that was not read for claims. */
interface Passage {
  readonly block: number
  readonly within: Sentence['within']
  readonly page: number | null
  readonly sentences: readonly Sentence[]
  readonly unread: string | undefined
}

interface TextProps {
  readonly answer: Answer
  readonly numbers: ReadonlyMap<AnsweredClaim, number>
}

/** Shows the text with its claims marked and their cards beside it; with a verdict filter, only passages with such claims. */
export function AnnotatedText({ answer, numbers }: TextProps) {
  const passages = useMemo(() => passagesOf(answer), [answer])
  const claims = useMemo(() => claimsBySentence(answer), [answer])
  const measured = useMemo(() => new Set(answer.bearing.flatMap(({ sentences }) => sentences)), [answer])
  const verdict = verdictShown()
  const of = ({ sentences }: Passage): AnsweredClaim[] =>
    sentences.flatMap(({ sentence_index }) => claims.get(sentence_index) ?? []).filter((claim) => isShown(claim, verdict, numbers))
  const shown = verdict === undefined ? passages : passages.filter((passage) => of(passage).length > 0)
  return (
    <section id="text" aria-labelledby="text-heading">
      <h2 id="text-heading" class="visually-hidden">
        The text
      </h2>
      {verdict !== undefined && (
        <p role="status">
          {shown.length} of {passages.length} passages hold a claim that is {verdict}; the others are left out.{' '}
          <button type="button" onClick={() => showVerdict(undefined)}>
            Show the whole text
          </button>
        </p>
      )}
      {shown.map((passage) => (
        <PassageView key={passage.block} passage={passage} claims={of(passage)} numbers={numbers} answer={answer} measured={measured} />
      ))}
    </section>
  )
}

function isShown(
  claim: AnsweredClaim,
  verdict: AnsweredClaim['verdict'] | undefined,
  numbers: ReadonlyMap<AnsweredClaim, number>,
): boolean {
  return numbers.has(claim) && (verdict === undefined || claim.verdict === verdict)
}

function passagesOf({ sentences, unread }: Answer): Passage[] {
  const blocks = new Map<number, Sentence[]>()
  for (const sentence of sentences) blocks.set(sentence.block, [...(blocks.get(sentence.block) ?? []), sentence])
  const read = [...blocks].map(([block, own]) => ({ block, within: own[0]!.within, page: own[0]!.page, sentences: own, unread: undefined }))
  const rest = unread.map(({ block, within, page, text }) => ({ block, within, page, sentences: [], unread: text }))
  return [...read, ...rest].sort((a, b) => a.block - b.block)
}

interface PassageProps {
  readonly passage: Passage
  readonly claims: readonly AnsweredClaim[]
  readonly numbers: ReadonlyMap<AnsweredClaim, number>
  readonly answer: Answer
  /** Sentences on which figures bear. */
  readonly measured: ReadonlySet<number>
}

/** Characters up to which a paragraph surely fits on a screen, so that it can stay in view beside its cards. */
const fits = 1500

function PassageView({ passage: { sentences, unread, within, page }, claims, numbers, answer, measured }: PassageProps) {
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <div class="passage">
      <div class={`words${length < fits ? ' brief' : ''}`}>
        {page !== null && <p class="page-number small soft">page {page}</p>}
        {unread !== undefined && <Unread text={unread} within={within} />}
        {unread === undefined && (
          <p dir="auto" class={within}>
            {sentences.map((sentence) => (
              <MarkedSentence
                key={sentence.sentence_index}
                sentence={sentence}
                claims={claims.filter(({ sentence_index }) => sentence_index === sentence.sentence_index)}
                numbers={numbers}
                isMeasured={measured.has(sentence.sentence_index)}
              />
            ))}
          </p>
        )}
      </div>
      <div class="cards">
        {claims.map((claim) => (
          <ClaimCard key={numbers.get(claim)} claim={claim} number={numbers.get(claim)!} answer={answer} />
        ))}
      </div>
    </div>
  )
}

/** Unread text with more characters than this is folded. */
const longUnread = 600

/** Shows text that was not read for claims, with a label that says so; a heading needs no label. */
function Unread({ text, within }: { readonly text: string; readonly within: Sentence['within'] }) {
  const label = within === 'heading' ? undefined : <span class="answer">not read</span>
  if (text.length <= longUnread)
    return (
      <p dir="auto" class={within}>
        {text}
        {label}
      </p>
    )
  return (
    <details>
      <summary dir="auto">
        <bdi>{text.slice(0, 100)}</bdi> …{label}
      </summary>
      <p dir="auto" class={within}>
        {text}
      </p>
    </details>
  )
}

interface SentenceProps {
  readonly sentence: Sentence
  readonly claims: readonly AnsweredClaim[]
  readonly numbers: ReadonlyMap<AnsweredClaim, number>
  /** Whether figures of the record bear on it. */
  readonly isMeasured: boolean
}

function MarkedSentence({ sentence: { sentence_index, text, answer, claims: told }, claims, numbers, isMeasured }: SentenceProps) {
  return (
    <>
      <span id={`sentence-${sentence_index + 1}`}>
        {splitAtClaims(text, claims).map(({ text: words, claim }, i) =>
          claim === undefined ? <bdi key={i}>{words}</bdi> : <Mark key={i} words={words} claim={claim} number={numbers.get(claim)!} />,
        )}
      </span>
      {claims.length === 0 && (told === 0 || answer !== 'checked') && <span class="answer">{answerWords[answer]}</span>}
      {isMeasured && (
        <a class="answer no-print" href="#without-verdict">
          figures<span class="visually-hidden"> that bear on sentence {sentence_index + 1}</span>
        </a>
      )}{' '}
    </>
  )
}

function Mark({ words, claim: { verdict }, number }: { readonly words: string; readonly claim: AnsweredClaim; readonly number: number }) {
  const current = useComputed(() => (currentClaim.value === number ? ' current' : '')).value
  return (
    <a class={`claim ${verdict}${current}`} id={`mark-${number}`} href={`#claim-${number}`}>
      <bdi>{words}</bdi>
      <span class="sign">
        <span aria-hidden="true">
          {verdictSigns[verdict!]}
          {number}
        </span>
        <span class="visually-hidden">
          {' '}
          (claim {number}: {verdict})
        </span>
      </span>
    </a>
  )
}
