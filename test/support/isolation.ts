import { isolation as findIsolation } from '../../src/conformance/isolation.js';

export { isolated } from '../../src/conformance/isolation.js';

/**
 * What to put before a command so that it runs in an IPC namespace of its own. Undefined where the system refuses;
 * then tests have to run one after the other.
 */
export const isolation: readonly string[] | undefined = findIsolation();

if (isolation === undefined) {
  process.stderr.write(
    'unshare --ipc is refused here: the Perl tests share the IPC objects of this machine, one at a time\n',
  );
}
