import { AllMethods } from '../method/all-methods.tsx'
import { MethodPage } from '../method/measure-page.tsx'
import { MethodOfFigure } from '../method/method-of-figure.tsx'
import { route } from '../route.ts'
import '../data/data.css'
import '../method/method.css'

/** How figures are computed and checked: all measures (`/method`), one measure (`/method/kappa`), or the measure of a figure (`/method?figure=gdp-share-a`). */
export function MethodView() {
  const { parts, query } = route.value
  const [id] = parts
  if (id !== undefined) return <MethodPage key={id} id={id} />
  const figure = query['figure']
  return figure === undefined ? <AllMethods /> : <MethodOfFigure key={figure} figure={figure} />
}
