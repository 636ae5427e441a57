import type { Hono } from 'hono'
import type { Answers } from '../../operations/answer-types.ts'
import { pairPicture } from '../../reports/page/pair-picture.ts'
import { etagOf } from '../answer-cache.ts'
import { matchesEtag } from '../content-encoding.ts'
import { problemOf, problemResponse } from '../problem.ts'
import type { ServerState } from '../server-state.ts'
import { fromAssessment } from './pair-assessment.ts'

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

/** Adds the picture of a pair, for links and slides: `/picture/dyad/CHN/RUS/standing.png`, or `.svg`. */
export function addPictures(app: Hono, workbench: ServerState, site: string): void {
  app.get('/picture/dyad/:a/:b/:file{standing\\.(svg|png)}', async (c) => {
    const { a, b, file } = c.req.param() as { a: string; b: string; file: string }
    const isPng = file.endsWith('.png')
    if (isPng && !(await drawsPng()))
      return problemResponse(
        problemOf('NotOffered', 'this server draws no PNG', `the same picture as SVG: /picture/dyad/${a}/${b}/standing.svg`),
      )
    const make = (assessment: Answers['assess']): Promise<Uint8Array> | Uint8Array => {
      const svg = pairPicture(assessment, site)
      return isPng ? drawn(svg) : new TextEncoder().encode(svg)
    }
    const tag = etagOf([workbench.version, workbench.open?.record.id, file, a, b, workbench.today()])
    const headers = { etag: tag, 'cache-control': 'public, max-age=3600' }
    const body = await fromAssessment({ a, b }, { name: file, make }, workbench, c.req.raw.signal).catch((cause) => {
      throw workbench.open?.refusalFor(cause, {}) ?? cause
    })
    if (matchesEtag(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers })
    return new Response(body.slice(), { headers: { ...headers, 'content-type': isPng ? 'image/png' : 'image/svg+xml' } })
  })
}

async function drawn(svg: string): Promise<Uint8Array> {
  const resvg = (await rasteriser())!
  return new Uint8Array((await resvg.renderAsync(svg, { font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans' } })).asPng())
}
