import { test } from 'vitest'
import { askCommands } from '../doors.ts'
import { models } from '../questions.ts'

test('every command on models says what the record holds', () => askCommands(models))
