import { AllMethods } from '../method/all-methods.tsx'
import { MethodOfFigure } from '../method/method-of-figure.tsx'
import { MethodPage } from '../method/method-page.tsx'
import { place } from '../place.ts'
import '../data/data.css'
import '../method/method.css'

/** What each figure is and how near it comes to published ones: `/method`; one measure: `/method/kappa`; of a figure: `/method?figure=gdp-share-a`. */
export function MethodView() {
  const { parts, query } = place.value
  const [id] = parts
  if (id !== undefined) return <MethodPage key={id} id={id} />
  const figure = query['figure']
  return figure === undefined ? <AllMethods /> : <MethodOfFigure key={figure} figure={figure} />
}
