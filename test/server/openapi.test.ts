import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { operations } from '../../src/operations/catalogue.ts'
import { type Opened, openServer } from './open-server.ts'

type Json = Readonly<Record<string, unknown>>

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Method>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

interface Method {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly required: boolean; readonly schema: Json }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> }
  readonly responses: { readonly '200'?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> } }
}

async function described({ ask }: Opened): Promise<Document> {
  return (await ask('/api/v1/openapi.json')).json<Document>()
}

function compiled(schema: Json): ValidateFunction {
  // `unknown` formats and annotations of OpenAPI are no faults of a schema
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.compile(schema)
}

/** One question of each operation, as it is asked by GET, or by POST where it writes. */
const questions: Readonly<Record<string, string>> = {
  assess: 'a=CHN&b=RUS',
  evidence: 'a=CHN&b=RUS&figure=kappa',
  compare: 'pairs=CHN%2BRUS&pairs=USA%2BIND',
  dyads: 'state=Russia&to=1960&draws=100',
  'measure similarity': 'a=CHN&b=RUS&year=2018&draws=100',
  'measure ideal-points': 'a=CHN&b=RUS&from=2023',
  mirror: 'a=CHN&b=RUS&from=2012',
  composite: 'a=CHN&b=RUS&weights=votes%3D2,blocs%3D1,trade%3D1',
  votes: 'a=CHN&b=RUS&split=opposing',
  ledger: 'a=CHN&b=RUS&from=2022',
  stakeholders: 'a=CHN&b=RUS',
  world: 'of=CHN&year=2024',
  communities: 'year=1950&resamples=20',
  find: 'text=rus%20chi',
  states: 'name=Germany&on=1985',
  sources: 'all=true',
  indicators: '',
  cite: 'style=bibtex',
  'claims due': '',
}
