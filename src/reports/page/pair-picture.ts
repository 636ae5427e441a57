import { formatFigure } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { seriesMarker } from '../charts/chart-frame.ts'
import { type SeriesSpec, seriesChart } from '../charts/chart-series.ts'
import { headlineSentences } from '../overview/headline.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { seriesSpecs } from './html-series.ts'

/** Width and height in pixels, as sites show a picture beside a link. */
const pictureSize = { width: 1200, height: 630 } as const

const style =
  'text{font-family:"DejaVu Sans","Liberation Sans","Noto Sans",Arial,Helvetica,sans-serif;fill:#1a1c1e}.tick{font-size:10.5px;fill:#50565c}.grid{stroke:#c9ced3;stroke-width:.7;fill:none}' +
  '.axis{stroke:#50565c;stroke-width:1}.band{fill:#005a9c;fill-opacity:.2}.whisker{stroke:#005a9c;stroke-width:3;stroke-opacity:.35}.break{fill:#b34700;fill-opacity:.13}.line{fill:none;stroke-width:1.6}' +
  '.mark{stroke:#fff;stroke-width:.6}.s0{fill:#005a9c}.s1{fill:#b34700}.s2{fill:#00704e}.line.s0{stroke:#005a9c;fill:none}.line.s1{stroke:#b34700;fill:none;stroke-dasharray:6 2}.line.s2{stroke:#00704e;fill:none;stroke-dasharray:2 2}' +
  '.tick.dark{fill:#1a1c1e}.votes-same{fill:#005a9c}.votes-partial{fill:#9fc3e3;stroke:#005a9c;stroke-width:.5}.votes-opposing{fill:#b34700}.node{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}' +
  '.link{fill:none;stroke:#50565c;stroke-opacity:.32}.node-state{fill:#005a9c}.node-bloc{fill:#00704e}.node-organisation{fill:#8f3f78}.node-person{fill:#b34700}'

/**
 * Draws a pair as one picture for links and slides: its names, the first sentence of its headline and up to two of its yearly series.
 *
 * @param site   the name of the site, for the last line
 * @returns      SVG of 1200 by 630 pixels
 */
export function pairPicture(assessment: Assessment, site: string): string {
  const charts = chosenSeries(seriesSpecs(assessment, []))
  const [sentence = ''] = headlineSentences(assessment)
  return framedPicture(assessment, site, sentence, html`${charts.map((spec, i) => drawnSeries(spec, 60 + 560 * i))}`)
}

/**
 * Draws the goods trade of a pair as one picture for slides: each direction by year, with the range of reports.
 *
 * @param site   the name of the site, for the last line
 * @returns      SVG of 1200 by 630 pixels; without a chart where no source has their trade
 */
export function tradePicture(assessment: Assessment, site: string): string {
  const spec = tradeSeries(assessment)
  const summary = assessment.domains.find(({ id }) => id === 'trade')?.summary ?? ''
  if (spec === undefined) return framedPicture(assessment, site, 'No source on record has their trade.', undefined)
  const { body, width, height } = seriesChart(spec)
  const entries = spec.lines.map(({ name, points }, n) => {
    const last = points.at(-1)!
    const y = 350 + 84 * n
    return html`<g transform="translate(712 ${y - 8}) scale(2)">${seriesMarker(n, 0, 0)}</g><text x="734" y="${y}" style="font-size:25px;font-weight:700">${name}</text><text x="734" y="${y + 34}" style="font-size:25px">${narrowSpaces(formatFigure(last.value, spec.unit))} in ${String(last.year)}</text>`
  })
  return framedPicture(
    assessment,
    site,
    summary,
    html`<text x="60" y="268" style="font-size:21px;font-weight:700">Goods trade both ways, ${spec.unit} a year</text><svg x="60" y="280" width="600" height="290" viewBox="0 0 ${width} ${height}">${body}</svg>${entries}<text x="712" y="${350 + 84 * spec.lines.length}" style="font-size:19px;fill:#50565c">Bands: lowest to highest report.</text>`,
  )
}

/** The two directions, or where only totals are known their sum; undefined where nothing is. */
function tradeSeries({ a, b, overTime: { goods } }: Assessment): SeriesSpec | undefined {
  const ways = [
    ['a-to-b', `from ${a.name}`],
    ['b-to-a', `from ${b.name}`],
    ['both', 'both ways'],
  ] as const
  const all = ways.map(([direction, name]) => ({ name, points: goods.years.filter((one) => one.direction === direction) }))
  const directed = all.slice(0, 2).filter(({ points }) => points.length > 0)
  const lines = directed.length > 0 ? directed : all.slice(2).filter(({ points }) => points.length > 0)
  return lines.length === 0
    ? undefined
    : { id: 'trade', title: 'Goods trade', unit: goods.unit, lines, breaks: [], events: [], file: 'trade' }
}

/**
 * Frames a picture: the names, a sentence on up to three lines, what is drawn, and the record.
 *
 * @param height   in pixels; the last line stands at the foot
 */
export function framedPicture(
  { a, b, snapshot }: Assessment,
  site: string,
  sentence: string,
  drawing: Markup | undefined,
  height: number = pictureSize.height,
): string {
  const lines = firstLines(wrapped(narrowSpaces(sentence), 82), 3)
  const { width } = pictureSize
  const foot = height - 28
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${sentence}"><style>${style}</style><rect width="${width}" height="${height}" fill="#fff"/>
<text x="60" y="92" style="font-size:50px;font-weight:700">${a.name} – ${b.name}</text>
${lines.map((line, i) => html`<text x="60" y="${146 + 36 * i}" style="font-size:25px">${line}</text>`)}
${drawing}
<text x="60" y="${foot}" style="font-size:19px;fill:#50565c">Vis-à-vis, record of ${snapshot.created.slice(0, 10)}; sources on the page</text><text x="1140" y="${foot}" text-anchor="end" style="font-size:19px;fill:#50565c">${site}</text>
</svg>`.markup
}

function drawnSeries(spec: SeriesSpec, x: number): Markup {
  const { body, width, height } = seriesChart({ ...spec, breaks: [] })
  return html`<text x="${x}" y="288" style="font-size:21px;font-weight:700">${titleOf(spec)}</text><svg x="${x}" y="300" width="520" height="266" viewBox="0 0 ${width} ${height}">${body}</svg>`
}

/** Returns the title with the currency, and without the id of the source. */
function titleOf({ title, unit }: SeriesSpec): string {
  const plain = title.replace(/ \([a-z-]{1,30}\)/, '')
  return /^[A-Z]{3}$/.test(unit) ? `${plain}, ${unit}` : plain
}

/** Returns so many lines, the last one with an ellipsis if there are more. */
function firstLines(lines: readonly string[], most: number): string[] {
  const shown = lines.slice(0, most)
  return lines.length > most ? [...shown.slice(0, -1), `${shown.at(-1)!.replace(/[\s,;:.]+$/, '')} …`] : shown
}

/** Returns the share of same positions and goods trade, and otherwise what there is. */
function chosenSeries(specs: readonly SeriesSpec[]): SeriesSpec[] {
  const votes = specs.find(({ id }) => id === 'chart-series-agreement') ?? specs[0]
  const second = specs.find(({ id }) => id === 'chart-series-goods-trade') ?? specs.find(({ unit }) => unit !== votes?.unit)
  return [...new Set([votes, second])].filter((spec) => spec !== undefined)
}

/**
 * Breaks a text into lines of at most so many characters, at spaces.
 *
 * @example wrapped('one two three', 8)   // ['one two', 'three']
 */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
