import { test } from 'vitest'
import { askCommands } from '../doors.ts'
import { texts } from '../questions.ts'

test('every command on texts says what the record holds', () => askCommands(texts))
