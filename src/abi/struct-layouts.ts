// Generated from the C headers by tools/abi-probe.mjs. Do not edit: add a word to tools/abi-probe-names.txt.
/** Structs with one layout on every supported platform. */
export const sharedStructs = {
  shmid_ds: {
    size: 112,
    fields: {
      shm_perm: { offset: 0, size: 48, kind: 'ipc_perm' },
      shm_segsz: { offset: 48, size: 8, kind: 'unsigned' },
      shm_atime: { offset: 56, size: 8, kind: 'signed' },
      shm_dtime: { offset: 64, size: 8, kind: 'signed' },
      shm_ctime: { offset: 72, size: 8, kind: 'signed' },
      shm_cpid: { offset: 80, size: 4, kind: 'signed' },
      shm_lpid: { offset: 84, size: 4, kind: 'signed' },
      shm_nattch: { offset: 88, size: 8, kind: 'unsigned' },
    },
  },
  msqid_ds: {
    size: 120,
    fields: {
      msg_perm: { offset: 0, size: 48, kind: 'ipc_perm' },
      msg_stime: { offset: 48, size: 8, kind: 'signed' },
      msg_rtime: { offset: 56, size: 8, kind: 'signed' },
      msg_ctime: { offset: 64, size: 8, kind: 'signed' },
      __msg_cbytes: { offset: 72, size: 8, kind: 'unsigned' },
      msg_qnum: { offset: 80, size: 8, kind: 'unsigned' },
      msg_qbytes: { offset: 88, size: 8, kind: 'unsigned' },
      msg_lspid: { offset: 96, size: 4, kind: 'signed' },
      msg_lrpid: { offset: 100, size: 4, kind: 'signed' },
    },
  },
  shminfo: {
    size: 72,
    fields: {
      shmmax: { offset: 0, size: 8, kind: 'unsigned' },
      shmmin: { offset: 8, size: 8, kind: 'unsigned' },
      shmmni: { offset: 16, size: 8, kind: 'unsigned' },
      shmseg: { offset: 24, size: 8, kind: 'unsigned' },
      shmall: { offset: 32, size: 8, kind: 'unsigned' },
    },
  },
  shm_info: {
    size: 48,
    fields: {
      used_ids: { offset: 0, size: 4, kind: 'signed' },
      shm_tot: { offset: 8, size: 8, kind: 'unsigned' },
      shm_rss: { offset: 16, size: 8, kind: 'unsigned' },
      shm_swp: { offset: 24, size: 8, kind: 'unsigned' },
      swap_attempts: { offset: 32, size: 8, kind: 'unsigned' },
      swap_successes: { offset: 40, size: 8, kind: 'unsigned' },
    },
  },
  seminfo: {
    size: 40,
    fields: {
      semmap: { offset: 0, size: 4, kind: 'signed' },
      semmni: { offset: 4, size: 4, kind: 'signed' },
      semmns: { offset: 8, size: 4, kind: 'signed' },
      semmnu: { offset: 12, size: 4, kind: 'signed' },
      semmsl: { offset: 16, size: 4, kind: 'signed' },
      semopm: { offset: 20, size: 4, kind: 'signed' },
      semume: { offset: 24, size: 4, kind: 'signed' },
      semusz: { offset: 28, size: 4, kind: 'signed' },
      semvmx: { offset: 32, size: 4, kind: 'signed' },
      semaem: { offset: 36, size: 4, kind: 'signed' },
    },
  },
  msginfo: {
    size: 32,
    fields: {
      msgpool: { offset: 0, size: 4, kind: 'signed' },
      msgmap: { offset: 4, size: 4, kind: 'signed' },
      msgmax: { offset: 8, size: 4, kind: 'signed' },
      msgmnb: { offset: 12, size: 4, kind: 'signed' },
      msgmni: { offset: 16, size: 4, kind: 'signed' },
      msgssz: { offset: 20, size: 4, kind: 'signed' },
      msgtql: { offset: 24, size: 4, kind: 'signed' },
      msgseg: { offset: 28, size: 2, kind: 'unsigned' },
    },
  },
  sembuf: {
    size: 6,
    fields: {
      sem_num: { offset: 0, size: 2, kind: 'unsigned' },
      sem_op: { offset: 2, size: 2, kind: 'signed' },
      sem_flg: { offset: 4, size: 2, kind: 'signed' },
    },
  },
  msgbuf: {
    size: 16,
    fields: {
      mtype: { offset: 0, size: 8, kind: 'signed' },
      mtext: { offset: 8, size: 1, kind: 'bytes' },
    },
  },
  sigaction: {
    size: 152,
    fields: {
      sa_handler: { offset: 0, size: 8, kind: 'bytes' },
      sa_mask: { offset: 8, size: 128, kind: 'bytes' },
      sa_flags: { offset: 136, size: 4, kind: 'signed' },
    },
  },
  itimerval: {
    size: 32,
    fields: {
      it_interval: { offset: 0, size: 16, kind: 'bytes' },
      it_value: { offset: 16, size: 16, kind: 'bytes' },
    },
  },
  timespec: {
    size: 16,
    fields: {
      tv_sec: { offset: 0, size: 8, kind: 'signed' },
      tv_nsec: { offset: 8, size: 8, kind: 'signed' },
    },
  },
  timeval: {
    size: 16,
    fields: {
      tv_sec: { offset: 0, size: 8, kind: 'signed' },
      tv_usec: { offset: 8, size: 8, kind: 'signed' },
    },
  },
  pollfd: {
    size: 8,
    fields: {
      fd: { offset: 0, size: 4, kind: 'signed' },
      events: { offset: 4, size: 2, kind: 'signed' },
      revents: { offset: 6, size: 2, kind: 'signed' },
    },
  },
  flock: {
    size: 32,
    fields: {
      l_type: { offset: 0, size: 2, kind: 'signed' },
      l_whence: { offset: 2, size: 2, kind: 'signed' },
      l_start: { offset: 8, size: 8, kind: 'signed' },
      l_len: { offset: 16, size: 8, kind: 'signed' },
      l_pid: { offset: 24, size: 4, kind: 'signed' },
    },
  },
  tms: {
    size: 32,
    fields: {
      tms_utime: { offset: 0, size: 8, kind: 'signed' },
      tms_stime: { offset: 8, size: 8, kind: 'signed' },
      tms_cutime: { offset: 16, size: 8, kind: 'signed' },
      tms_cstime: { offset: 24, size: 8, kind: 'signed' },
    },
  },
  passwd: {
    size: 48,
    fields: {
      pw_name: { offset: 0, size: 8, kind: 'bytes' },
      pw_passwd: { offset: 8, size: 8, kind: 'bytes' },
      pw_uid: { offset: 16, size: 4, kind: 'unsigned' },
      pw_gid: { offset: 20, size: 4, kind: 'unsigned' },
      pw_gecos: { offset: 24, size: 8, kind: 'bytes' },
      pw_dir: { offset: 32, size: 8, kind: 'bytes' },
      pw_shell: { offset: 40, size: 8, kind: 'bytes' },
    },
  },
  spwd: {
    size: 72,
    fields: {
      sp_namp: { offset: 0, size: 8, kind: 'bytes' },
      sp_pwdp: { offset: 8, size: 8, kind: 'bytes' },
    },
  },
  group: {
    size: 32,
    fields: {
      gr_name: { offset: 0, size: 8, kind: 'bytes' },
      gr_passwd: { offset: 8, size: 8, kind: 'bytes' },
      gr_gid: { offset: 16, size: 4, kind: 'unsigned' },
      gr_mem: { offset: 24, size: 8, kind: 'bytes' },
    },
  },
  iovec: {
    size: 16,
    fields: {
      iov_base: { offset: 0, size: 8, kind: 'bytes' },
      iov_len: { offset: 8, size: 8, kind: 'unsigned' },
    },
  },
  sockaddr_un: {
    size: 110,
    fields: {
      sun_family: { offset: 0, size: 2, kind: 'unsigned' },
      sun_path: { offset: 2, size: 108, kind: 'bytes' },
    },
  },
  sockaddr_in: {
    size: 16,
    fields: {
      sin_family: { offset: 0, size: 2, kind: 'unsigned' },
      sin_port: { offset: 2, size: 2, kind: 'unsigned' },
      sin_addr: { offset: 4, size: 4, kind: 'bytes' },
    },
  },
  sockaddr_in6: {
    size: 28,
    fields: {
      sin6_family: { offset: 0, size: 2, kind: 'unsigned' },
      sin6_port: { offset: 2, size: 2, kind: 'unsigned' },
      sin6_flowinfo: { offset: 4, size: 4, kind: 'unsigned' },
      sin6_addr: { offset: 8, size: 16, kind: 'bytes' },
      sin6_scope_id: { offset: 24, size: 4, kind: 'unsigned' },
    },
  },
  statx: {
    size: 256,
    fields: {
      stx_mask: { offset: 0, size: 4, kind: 'unsigned' },
      stx_blksize: { offset: 4, size: 4, kind: 'unsigned' },
      stx_nlink: { offset: 16, size: 4, kind: 'unsigned' },
      stx_uid: { offset: 20, size: 4, kind: 'unsigned' },
      stx_gid: { offset: 24, size: 4, kind: 'unsigned' },
      stx_mode: { offset: 28, size: 2, kind: 'unsigned' },
      stx_ino: { offset: 32, size: 8, kind: 'unsigned' },
      stx_size: { offset: 40, size: 8, kind: 'unsigned' },
      stx_blocks: { offset: 48, size: 8, kind: 'unsigned' },
      stx_atime: { offset: 64, size: 16, kind: 'bytes' },
      stx_ctime: { offset: 96, size: 16, kind: 'bytes' },
      stx_mtime: { offset: 112, size: 16, kind: 'bytes' },
      stx_rdev_major: { offset: 128, size: 4, kind: 'unsigned' },
      stx_rdev_minor: { offset: 132, size: 4, kind: 'unsigned' },
      stx_dev_major: { offset: 136, size: 4, kind: 'unsigned' },
      stx_dev_minor: { offset: 140, size: 4, kind: 'unsigned' },
    },
  },
} as const;

/** Structs whose layout depends on the platform. */
export const platformStructs = {
  'x86_64-glibc': {
    ipc_perm: {
      size: 48,
      fields: {
        __key: { offset: 0, size: 4, kind: 'signed' },
        uid: { offset: 4, size: 4, kind: 'unsigned' },
        gid: { offset: 8, size: 4, kind: 'unsigned' },
        cuid: { offset: 12, size: 4, kind: 'unsigned' },
        cgid: { offset: 16, size: 4, kind: 'unsigned' },
        mode: { offset: 20, size: 4, kind: 'unsigned' },
        __seq: { offset: 24, size: 2, kind: 'unsigned' },
      },
    },
    semid_ds: {
      size: 104,
      fields: {
        sem_perm: { offset: 0, size: 48, kind: 'ipc_perm' },
        sem_otime: { offset: 48, size: 8, kind: 'signed' },
        sem_ctime: { offset: 64, size: 8, kind: 'signed' },
        sem_nsems: { offset: 80, size: 8, kind: 'unsigned' },
      },
    },
    rusage: {
      size: 144,
      fields: {
        ru_utime: { offset: 0, size: 16, kind: 'bytes' },
        ru_stime: { offset: 16, size: 16, kind: 'bytes' },
        ru_maxrss: { offset: 32, size: 8, kind: 'signed' },
      },
    },
  },
  'aarch64-glibc': {
    ipc_perm: {
      size: 48,
      fields: {
        __key: { offset: 0, size: 4, kind: 'signed' },
        uid: { offset: 4, size: 4, kind: 'unsigned' },
        gid: { offset: 8, size: 4, kind: 'unsigned' },
        cuid: { offset: 12, size: 4, kind: 'unsigned' },
        cgid: { offset: 16, size: 4, kind: 'unsigned' },
        mode: { offset: 20, size: 4, kind: 'unsigned' },
        __seq: { offset: 24, size: 2, kind: 'unsigned' },
      },
    },
    semid_ds: {
      size: 88,
      fields: {
        sem_perm: { offset: 0, size: 48, kind: 'ipc_perm' },
        sem_otime: { offset: 48, size: 8, kind: 'signed' },
        sem_ctime: { offset: 56, size: 8, kind: 'signed' },
        sem_nsems: { offset: 64, size: 8, kind: 'unsigned' },
      },
    },
    rusage: {
      size: 144,
      fields: {
        ru_utime: { offset: 0, size: 16, kind: 'bytes' },
        ru_stime: { offset: 16, size: 16, kind: 'bytes' },
        ru_maxrss: { offset: 32, size: 8, kind: 'signed' },
      },
    },
  },
  'x86_64-musl': {
    ipc_perm: {
      size: 48,
      fields: {
        __key: { offset: 0, size: 4, kind: 'signed' },
        uid: { offset: 4, size: 4, kind: 'unsigned' },
        gid: { offset: 8, size: 4, kind: 'unsigned' },
        cuid: { offset: 12, size: 4, kind: 'unsigned' },
        cgid: { offset: 16, size: 4, kind: 'unsigned' },
        mode: { offset: 20, size: 4, kind: 'unsigned' },
        __seq: { offset: 24, size: 4, kind: 'signed' },
      },
    },
    semid_ds: {
      size: 104,
      fields: {
        sem_perm: { offset: 0, size: 48, kind: 'ipc_perm' },
        sem_otime: { offset: 48, size: 8, kind: 'signed' },
        sem_ctime: { offset: 64, size: 8, kind: 'signed' },
        sem_nsems: { offset: 80, size: 2, kind: 'unsigned' },
      },
    },
    rusage: {
      size: 272,
      fields: {
        ru_utime: { offset: 0, size: 16, kind: 'bytes' },
        ru_stime: { offset: 16, size: 16, kind: 'bytes' },
        ru_maxrss: { offset: 32, size: 8, kind: 'signed' },
      },
    },
  },
  'aarch64-musl': {
    ipc_perm: {
      size: 48,
      fields: {
        __key: { offset: 0, size: 4, kind: 'signed' },
        uid: { offset: 4, size: 4, kind: 'unsigned' },
        gid: { offset: 8, size: 4, kind: 'unsigned' },
        cuid: { offset: 12, size: 4, kind: 'unsigned' },
        cgid: { offset: 16, size: 4, kind: 'unsigned' },
        mode: { offset: 20, size: 4, kind: 'unsigned' },
        __seq: { offset: 24, size: 4, kind: 'signed' },
      },
    },
    semid_ds: {
      size: 88,
      fields: {
        sem_perm: { offset: 0, size: 48, kind: 'ipc_perm' },
        sem_otime: { offset: 48, size: 8, kind: 'signed' },
        sem_ctime: { offset: 56, size: 8, kind: 'signed' },
        sem_nsems: { offset: 64, size: 2, kind: 'unsigned' },
      },
    },
    rusage: {
      size: 272,
      fields: {
        ru_utime: { offset: 0, size: 16, kind: 'bytes' },
        ru_stime: { offset: 16, size: 16, kind: 'bytes' },
        ru_maxrss: { offset: 32, size: 8, kind: 'signed' },
      },
    },
  },
} as const;

/** The size of opaque and scalar types, the same on every supported platform. */
export const typeSizes = {
  posix_spawnattr_t: 336,
  posix_spawn_file_actions_t: 80,
  sigset_t: 128,
  long: 8,
  size_t: 8,
  pid_t: 4,
  id_t: 4,
} as const;
