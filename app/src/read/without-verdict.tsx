import { bearingHead, quotedLine } from '../../../src/server/wording.ts'
import type { Answer } from './reading-state.ts'

/** What the record measures of the sentences without a verdict, each with the page that shows it, and whom the text quotes. */
export function WithoutVerdict({ answer: { bearing, quoted } }: { readonly answer: Answer }) {
  if (bearing.length + quoted.length === 0) return null
  return (
    <section aria-labelledby="without-verdict">
      <h2 id="without-verdict" tabIndex={-1}>
        Without a verdict
      </h2>
      {bearing.length > 0 && (
        <>
          <p>{bearingHead}:</p>
          <ul>
            {bearing.map(({ what, command, sentences }) => (
              <li key={command}>
                <a href={pageOf(command)}>{`${what.charAt(0).toUpperCase()}${what.slice(1)}`}</a>{' '}
                <span class="small soft">
                  ({sentences.length === 1 ? 'sentence' : 'sentences'}{' '}
                  {sentences.map((index, i) => (
                    <span key={index}>
                      {i > 0 && ', '}
                      <a href={`#sentence-${index + 1}`}>{index + 1}</a>
                    </span>
                  ))}
                  ; <code>{command}</code>)
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {quoted.length > 0 && <p>{quotedLine(quoted)}</p>}
    </section>
  )
}

/** The page that shows what a command prints: the domain of the pair, what each side loses, the outlook, or the pair. */
function pageOf(command: string): string {
  const [, name, first = '', second = '', ...rest] = command.split(' ')
  const [a = '', b = ''] = name === 'compare' ? first.split('-') : [first, second]
  if (name === 'compare') return `/dyad/${a}/${b}?domain=${rest.at(-1)}#domains`
  if (name === 'leverage') return `/what-if?show=pair&a=${a}&b=${b}`
  return `/dyad/${a}/${b}${name === 'outlook' ? '#outlook' : ''}`
}
