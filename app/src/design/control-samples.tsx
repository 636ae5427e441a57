import { useSignal } from '@preact/signals'
import { CopyButton } from '../data/copy-button.tsx'
import { OptionList } from '../finder/option-list.tsx'
import { PartyFinder } from '../finder/party-finder.tsx'
import { Menu } from '../frame/menu.tsx'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { YearPlayer } from '../world/year-player.tsx'
import { Panes } from './panes.tsx'

const longName = 'Saint Vincent and the Grenadines and the Bolivarian Republic of Venezuela'

/** Buttons, fields, menus and notes in each of their states. `as-hover` and `as-focus` show at rest how they look under the pointer and with the focus. */
export function ControlSamples() {
  return (
    <section aria-labelledby="controls">
      <h2 id="controls">Controls and notes</h2>
      <Panes title="Buttons" note="Normal, under the pointer, with the focus, pressed, disabled; small; a link.">
        {() => <Buttons />}
      </Panes>
      <Panes title="Fields" note="Empty, with a long name, with the focus, disabled.">
        {(theme) => <Fields theme={theme} />}
      </Panes>
      <Panes title="Finder" note="Empty; with suggestions, the second under the keyboard; nothing found.">
        {(theme) => <Finders theme={theme} />}
      </Panes>
      <Panes title="Menu" note="Closed and open.">
        {() => <Menus />}
      </Panes>
      <Panes title="Year player">{() => <Player />}</Panes>
      <Panes
        title="Notes"
        note="Waiting, an error with what to try, an error that may be asked again, a part that is not loaded, an old answer."
      >
        {() => <Notes />}
      </Panes>
      <Panes title="Tags and links">
        {() => (
          <p>
            <span class="tag">likely (61 to 74 %)</span> <span class="tag">moderate confidence</span> <span class="tag gap">no figure</span>{' '}
            <a href="/design">Components</a> <kbd>/</kbd> <code>visavis assess CHN RUS</code>
          </p>
        )}
      </Panes>
    </section>
  )
}

function Buttons() {
  return (
    <>
      <p class="row">
        <button type="button">Show</button>
        <button type="button" class="as-hover">
          Show
        </button>
        <button type="button" class="as-focus">
          Show
        </button>
        <button type="button" aria-pressed="true">
          Show
        </button>
        <button type="button" disabled>
          Show
        </button>
      </p>
      <p class="row">
        <button type="button" class="small">
          All 240
        </button>
        <a class="button" href="/design">
          Compare
        </a>
        <a class="button" href="/design" aria-current="true">
          A measure
        </a>
        <CopyButton what="code" text={() => 'code'} />
        <button type="button">Colour the map towards {longName}</button>
      </p>
    </>
  )
}

function Fields({ theme }: { readonly theme: string }) {
  return (
    <div class="row">
      <input type="text" aria-label={`Empty, ${theme}`} placeholder="rus, Moscow, EU …" />
      <input type="text" aria-label={`Long name, ${theme}`} value={longName} />
      <input type="text" class="as-focus" aria-label={`With the focus, ${theme}`} value="Kenya" />
      <input type="text" aria-label={`Disabled, ${theme}`} disabled value="Kenya" />
      <select aria-label={`Choice, ${theme}`}>
        <option>Place among all pairs</option>
        <option>{longName}</option>
      </select>
      <input type="range" aria-label={`Year, ${theme}`} min={1946} max={2025} value={2001} />
      <textarea aria-label={`Text, ${theme}`} rows={2}>
        China was Russia’s largest trading partner.
      </textarea>
    </div>
  )
}

const found = [
  { key: 'RUS', line: <PartyName name="Russia" code="RUS, Moscow" />, value: 'RUS' },
  { key: 'VCT', line: <PartyName name={longName} code="VCT" />, value: 'VCT' },
  { key: 'SUN', line: <PartyName name="Soviet Union (until 1991)" code="SUN" />, value: 'SUN' },
]

function PartyName({ name, code }: { readonly name: string; readonly code: string }) {
  return (
    <>
      {name} <span class="code">{code}</span>
    </>
  )
}

function Finders({ theme }: { readonly theme: string }) {
  return (
    <>
      <PartyFinder label={`Find a state or bloc, ${theme}`} onParty={() => undefined} />
      <div class="finder">
        <OptionList id={`design-${theme}`} choices={found} at={1} onPick={() => undefined} hidden={false} label={`Suggestions, ${theme}`} />
      </div>
      <div class="finder">
        <p class="finder-nothing">No state or bloc begins like this.</p>
      </div>
    </>
  )
}

function Menus() {
  const items = ['Table', 'SVG', 'PNG', 'CSV', 'Metadata, citation', 'Embed', 'Link']
  return (
    <div class="menus">
      <Menu label="Download">{items.map(entryOf)}</Menu>
      <Menu label="Download" open>
        {items.map(entryOf)}
      </Menu>
    </div>
  )
}

function entryOf(name: string) {
  return (
    <button key={name} type="button" aria-pressed={name === 'Table' ? 'true' : undefined} disabled={name === 'SVG'}>
      {name}
    </button>
  )
}

const years = Array.from({ length: 30 }, (_, i) => 1996 + i)

function Player() {
  const at = useSignal(20)
  return (
    <div class="world">
      <YearPlayer years={years} at={at} rested={() => undefined} />
    </div>
  )
}

const problem = { type: 'urn:visavis:error:UnknownState', title: 'No such state', status: 404, code: 'UnknownState' } as const

function Notes() {
  return (
    <>
      <p class="waiting">Assessing …</p>
      <ProblemNote problem={{ ...problem, detail: '"Rusia" is no state or bloc of the record.', hint: 'visavis states --name rus' }} />
      <ProblemNote
        problem={{ ...problem, status: 503, code: 'Busy', title: 'Too much at once', detail: `${longName} waits for its turn.` }}
      />
      <NotLoaded what="The map" />
      <p class="asking">This answer is dimmed while the next one is computed.</p>
    </>
  )
}
