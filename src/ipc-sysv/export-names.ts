/** `@IPC::SysV::EXPORT_OK`: every name that some system's headers define, in its order. The tag `:all` is the same. */
const constantWords = `
  GETALL GETNCNT GETPID GETVAL GETZCNT
  IPC_ALLOC IPC_CREAT IPC_EXCL IPC_GETACL IPC_INFO IPC_LOCKED IPC_M IPC_NOERROR IPC_NOWAIT IPC_PRIVATE IPC_R IPC_RMID
  IPC_SET IPC_SETACL IPC_SETLABEL IPC_STAT IPC_W IPC_WANTED
  MSG_EXCEPT MSG_FWAIT MSG_INFO MSG_LOCKED MSG_MWAIT MSG_NOERROR MSG_QWAIT MSG_R MSG_RWAIT MSG_STAT MSG_W MSG_WAIT
  MSG_WWAIT
  SEM_A SEM_ALLOC SEM_DEST SEM_ERR SEM_INFO SEM_ORDER SEM_R SEM_STAT SEM_UNDO
  SETALL SETVAL
  SHMLBA
  SHM_A SHM_CLEAR SHM_COPY SHM_DCACHE SHM_DEST SHM_ECACHE SHM_FMAP SHM_HUGETLB SHM_ICACHE SHM_INFO SHM_INIT SHM_LOCK
  SHM_LOCKED SHM_MAP SHM_NORESERVE SHM_NOSWAP SHM_R SHM_RDONLY SHM_REMAP SHM_REMOVED SHM_RND SHM_SHARE_MMU SHM_SHATTR
  SHM_SIZE SHM_STAT SHM_UNLOCK SHM_W
  S_IRUSR S_IWUSR S_IXUSR S_IRWXU S_IRGRP S_IWGRP S_IXGRP S_IRWXG S_IROTH S_IWOTH S_IXOTH S_IRWXO
  ENOSPC ENOSYS ENOMEM EACCES`;

/** The constants among them. */
export const constantNames: readonly string[] = constantWords.trim().split(/\s+/);

/** The functions among them. */
export const functionNames = ['ftok', 'shmat', 'shmdt', 'memread', 'memwrite'] as const;

/** All of them: what `@IPC::SysV::EXPORT_OK` and the tag `:all` hold. */
export const exportNames: readonly string[] = [...constantNames, ...functionNames];
