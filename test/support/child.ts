export { type ChildOptions, type Outcome, runChild } from '../../src/conformance/child.js';
