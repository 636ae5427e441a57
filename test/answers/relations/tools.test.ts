import { test } from 'vitest'
import { askTools } from '../doors.ts'
import { relations } from '../questions.ts'

test('every tool on relations says what the record holds', () => askTools(relations))
