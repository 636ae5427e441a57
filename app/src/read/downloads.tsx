import { useSignal } from '@preact/signals'
import type { Problem } from '../../../src/server/answer-types.ts'
import { savedForecastsLine } from '../../../src/server/wording.ts'
import { answerFile, RequestFailed } from '../api/client.ts'
import { saveFile } from '../figures/figure-files.ts'
import { Menu } from '../frame/menu.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import { type Answer, closeText, readInput, saveForecastsOf, withReference } from './reading-state.ts'
import { inputName, type ReadRequest } from './text-input.ts'

const forms = [
  ['html', 'Annotated page'],
  ['md', 'Markdown'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
] as const

interface ReadDownloadsProps {
  readonly toRead: ReadRequest
  readonly answer: Answer
}

/** Shows the downloads of the answer, a button that saves its forecasts until they come due, and a link to the next text. */
export function ReadDownloads({ toRead, answer }: ReadDownloadsProps) {
  const problem = useSignal<Problem | undefined>(undefined)
  const said = useSignal('')
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    problem.value = undefined
    try {
      await work()
    } catch (thrown) {
      if (!(thrown instanceof RequestFailed)) throw thrown
      problem.value = thrown.problem
    }
  }
  const take = (form: string): Promise<void> =>
    attempt(async () => {
      const file = await withReference(toRead, (reference) => answerFile('read', readInput(toRead, reference), form))
      saveFile(`${fileName(toRead)}-read.${form}`, file)
    })
  const keep = (): Promise<void> =>
    attempt(async () => {
      said.value = savedForecastsLine(await saveForecastsOf(toRead))
    })
  return (
    <>
      <div class="row no-print">
        <Menu label="Download" class="page-files">
          {forms.map(([form, name]) => (
            <button key={form} type="button" data-choice onClick={() => void take(form)}>
              {name}
            </button>
          ))}
        </Menu>
        {holdsForecasts(answer) && (
          <button type="button" class="small" onClick={() => void keep()}>
            Keep its forecasts
          </button>
        )}
        <button type="button" class="small" onClick={closeText}>
          Change the text, or read another
        </button>
      </div>
      <p role="status" class="small">
        {said.value !== '' && (
          <>
            {said.value} <a href={urlOf('read', [], { due: '1' })}>How those that are due came out</a>
          </>
        )}
      </p>
      {problem.value !== undefined && <ProblemNote problem={problem.value} />}
    </>
  )
}

/** Whether the text has forecasts or announcements; of these, the server saves those about a future day. */
function holdsForecasts({ claims }: Answer): boolean {
  return claims.some(({ kind }) => kind === 'forecast' || kind === 'attribution')
}

function fileName({ brought }: ReadRequest): string {
  const last = inputName(brought)
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .at(-1)!
  return last.replace(/\.[a-z0-9]{1,8}$/i, '') || 'text'
}
