/** The conformance suite for other Perls (docs/conformance.md). */
export { type ConformanceOptions, conformance, type EmbeddedPerl, packageFolder } from './conformance.js';
export { asTable, asTap } from './render.js';
export type { Counts, Failure, ProgramOutcome, Report, Subject } from './report.js';
export { type SubjectKind, type SuiteFile, suite } from './suite.js';
