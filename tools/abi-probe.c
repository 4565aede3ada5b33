/*
 * What the C headers say. Never run: the compiler writes each value into its assembly output as a line
 *     .ascii "@ KIND NAME VALUES"
 * which tools/abi-probe.mjs reads, so that one machine can probe every platform it has a compiler for.
 * The names to ask for come from tools/abi-probe-names.txt through abi-probe-names.h, which the tool writes.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/limits.h>
#include <locale.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pwd.h>
#include <shadow.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

/* musl 1.2.3 declares no struct statx; the kernel's own header does, the same on every architecture. */
#ifndef STATX_BASIC_STATS
#include <linux/stat.h>
#endif

/* Linux 3.8; musl has no name for it. */
#ifndef MSG_COPY
#define MSG_COPY 040000
#endif

/* Linux 5.14, newer than the C library headers probed here; the same on every architecture. */
#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#define MADV_POPULATE_WRITE 23
#endif
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

/* Where a signal handler finds the mask that its thread will have again. */
#define UC_SIGMASK_OFFSET offsetof(ucontext_t, uc_sigmask)

#define SIGNED 1
#define UNSIGNED 0
#define PERM 2
#define OTHER 3

/* %c0 prints an integer constant without punctuation; x86 accepts 32 signed bits only, hence two halves. */
#define CONSTANT(name)                                                                           \
  __asm__ volatile("\n.ascii \"@ constant " #name " %c0 %c1\"" ::"i"((int)((long)(name) >> 32)), \
                   "i"((int)(long)(name)));

#define STRUCT(tag) \
  __asm__ volatile("\n.ascii \"@ struct " #tag " %c0\"" ::"i"(sizeof(struct tag)));

#define TYPE(name) \
  __asm__ volatile("\n.ascii \"@ type " #name " %c0\"" ::"i"(sizeof(name)));

#define FIELD(tag, field)                                                                        \
  __asm__ volatile("\n.ascii \"@ field " #tag " " #field " %c0 %c1 %c2\"" ::"i"(                 \
                       offsetof(struct tag, field)),                                             \
                   "i"(sizeof(((struct tag *)0)->field)),                                        \
                   "i"(_Generic(((struct tag *)0)->field,                                        \
                       short: SIGNED, int: SIGNED, long: SIGNED, long long: SIGNED,              \
                       unsigned char: UNSIGNED, unsigned short: UNSIGNED, unsigned: UNSIGNED,    \
                       unsigned long: UNSIGNED, unsigned long long: UNSIGNED,                    \
                       struct ipc_perm: PERM, default: OTHER)));

void probe(void) {
#include "abi-probe-names.h"
  TYPE(posix_spawnattr_t)
  TYPE(posix_spawn_file_actions_t)
  TYPE(sigset_t)
  TYPE(long)
  TYPE(size_t)
  TYPE(pid_t)
  TYPE(id_t)
}
