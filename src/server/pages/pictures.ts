import type { Hono } from 'hono'
import { VisavisError } from '../../errors.ts'
import type { Answers } from '../../operations/answer-types.ts'
import { pairPicture, tradePicture } from '../../reports/page/pair-picture.ts'
import { ledgerPicture, networkPicture, thirdStatesPicture, votesPicture } from '../../reports/page/section-pictures.ts'
import { type CachedAnswer, etagOf } from '../answer-cache.ts'
import { matchesEtag } from '../content-encoding.ts'
import { keptAnswer } from '../operation-routes.ts'
import { problemOf, problemResponse } from '../problem.ts'
import { notModified, respond } from '../respond.ts'
import type { ServerState } from '../server-state.ts'
import { answerOfPair } from './pair-assessment.ts'

type Resvg = typeof import('@resvg/resvg-js')

let loaded: Promise<Resvg | undefined> | undefined

/** Loads the library that turns SVG into PNG; undefined where it is not installed or the machine has no font. */
function rasteriser(): Promise<Resvg | undefined> {
  loaded ??= import('@resvg/resvg-js').then(
    (resvg) => {
      const probe =
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20"><text y="15" font-family="DejaVu Sans,Arial,sans-serif">Aa</text></svg>'
      return new resvg.Resvg(probe, { font: { loadSystemFonts: true } }).getBBox() === undefined ? undefined : resvg
    },
    () => undefined,
  )
  return loaded
}

/** Whether this machine can draw PNG. */
export async function drawsPng(): Promise<boolean> {
  return (await rasteriser()) !== undefined
}

/** The charts of a pair of which there is a picture, by the names of their views alone. */
const charts = 'standing|trade|votes-by-topic|third-states-[A-Za-z-]{1,40}|ledger-by-year|stakeholders'

/** Adds the pictures of a pair, for links and slides: `/picture/dyad/CHN/RUS/standing.png`, `trade.png` and others, or the same as `.svg`. */
export function addPictures(app: Hono, workbench: ServerState, site: string): void {
  app.get(`/picture/dyad/:a/:b/:file{(${charts})\\.(svg|png)}`, async (c) => {
    const { a, b, file } = c.req.param() as { a: string; b: string; file: string }
    const isPng = file.endsWith('.png')
    if (isPng && !(await drawsPng()))
      return problemResponse(
        problemOf(
          'NotOffered',
          'this server draws no PNG',
          `the same picture as SVG: /picture/dyad/${a}/${b}/${file.replace('.png', '.svg')}`,
        ),
      )
    const tag = etagOf([workbench.version, workbench.open?.record.id, file, a, b, workbench.today()])
    const headers = { etag: tag, 'cache-control': 'public, max-age=3600' }
    const work = async (signal: AbortSignal): Promise<CachedAnswer> => {
      const svg = await pictureOf(file.replace(/\.\w+$/, ''), site, (operation) => answerOfPair(operation, { a, b }, workbench, signal))
      return isPng ? { body: await drawn(svg), type: 'image/png' } : { body: new TextEncoder().encode(svg), type: 'image/svg+xml' }
    }
    const picture = await keptAnswer(tag, workbench, c.req.raw.signal, work).catch((cause) => {
      throw workbench.open?.refusalFor(cause, {}) ?? cause
    })
    if (matchesEtag(c.req.header('if-none-match'), tag)) return notModified(headers)
    return respond(picture, headers, { named: false, accepted: c.req.header('accept-encoding') })
  })
}

/** Answers a question on the pair. */
type Ask = <Name extends 'assess' | 'ledger' | 'stakeholders'>(operation: Name) => Promise<Answers[Name]>

/**
 * Draws a chart of a pair as SVG.
 *
 * @throws VisavisError NoCoverage where the pair has no such chart; as the operations do
 */
async function pictureOf(chart: string, site: string, ask: Ask): Promise<string> {
  const assessment = await ask('assess')
  const draw = async (): Promise<string | undefined> => {
    switch (chart) {
      case 'standing':
        return pairPicture(assessment, site)
      case 'trade':
        return tradePicture(assessment, site)
      case 'votes-by-topic':
        return votesPicture(assessment, site)
      case 'ledger-by-year':
        return ledgerPicture(assessment, await ask('ledger'), site)
      case 'stakeholders':
        return networkPicture(assessment, await ask('stakeholders'), site)
      default:
        return thirdStatesPicture(assessment, chart.slice('third-states-'.length), site)
    }
  }
  const svg = await draw()
  if (svg === undefined)
    throw new VisavisError('NoCoverage', 'this pair has no such chart', {
      hint: `the page of the pair has all that there are: /dyad/${assessment.a.iso3}/${assessment.b.iso3}`,
    })
  return svg
}

async function drawn(svg: string): Promise<Uint8Array> {
  const resvg = (await rasteriser())!
  return new Uint8Array((await resvg.renderAsync(svg, { font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans' } })).asPng())
}
