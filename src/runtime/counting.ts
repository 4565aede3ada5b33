/** Are references counted (interpreter/lifetime)? Set once, when the first program that can see it is compiled. */
export const counting = { on: false };
