/** The pair shown in README.md: a typical one, with data for half of the domains. */
export const examplePair: readonly [string, string] = ['KEN', 'TZA']

/** Path of the picture in README.md. */
export const examplePicture = 'docs/pictures/kenya-tanzania-votes.svg'

const shownChart = 'chart-series-kappa-quadratic'
/** The example block of README.md: the assessment as it is printed. */
export function exampleOf(printed: string): string {
  return ['```', `$ visavis assess ${examplePair.join(' ')}`, '', printed.trimEnd(), '```'].join('\n')
}

/** One chart of the assessment's HTML page as a separate file, with the page's colours. */
export function pictureOf(page: string): string {
  const drawing = new RegExp(`<svg [^>]*aria-labelledby="${shownChart}-title(?:.|\n)*?</svg>`).exec(page)?.[0]
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1]
  if (drawing === undefined || style === undefined) throw new Error(`the page has no ${shownChart}`)
  const [, size] = /viewBox="0 0 (\d+ \d+)"/.exec(drawing)!
  const [width, height] = size!.split(' ').map(Number) as [number, number]
  const ground = '<rect width="100%" height="100%" style="fill:var(--ground)"/>'
  const inside = `<style>${rulesFor(drawing, style)}</style>${ground}`
  const root = `<svg width="${2 * width}" height="${2 * height}" font-family="system-ui,-apple-system,sans-serif" `
  return `${drawing.replace('<svg ', root).replace('</desc>', `</desc>\n${inside}`)}\n`
}

/** The colours and class rules of a style sheet that a drawing uses. */
function rulesFor(drawing: string, style: string): string {
  const used = new Set([...drawing.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names!.split(' ')))
  const colours = /:root\{[^}]*\}/.exec(style)?.[0] ?? ''
  const dark = /@media \(prefers-color-scheme:dark\)\{:root\{[^}]*\}\}/.exec(style)?.[0] ?? ''
  const rules = [...style.matchAll(/(?:^|\})(?=([^{}@]+\{[^{}]*\}))/gm)].map(([, rule]) => rule!.trim())
  const wanted = rules.filter((rule) => {
    const classes = [...rule.slice(0, rule.indexOf('{')).matchAll(/\.([\w-]+)/g)].map(([, name]) => name!)
    return rule.startsWith('svg text{') || (rule.startsWith('.') && classes.every((name) => used.has(name)))
  })
  return ['', colours, dark, ...new Set(wanted), ''].join('\n')
}
