import type { ZodObject } from 'zod'
import type { Claim } from '../../claims/claim.ts'
import type { SourceDocument } from '../../claims/documents/document.ts'
import type { ClaimTestContext } from '../../claims/testing/test-claims.ts'
import type { TestedClaim } from '../../claims/verdict.ts'
import { VisavisError } from '../../errors.ts'
import type { ReadAnswer } from '../../reports/claims/claims-answer.ts'
import type { Snapshot } from '../../store/index.ts'
import type { WithPull } from '../evidence-on-demand/pull-report.ts'
import type { ModelReading } from '../model-reading/read-by-model.ts'
import type { Context, Input, Operation, OperationImplementation } from '../request/operation.ts'
import { pullParameter, recordParameters } from '../request/record-parameters.ts'
import { cachedReading } from '../storage/reading-cache.ts'

/** Which claims of a text does the record support, and which does it contradict? */
export const readOperation: Operation = {
  name: 'read',
  summary: 'test what a text says of states against the record',
  description:
    'Finds the claims of a text (plain, Markdown, HTML, PDF, DOCX; English) that can be checked, tests each against the record, and tells the verdict, the rows behind it and, where a claim ' +
    'fails, what would have been true. Every sentence gets an answer. Unverifiable is not false: this record cannot tell. Claims that are read already: visavis check. Only an address, --pull and --reader use the network.',
  parameters: [
    {
      name: 'file',
      kind: 'text',
      positional: true,
      required: true,
      most: 4096,
      file: true,
      stdin: true,
      help: 'the text: a file, - for standard input, or an http(s) address',
    },
    { name: 'date', kind: 'day', help: 'day of the text, against which “last year” is read (default: as the text says, else today)' },
    { name: 'title', kind: 'text', most: 1000, help: 'its title (default: as the text says)' },
    {
      name: 'failOn',
      kind: 'choice',
      choices: ['contradicted', 'partly', 'inconsistent'],
      help: 'exit code 4 where a claim is contradicted; or also where one holds only partly; or where the text contradicts itself',
    },
    {
      name: 'reader',
      kind: 'text',
      most: 1000,
      allowedBy: 'VISAVIS_READERS',
      help: 'have a model read in place of the rules: the address of a server with chat completions (Ollama, llama.cpp, vLLM, hosted), to which the text is sent',
    },
    { name: 'readerModel', kind: 'text', allowedBy: 'VISAVIS_READER_MODELS', help: 'its model (default: the only one it has)' },
    { name: 'keep', kind: 'flag', writes: true, help: 'keep its forecasts and dated promises, for visavis claims due' },
    pullParameter,
    ...recordParameters,
  ],
  formats: ['table', 'json', 'csv', 'md', 'html'],
  examples: [
    'visavis read essay.txt',
    'visavis read essay.txt --date 2024-05-01 --format html -o essay.html',
    'visavis read memo.docx --fail-on contradicted --quiet',
    'pandoc -t plain paper.tex | visavis read - --date 2023 --json',
    'visavis read speech.md --keep',
    'visavis read speech.md --pull',
    'visavis read memo.txt --reader http://127.0.0.1:11434 --reader-model qwen2.5:14b',
  ],
  load: async () => {
    const [{ readSchema }, { pullReportSchema }, text, { claimsCsv }, { claimsBrief }] = await Promise.all([
      import('../schemas/claims/read-schema.ts'),
      import('../evidence-on-demand/pull-report-schema.ts'),
      import('../../reports/claims/claims-text.ts'),
      import('../../reports/claims/claims-csv.ts'),
      import('../../reports/claims/claims-brief.ts'),
    ])
    const work: OperationImplementation = {
      output: (readSchema as ZodObject).extend({ pull: pullReportSchema.optional().describe('with --pull') }),
      run,
      show: {
        table: text.claimsText,
        md: text.claimsMarkdown,
        csv: claimsCsv,
        html: async (answer: ReadAnswer) => (await import('../../reports/page/claims-html.ts')).claimsHtml(answer),
      },
      brief: claimsBrief,
      met: ({ failOn }: ReadAnswer) => failOn?.met === true,
      next,
    }
    return work
  },
}

function next({ document: { name, date }, claims, kept, reader }: ReadAnswer): string[] {
  // a name with shell or terminal characters is not printed as part of a command
  const file = name === 'stdin' ? '-' : /^[\w./:-]+$/.test(name) ? name : 'FILE'
  const foretold = kept === null && claims.some((claim) => claim.kind === 'forecast')
  const again = `visavis read ${file} --date ${date}${reader === null ? '' : ` --reader ${reader.address}`}`
  return [
    `${again} --format html -o read.html   the text with every claim marked`,
    ...(foretold ? [`${again} --keep   keeps its forecasts for visavis claims due`] : []),
    'visavis sources --all   what can be added, so that more can be told',
  ]
}

async function run(input: Input, context: Context): Promise<ReadAnswer & WithPull> {
  const { readDocument } = await import('../../claims/documents/read-document.ts')
  const { createHash } = await import('node:crypto')
  context.pace?.between()
  const { bytes, name } = await bytesOf(input['file'] as string, context)
  const document = await readDocument({ bytes, name, onProgress: (done, of) => context.onCount?.('pages', done, of) })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const title = (input['title'] as string | undefined) ?? document.title
  const day = await dayOf(document, input, context)
  // text from standard input counts as written today, while a file or a page without a date may be of any age
  const isUndated = day.dateFrom === 'today' && input['file'] !== '-'
  const { withRecord } = await import('../storage/record.ts')
  const reading = await modelReading(document, { title, date: isUndated ? null : day.date }, input, context)
  const answered = (chosen: Input): Promise<TextAnswers> =>
    withRecord(chosen, context, async (snapshot) => {
      const { id, created } = snapshot.manifest
      const bench = { snapshot, today: context.today, isUndated }
      const read = (): ReturnType<typeof testedText> => testedText(document, title, day.date, bench, context)
      const key = [sha256, document.form, title ?? '', day.date, String(isUndated), id, context.today]
      const found =
        reading === undefined
          ? await cachedReading(
              context.forgetsTexts === true ? undefined : context.records,
              key,
              read,
              ({ summary }) => summary.byAnswer['not-read'] === undefined,
            )
          : await (await import('../model-reading/tested-reading.ts')).testedReading(
              reading,
              document,
              { ...bench, date: day.date },
              context,
            )
      const { bearingOf, quotedIn } = await import('../reading/bearing.ts')
      const { form, author, notes } = document
      return {
        schemaVersion: 1 as const,
        document: { name, form, title, author, ...day, sha256, notes },
        snapshot: { id, created },
        reader: reading?.report ?? null,
        ...found,
        bearing: bearingOf(found.sentences, day.date),
        quoted: quotedIn(found.claims),
        claims: await withOurForecasts(found.claims, snapshot, created.slice(0, 10)),
      }
    })
  const answer = input['pull'] === true ? await answeredWithPull(input, context, answered) : await answered(input)
  const { failsOn } = await import('../reading/read-answer.ts')
  const asked = input['failOn'] as NonNullable<ReadAnswer['failOn']>['asked'] | undefined
  return {
    ...answer,
    kept: input['keep'] === true ? await savedForecasts(answer, context) : null,
    failOn: asked === undefined ? null : { asked, met: failsOn(asked, answer) },
  }
}

type TextAnswers = Omit<ReadAnswer, 'kept' | 'failOn'> & WithPull

/** Has a model read the text, where a reader is given; undefined where our rules read it. */
async function modelReading(
  document: SourceDocument,
  { title, date }: { readonly title: string | null; readonly date: string | null },
  input: Input,
  context: Context,
): Promise<ModelReading | undefined> {
  const [address, model] = [input['reader'] as string | undefined, input['readerModel'] as string | undefined]
  if (address === undefined && model !== undefined)
    throw new VisavisError('Usage', 'readerModel: is given without a reader', {
      hint: 'visavis read FILE --reader ADDRESS --reader-model NAME',
    })
  if (address === undefined) return undefined
  const [{ readByModel }, { sentencesOf }] = await Promise.all([
    import('../model-reading/read-by-model.ts'),
    import('../../claims/documents/read-document.ts'),
  ])
  const sentences = sentencesOf(document).map(({ text }) => text)
  return readByModel({ sentences, title: title ?? '', date }, { address, model }, context)
}

async function answeredWithPull(input: Input, context: Context, answered: (chosen: Input) => Promise<TextAnswers>): Promise<TextAnswers> {
  const [{ answerWithPull }, { needsOfClaims }] = await Promise.all([
    import('../evidence-on-demand/answer-with-pull.ts'),
    import('../evidence-on-demand/series-needs.ts'),
  ])
  return answerWithPull(input, context, answered, ({ claims }) => needsOfClaims(claims))
}

async function bytesOf(file: string, context: Context): Promise<{ bytes: Uint8Array; name: string }> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return (await import('../reading/read-address.ts')).downloadSource(file, context)
  return (await import('../reading/read-source.ts')).readSource(file, context)
}

/** Puts what the outlook gives the outcome of each forecast beside it. */
async function withOurForecasts(claims: ReadAnswer['claims'], snapshot: Snapshot, day: string): Promise<ReadAnswer['claims']> {
  if (!claims.some(({ kind }) => kind === 'forecast')) return claims
  const [{ ourForecast }, { readOutlookFits }] = await Promise.all([
    import('../reading/our-forecast.ts'),
    import('../../outlook/targets/stored-fits.ts'),
  ])
  const fits = await readOutlookFits()
  const answered: ReadAnswer['claims'][number][] = []
  const beside = async (claim: ReadAnswer['claims'][number]): Promise<ReadAnswer['claims'][number]> => {
    const ours = claim.kind === 'forecast' ? await ourForecast(claim, { snapshot, fits, day }) : undefined
    return ours === undefined ? claim : { ...claim, ours }
  }
  for (const claim of claims) answered.push(await beside(claim))
  return answered
}

async function savedForecasts(
  answer: Pick<ReadAnswer, 'document' | 'claims' | 'sentences'>,
  context: Context,
): Promise<ReadAnswer['kept']> {
  const { saveForecasts } = await import('../storage/forecast-ledger.ts')
  return saveForecasts(answer, context)
}

/** Returns the date of a text, as precise as it is known, and where this date comes from. */
async function dayOf(
  document: SourceDocument,
  input: Input,
  { today }: Context,
): Promise<Pick<ReadAnswer['document'], 'date' | 'dateFrom'>> {
  const { refuseFuture } = await import('../request/period.ts')
  const given = input['date'] as string | undefined
  if (given !== undefined) {
    refuseFuture({ to: given }, given, today)
    return { date: given, dateFrom: 'given' }
  }
  return document.date === null ? { date: today, dateFrom: 'today' } : { date: document.date, dateFrom: 'document' }
}

/** Reads a document and tests its claims; returns its sentences, claims and verdicts. */
async function testedText(
  document: SourceDocument,
  title: string | null,
  date: string,
  { snapshot, today, isUndated }: Pick<ClaimTestContext, 'snapshot' | 'today'> & { readonly isUndated: boolean },
  context: Context,
): Promise<Pick<ReadAnswer, 'summary' | 'sentences' | 'claims' | 'unread' | 'inconsistencies' | 'sources'>> {
  const [{ sentencesOf }, { readClaims }, { inconsistencies }, { isFullyStated }, { periodEnd }, answers] = await Promise.all([
    import('../../claims/documents/read-document.ts'),
    import('../../claims/reading/document-claims.ts'),
    import('../../claims/testing/judging/consistency.ts'),
    import('../../claims/testing/explicitness/explicit-figures.ts'),
    import('../request/period.ts'),
    import('../reading/read-answer.ts'),
  ])
  const placed = sentencesOf(document)
  const texts = placed.map(({ text }) => text)
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const day = periodEnd(date) < today ? periodEnd(date) : today
  const bench = { snapshot, date: day, today, isUndated, cards }
  const tested = await testedInParts(readClaims(texts, date, title ?? '', context.pace), bench, context)
  const claims = tested.map(answers.answeredClaim)
  const sentences = answers.answeredSentences(placed, document.blocks, claims)
  return {
    summary: answers.summaryOf(sentences, claims),
    sentences,
    claims,
    unread: answers.unreadParts(placed, document.blocks),
    inconsistencies: inconsistencies(claims, isFullyStated),
    sources: answers.citedSources(claims, cards),
  }
}

/** Number of claims between two progress reports. */
const progressStep = 50

/** Tests all claims of a text together, as one claim may supply what another leaves open, such as the year. */
async function testedInParts(claims: readonly Claim[], bench: ClaimTestContext, context: Context): Promise<TestedClaim[]> {
  const [{ testClaim, testClaims }, { untestedClaim, unverifiableOnError }] = await Promise.all([
    import('../../claims/testing/test-claims.ts'),
    import('../reading/failed-claim.ts'),
  ])
  let done = 0
  return testClaims(claims, bench, (claim, own) => {
    if (context.signal?.aborted) throw new VisavisError('Interrupted', 'the reading was stopped; nothing was kept')
    if (claims.length > progressStep && done < claims.length && done % progressStep === 0) context.onCount?.('claims', done, claims.length)
    done++
    if (context.pace?.takes(claim.sentence_index) === false && claim.checkable)
      return Promise.resolve(untestedClaim(claim, 'Not tested: the text took too long.'))
    return unverifiableOnError(testClaim(claim, own), claim, `Sentence ${claim.sentence_index + 1}`, context)
  })
}
