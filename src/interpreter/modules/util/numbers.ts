/** The operators that modules need, under one name each. */
export { add, mul as multiply } from '../../operators/arithmetic.js';
