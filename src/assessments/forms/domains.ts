export { type DomainId, domains } from '../../memory/catalogue/domain-ids.ts'
