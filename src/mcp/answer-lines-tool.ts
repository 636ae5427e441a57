import { type CallToolResult, type McpServer, ResourceNotFoundError, type ServerContext } from '@modelcontextprotocol/server'
import { z } from 'zod'
import { VisavisError } from '../errors.ts'
import { dataNotice, finishFences, withNotice } from './fence.ts'
import { isUnfencedType } from './render-fenced.ts'
import { readAnswer } from './resources.ts'
import type { McpSession } from './session.ts'
import { structuredSchema } from './structured-answer.ts'
import { errorResult } from './tool-call.ts'

/** Most characters of one page of lines. */
const pageLimit = 12_000

const inputs = z.strictObject({
  uri: z.string().describe('where it is: visavis://answers/….md, as an answer names it'),
  words: z.string().min(1).max(200).optional().describe('only lines that have these words, in whatever case'),
  line: z.number().int().min(1).default(1).describe('first line'),
})

/** Adds a tool that reads a long answer page by page, as many clients give an assistant no access to resources. */
export function addAnswerLines(server: McpServer, session: McpSession): void {
  const card = {
    title: 'A part of a long answer',
    description:
      'Reads an answer that was given in short, from a line on, or only the lines with some words; some 12,000 characters at a time. Forms: md or table to be read, csv and json with every row.',
    inputSchema: inputs,
    outputSchema: structuredSchema,
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }
  server.registerTool('answer_lines', card, (given, request) => answerLines(given, request, session))
}

async function answerLines(
  { uri, words, line }: z.infer<typeof inputs>,
  request: ServerContext,
  session: McpSession,
): Promise<CallToolResult> {
  try {
    const { body, type } = await readAnswer(uri, request, session)
    if (typeof body !== 'string') throw new VisavisError('Usage', `${uri} is not text`)
    const { text, ...answer } = pageOfLines(body.split('\n'), words, line)
    const { shown, found } = answer
    return {
      content: [{ type: 'text', text: isUnfencedType(type) ? `${dataNotice}\n\n${text}` : withNotice(finishFences(text)) }],
      // the lines themselves stand in the text alone: they would be there twice
      structuredContent: { answer, left: found > shown ? { lines: found - shown } : {}, uri },
    }
  } catch (thrown) {
    const here = thrown instanceof ResourceNotFoundError
    return errorResult(
      here ? new VisavisError('BadInput', `no such answer was given here: ${uri}`, { hint: 'ask the question again' }) : thrown,
      session,
    )
  }
}

/** A page of lines, and where it is in the whole. */
interface LinePage {
  readonly text: string
  /** Lines of the whole, lines that were looked for from the first on, and those of them on this page. */
  readonly lines: number
  readonly found: number
  readonly shown: number
  /** The line to go on with; null at the end. */
  readonly next: number | null
}

/** Returns a page of numbered lines, as many as fit, and the number of the line to continue with. */
function pageOfLines(all: readonly string[], words: string | undefined, from: number): LinePage {
  const wanted = words?.toLowerCase()
  const numbered = all.map((text, i) => ({ text, number: i + 1 }))
  const found = numbered.filter(
    ({ text, number }) => number >= from && (wanted === undefined || finishFences(text).toLowerCase().includes(wanted)),
  )
  const ends = cumulativeSums(found.map(({ text }) => Math.min(text.length, pageLimit) + 8))
  const shown = found.filter((_, i) => i === 0 || ends[i]! <= pageLimit)
  const lines = shown.map(({ text, number }) => `${number}: ${text.slice(0, pageLimit)}`)
  const next = found[shown.length]
  const foot =
    next === undefined ? `(the end; ${all.length} lines in all)` : `(${found.length - shown.length} more; go on with line ${next.number})`
  return { text: [...lines, foot].join('\n'), lines: all.length, found: found.length, shown: shown.length, next: next?.number ?? null }
}

function cumulativeSums(lengths: readonly number[]): number[] {
  let end = 0
  return lengths.map((length) => {
    end += length
    return end
  })
}
