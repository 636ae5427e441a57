import { percentWords } from '../../../../src/server/wording.ts'
import { requestUrl } from '../../api/client.ts'
import { skillWords } from '../../charts/skill-mark.tsx'
import { capital } from '../assessment-values.ts'
import { chosenHorizon, isSkillShown, type Outlook, type Target, yearsText } from './outlook-words.ts'

/** From this probability at any horizon on, joining a bloc is listed. */
const leastListed = 0.01

/** Events at the chosen horizon: probability, base rate, whether skill was shown, and how each is settled. */
export function EventsTable({ outlook }: { readonly outlook: Outlook }) {
  const events = outlook.targets.filter(({ probability }) => probability !== null)
  const remote = new Set(
    events
      .map(({ id }) => id)
      .filter((id) => id.startsWith('bloc-joining') && events.every((one) => one.id !== id || one.probability! < leastListed)),
  )
  const horizon = chosenHorizon()
  const shown = events.filter((one) => one.horizon === horizon && !remote.has(one.id))
  const pair = { a: outlook.a.iso3, b: outlook.b.iso3 }
  const name = `${pair.a}-${pair.b}-outlook`
  return (
    <>
      <section class="scroll" tabIndex={0} aria-label="Events">
        <table class="events">
          <caption class="visually-hidden">Probabilities of events, {yearsText(horizon)} ahead</caption>
          <thead>
            <tr>
              <th scope="col">event</th>
              <th scope="col" class="number">
                probability
              </th>
              <th scope="col" class="number">
                base rate
              </th>
              <th scope="col">skill over the base rate, 90 % interval</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <EventRow key={one.id} event={one} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="soft small">
        Probability: that the event comes within the period. Skill: gain in the log score over the base rate in the back-test; for moves of
        standing, in the Brier score.
        {remote.size > 0 && ' Joining a bloc is left out where it is less likely than 1 % at every horizon; the files have all.'}
      </p>
      <p class="row no-print">
        <span>All forecasts, with the rule by which each is settled:</span>
        {(['csv', 'json', 'md'] as const).map((format) => (
          <a key={format} class="button small" href={requestUrl('outlook', pair, format)} download={`${name}.${format}`}>
            {format === 'md' ? 'Markdown' : format.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  )
}

function EventRow({ event }: { readonly event: Target }) {
  const { title, period, probability, baseline, skill, basis, resolution } = event
  const isBase = probability === baseline && skill === null
  return (
    <tr>
      <th scope="row">
        {capital(title)}, {period}
        <details>
          <summary class="small">How it is settled</summary>
          <div class="small">
            {basis !== undefined && <p>{basis.definition}</p>}
            <p>
              {resolution.rule} Source: {resolution.source}, {resolution.vintage}; from {resolution.day}.
            </p>
            {basis !== undefined && (
              <>
                <p>Base rate of {basis.baseRateOf}.</p>
                <p>
                  {basis.basis} {basis.change}
                </p>
              </>
            )}
          </div>
        </details>
      </th>
      <td class="number">
        <b>{percentWords(probability!)}</b>
      </td>
      <td class="number">{percentWords(baseline)}</td>
      <td>
        {isSkillShown(event) ? (
          skillWords(skill)
        ) : (
          <>
            <b>no skill shown</b>
            {isBase ? ': the base rate is the forecast' : skill === null ? '' : `: ${skillWords(skill)}`}
          </>
        )}
      </td>
    </tr>
  )
}
