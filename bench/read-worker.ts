import { workerData } from 'node:worker_threads'
import nlp from 'compromise'

/** What compromise takes to part texts into sentences and to tag their words; it looks for no claim and tests none. */
for (const text of workerData as readonly string[]) nlp(text).sentences().json()
