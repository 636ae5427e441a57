import { test } from 'vitest'
import { askTools } from '../doors.ts'
import { models } from '../questions.ts'

test('every tool on models says what the record holds', () => askTools(models))
