export { packageFile, packageVersion } from '../store/package-files.ts'
