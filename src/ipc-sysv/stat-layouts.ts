import { currentAbi, type FieldLayout } from '../abi/current-abi.js';

/** How a stat class maps onto its C struct: the fields in the order of the object's array. */
export interface StatLayout {
  readonly size: number;
  readonly fields: readonly FieldLayout[];
}

export type StatClass = keyof typeof statFields;

/** The accessors of each class, in array order, and the C struct with the prefix of its fields. */
export const statFields = {
  'IPC::SharedMem::stat': {
    struct: 'shmid_ds',
    prefix: 'shm_',
    names: 'uid gid cuid cgid mode segsz lpid cpid nattch atime dtime ctime',
  },
  // ctime before otime, unlike the struct.
  'IPC::Semaphore::stat': { struct: 'semid_ds', prefix: 'sem_', names: 'uid gid cuid cgid mode ctime otime nsems' },
  'IPC::Msg::stat': {
    struct: 'msqid_ds',
    prefix: 'msg_',
    names: 'uid gid cuid cgid mode qnum qbytes lspid lrpid stime rtime ctime',
  },
} as const;

const layouts = new Map<StatClass, StatLayout>();

/** The layout of a stat class on this platform. */
export function statLayout(className: StatClass): StatLayout {
  let layout = layouts.get(className);
  if (layout === undefined) {
    layout = resolve(className);
    layouts.set(className, layout);
  }
  return layout;
}

function resolve(className: StatClass): StatLayout {
  const { struct, prefix, names } = statFields[className];
  const { structs } = currentAbi();
  const whole: { readonly size: number; readonly fields: Readonly<Record<string, FieldLayout>> } = structs[struct];
  const owner: Readonly<Record<string, FieldLayout>> = structs.ipc_perm.fields;
  const fields = names.split(' ').map((name) => {
    const field = owner[name] ?? whole.fields[prefix + name];
    if (field === undefined) throw new Error(`${struct} has no field for ${name}`);
    return field;
  });
  return { size: whole.size, fields };
}
