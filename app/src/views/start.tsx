import { useEffect } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import { openComparison } from '../finder/open-comparison.ts'
import { PairFinder } from '../finder/pair-finder.tsx'
import { PartyFinder } from '../finder/party-finder.tsx'
import { lastYearOf } from '../finder/suggestions.tsx'
import { MovedPairs } from '../home/moved-pairs.tsx'
import { StandingMap } from '../home/standing-map.tsx'
import { navigate, route, urlOf } from '../route.ts'
import '../home/home.css'

/** Suggested pairs, each of which has a ledger. */
const suggestedPairs = [
  ['CHN', 'RUS', 'China and Russia'],
  ['USA', 'IND', 'United States and India'],
  ['CHN', 'PAK', 'China and Pakistan'],
  ['RUS', 'IRN', 'Russia and Iran'],
  ['USA', 'JPN', 'United States and Japan'],
] as const

/** Questions of other pages, to show what may be asked. */
const questions = [
  ['/compare?pairs=VNM-CHN,VNM-USA', 'Is Vietnam closer to China or to the United States?'],
  ['/what-if?show=pair&a=IND&b=CHN', 'Who would lose more if India and China cut trade?'],
  ['/read', 'Is this paragraph right?'],
] as const

const pages = [
  [
    'dyad',
    'Dyad',
    'how two states or blocs stand to each other from diplomacy and conflict to trade and narrative, since when, and how sure that is',
  ],
  ['world', 'World', 'one measure of every state towards one of them, on a map, year by year'],
  ['read', 'Read', 'what a text says, claim by claim, beside the rows that bear it out or not'],
  ['compare', 'Compare', 'several pairs beside each other'],
  ['what-if', 'What if', 'what tariffs, bans or a coalition would cost whom, by a model whose data and code are open'],
  ['routes', 'Routes', 'through whom goods go round an export ban, with placebos and both sides’ reports'],
  ['track-record', 'Track record', 'how good our forecasts were: skill, bands, probabilities, votes, and those that were issued'],
  ['data', 'Data', 'what the figures rest on: sources, years, licences, citations; add files of your own'],
  ['method', 'Method', 'each measure: formula, reference, and the published numbers that it reproduces'],
] as const

/** The start page: finder, pairs that moved, a map of how every state stands to one, and links to the other pages. */
export function StartView() {
  const [one] = route.value.parts
  return one === undefined ? <Welcome /> : <SecondParty first={one} />
}

const toPair = (a: string, b: string, to: string | undefined): void => navigate(urlOf('dyad', [a, b], { to }))

function Welcome() {
  useEffect(() => {
    document.title = 'Vis-à-vis'
  }, [])
  return (
    <div class="home">
      <div>
        <h1>How do two states stand to each other?</h1>
        <p>
          Measured from open data: every figure has its interval, its source and the rows behind it. Gaps are labelled, never filled in.
        </p>
        <div class="find-first">
          <PairFinder label="Find two states or blocs to begin with" onPair={toPair} onComparison={openComparison} />
        </div>
        <p class="row small suggested">
          {suggestedPairs.map(([a, b, name]) => (
            <a key={name} href={urlOf('dyad', [a, b])}>
              {name}
            </a>
          ))}
        </p>
        <p class="row small asked">
          {questions.map(([address, question]) => (
            <a key={address} href={address}>
              {question}
            </a>
          ))}
        </p>
        <MovedPairs />
      </div>
      <StandingMap />
      <section class="all-pages">
        <h2>What each page is for</h2>
        <dl class="pages">
          {pages.map(([view, name, what]) => (
            <div key={view}>
              <dt>
                <a href={view === 'dyad' ? urlOf('dyad', ['CHN', 'RUS']) : urlOf(view)}>{name}</a>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <p class="soft small">
          From any page, <kbd>/</kbd> goes to the finder above. Names, codes, capitals, blocs and other languages are understood; of two
          names the first letters will do, and three ask to which of two a state is closer: “vietnam china usa”. Nothing leaves this
          machine.
        </p>
      </section>
    </div>
  )
}

/** Asks for the second party if the URL has only one, and suggests pairs. */
function SecondParty({ first }: { readonly first: string }) {
  const { answer } = useAnswer('find', { text: first, limit: 6 }).value
  const party = answer?.parties[0]
  const name = party?.exact === true ? party.name : first
  useEffect(() => {
    document.title = `${name} and whom? – Vis-à-vis`
  }, [name])
  return (
    <>
      <h1>{name} and whom?</h1>
      <p>A pair has two sides. Name the other state or bloc.</p>
      <div class="find-first">
        <PartyFinder label={`The other side beside ${name}`} onParty={(id, _, to) => toPair(party?.id ?? first, id, to)} />
      </div>
      {party?.exact === true && answer!.pairs.length > 0 && (
        <p class="row">
          <span>Or begin with</span>
          {answer!.pairs.map(({ a, b }) => (
            <a key={b.id} class="button" href={urlOf('dyad', [a.id, b.id], { to: lastYearOf([a, b]) })}>
              {a.name} and {b.name}
            </a>
          ))}
        </p>
      )}
    </>
  )
}
