export { allGoods, type GoodsList, goodsListOf, highPriorityList } from './goods/goods-list.ts'
export { routes } from './routes/routes.ts'
export type { HubAnswer, RoutesAnswer } from './routes/routes-answer.ts'
export type { RoutesRequest } from './routes/routes-basis.ts'
