import { Panes } from './panes.tsx'

const sizes = ['xs', 's', 'm', 'base', 'l', 'xl', 'xxl'] as const
const rooms = [1, 2, 3, 4, 5, 6] as const

/** The colours by what they are for. */
const colours: readonly (readonly [string, readonly string[]])[] = [
  ['Grounds, text and lines', ['ground', 'wash', 'raised', 'ink', 'soft', 'line']],
  ['Series, in order; each has a dash and a mark of its own as well', ['s0', 's1', 's2', 's3', 's4', 's5']],
  ['Marks and verdicts', ['mark', 'tint', 'warn', 'good']],
  ['Sequential steps of maps', ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6']],
  ['Diverging steps of maps', ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']],
  ['Sea, and areas that are no state', ['sea', 'none']],
]

/** Type, room and colours, as app/src/style/tokens.css has them. */
export function TokenSamples() {
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">Tokens</h2>
      <h3>Type</h3>
      <ul class="scale">
        {sizes.map((size) => (
          <li key={size} style={{ fontSize: `var(--text-${size})` }}>
            text-{size}: China and Russia, USD 245 bn (90 %: 240 to 251)
          </li>
        ))}
      </ul>
      <h3>Room</h3>
      <ul class="rooms">
        {rooms.map((room) => (
          <li key={room}>
            <i style={{ width: `var(--room-${room})` }} /> room-{room}
          </li>
        ))}
      </ul>
      {colours.map(([title, names]) => (
        <Panes key={title} title={title}>
          {() => (
            <ul class="swatches">
              {names.map((name) => (
                <li key={name}>
                  <i style={{ background: `var(--${name})` }} />
                  {name}
                </li>
              ))}
            </ul>
          )}
        </Panes>
      ))}
    </section>
  )
}
