import { test } from 'vitest'
import { askTools } from '../doors.ts'
import { texts } from '../questions.ts'

test('every tool on texts says what the record holds', () => askTools(texts))
