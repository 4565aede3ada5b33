// perl's command line for zeroperl: run.mjs DIST SWITCHES... SCRIPT ARGUMENTS...; ZEROPERL_INCLUDE are folders for @INC.
const [dist, ...args] = process.argv.slice(2);
const { runZeroPerl } = await import(`${dist}/hosts/zeroperl/index.js`);
const include = (process.env.ZEROPERL_INCLUDE ?? '').split(':').filter((folder) => folder !== '');
const linuxErrno = process.env.ZEROPERL_ERRNO !== 'own';
process.exitCode = runZeroPerl({ args, env: process.env, cwd: process.cwd(), include, linuxErrno });
