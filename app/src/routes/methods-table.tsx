import { formatShare } from '../../../src/server/wording.ts'
import type { Hub, RoutesOf } from './routes-route.ts'

const signed = (share: number): string => `${share >= 0 ? '+' : ''}${formatShare(share)}`

/** The methods side by side for each hub; they are not averaged. */
export function MethodsTable({ answer }: { readonly answer: RoutesOf }) {
  const hubs = answer.hubs.filter(({ methods }) => methods.did !== null).slice(0, 15)
  return (
    <>
      <section class="scroll" tabIndex={0} aria-label="Methods by hub">
        <table>
          <caption class="visually-hidden">Effects on EU exports of all goods by year, by four methods</caption>
          <thead>
            <tr>
              <th scope="col">Hub</th>
              {[
                'Growth over expected',
                'Difference in differences',
                'Permutation p',
                'Synthetic control',
                '90 % interval',
                'Place',
                'A date before',
                'Pre-trend',
                'Specifications above zero',
              ].map((title) => (
                <th key={title} scope="col" class="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hubs.map((hub) => (
              <Row key={hub.iso3} hub={hub} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="under">
        Growth over expected is of the goods chosen; the other columns are of all goods by year. Place: of the synthetic gap among placebo
        states. A date before: the effect that a pretended ban four years earlier seems to have. Pre-trend: the largest difference before,
        over the mean after; at 1 or more the past moved as much.
      </p>
    </>
  )
}

function Row({ hub }: { readonly hub: Hub }) {
  const { did, synthetic_control: control, pretrend, specifications } = hub.methods
  const cells = [
    hub.growth === null ? 'unknown' : `${hub.growth.toPrecision(3)} / ${hub.expected_growth.toPrecision(3)}`,
    did === null ? '' : signed(did.effect),
    did === null ? '' : did.permutation_p.toPrecision(2),
    control === null ? '' : signed(control.effect),
    control === null ? '' : `${signed(control.low90)} to ${signed(control.high90)}`,
    control === null ? '' : `${control.rank} of ${control.of}`,
    control?.in_time == null ? '' : signed(control.in_time.effect),
    pretrend === null ? '' : pretrend.toPrecision(2),
    specifications === null ? '' : `${specifications.above_zero} of ${specifications.count}`,
  ]
  return (
    <tr>
      <th scope="row">{hub.name}</th>
      {cells.map((cell, i) => (
        <td key={String(i)} class="number">
          {cell}
        </td>
      ))}
    </tr>
  )
}
