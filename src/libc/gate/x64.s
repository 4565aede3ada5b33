# The gate for x86-64 Linux (gate.ts says what it is for). Position-independent, no stack but the caller's, no call of
# any function: system calls only, whose results are -errno as the kernel gives them. The functions store theirs in the
# box as well: koffi takes 5 to 20 ns to make a JavaScript number of a C one.
# The layout of the memory behind `box` is that of words.ts; tools/assemble-gate.mjs makes code.ts of this file.

        .set    SHMAT, 30
        .set    SHMCTL, 31
        .set    MADVISE, 28
        .set    SHMDT, 67
        .set    IPC_STAT, 2
        .set    SHM_RDONLY, 010000
        .set    EFAULT, 14
        .set    PAGE_MASK, -4096
        .set    LAST_ERRNO, -4096       # results above it, as unsigned numbers, are errors

# struct shmid_ds
        .set    SHM_SEGSZ, 48
        .set    SHM_ATIME, 56
        .set    SHM_CTIME, 72
        .set    SHM_CPID, 80

# the memory behind box
        .set    NUMBER, 0
        .set    OPERANDS, 8
        .set    RESULT, 56
        .set    SHMID, 64
        .set    STATUS, 72
        .set    FLAGS, 80
        .set    POSITION, 88
        .set    LENGTH, 96
        .set    OURS, 104
        .set    PLACE, 112
        .set    ADVICE, 120
        .set    PADDING, 128
        .set    STATUS_BEFORE, 136
        .set    SEGMENT, 144

# What the functions below have in common, written out in each: a return is expensive after a system call, since the
# processor has forgotten where calls came from.

# IPC_STAT: the result in %eax, the struct at %rdx.
        .macro  stat
        mov     SHMID(%rbx), %edi
        mov     $IPC_STAT, %esi
        mov     STATUS(%rbx), %rdx
        mov     $SHMCTL, %eax
        syscall
        .endm

# shmat at %rsi.
        .macro  attach
        mov     SHMID(%rbx), %edi
        mov     FLAGS(%rbx), %edx
        mov     $SHMAT, %eax
        syscall
        .endm

# Between OURS and the segment attached at %rsi; shmwrite pads with NULs.
        .macro  copy
        add     POSITION(%rbx), %rsi
        mov     OURS(%rbx), %rdi
        mov     LENGTH(%rbx), %rcx
        testl   $SHM_RDONLY, FLAGS(%rbx)
        jne     7f
        xchg    %rsi, %rdi
7:      rep movsb
        mov     PADDING(%rbx), %rcx
        xor     %eax, %eax
        rep stosb
        .endm

# One system call with up to five operands.
        .globl  enter
enter:  endbr64
        mov     box(%rip), %rax
        mov     OPERANDS(%rax), %rdi
        mov     OPERANDS+8(%rax), %rsi
        mov     OPERANDS+16(%rax), %rdx
        mov     OPERANDS+24(%rax), %r10
        mov     OPERANDS+32(%rax), %r8
        mov     NUMBER(%rax), %eax
        syscall
        mov     box(%rip), %rcx
        mov     %eax, RESULT(%rcx)
        ret

# shmread or shmwrite as perl does it: IPC_STAT, the range check, shmat, the copy, shmdt. 0 or -errno.
        .globl  exact
exact:  endbr64
        push    %rbx
        push    %r12
        mov     box(%rip), %rbx
        stat
        test    %eax, %eax
        js      9f
        mov     POSITION(%rbx), %rdi    # does the range lie in the segment?
        add     LENGTH(%rbx), %rdi
        add     PADDING(%rbx), %rdi
        mov     $-EFAULT, %eax
        cmp     SHM_SEGSZ(%rdx), %rdi
        ja      9f
        mov     PLACE(%rbx), %rsi
        attach
        cmp     $LAST_ERRNO, %rax
        jbe     1f
        xor     %esi, %esi              # the place is taken: wherever the kernel likes
        attach
        cmp     $LAST_ERRNO, %rax
        ja      9f
1:      mov     %rax, %r12
        mov     ADVICE(%rbx), %edx
        test    %edx, %edx
        je      2f
        mov     %r12, %rdi              # all pages that the range touches
        add     POSITION(%rbx), %rdi
        mov     %rdi, %rsi
        and     $PAGE_MASK, %rdi
        add     LENGTH(%rbx), %rsi
        add     PADDING(%rbx), %rsi
        sub     %rdi, %rsi
        mov     $MADVISE, %eax
        syscall
2:      mov     %r12, %rsi
        copy
        mov     %r12, %rdi
        mov     $SHMDT, %eax
        syscall
9:      mov     %eax, RESULT(%rbx)
        pop     %r12
        pop     %rbx
        ret

# The same with a segment that is still attached: 1, and nothing is done, if its status is not what it was.
        .globl  kept
kept:   endbr64
        push    %rbx
        mov     box(%rip), %rbx
        stat
        test    %eax, %eax
        js      9f
        mov     STATUS_BEFORE(%rbx), %rsi
        xor     %ecx, %ecx
1:      mov     (%rdx,%rcx), %rdi       # owner, key, permissions and size
        cmp     (%rsi,%rcx), %rdi
        jne     8f
        add     $8, %ecx
        cmp     $SHM_ATIME, %ecx
        jb      1b
        mov     SHM_CTIME(%rdx), %rdi
        cmp     SHM_CTIME(%rsi), %rdi
        jne     8f
        mov     SHM_CPID(%rdx), %edi
        cmp     SHM_CPID(%rsi), %edi
        jne     8f
        mov     SEGMENT(%rbx), %rsi
        copy
        xor     %eax, %eax
        jmp     9f
8:      mov     $1, %eax
9:      mov     %eax, RESULT(%rbx)
        pop     %rbx
        ret

        .balign 8
box:    .quad   0
