// The gate for 64-bit ARM Linux; see x64.s.

        .set    SHMCTL, 195
        .set    SHMAT, 196
        .set    SHMDT, 197
        .set    MADVISE, 233
        .set    IPC_STAT, 2
        .set    SHM_RDONLY_BIT, 12
        .set    EFAULT, 14
        .set    PAGE_MASK, -4096
        .set    MOST_ERRNO, 4095

// struct shmid_ds
        .set    SHM_SEGSZ, 48
        .set    SHM_ATIME, 56
        .set    SHM_CTIME, 72
        .set    SHM_CPID, 80

// the memory behind box
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

        .arch   armv8.5-a

// System calls keep every register but x0.
        .macro  stat
        ldr     w0, [x9, #SHMID]
        mov     x1, #IPC_STAT
        ldr     x2, [x9, #STATUS]
        mov     x8, #SHMCTL
        svc     #0
        .endm

        .macro  attach
        ldr     w0, [x9, #SHMID]
        ldr     w2, [x9, #FLAGS]
        mov     x8, #SHMAT
        svc     #0
        .endm

// Between OURS and the segment attached at x1.
        .macro  copy
        ldr     x2, [x9, #POSITION]
        add     x1, x1, x2
        ldr     x0, [x9, #OURS]
        ldr     x2, [x9, #LENGTH]
        ldr     w3, [x9, #FLAGS]
        tbnz    w3, #SHM_RDONLY_BIT, 3f
        mov     x3, x0
        mov     x0, x1
        mov     x1, x3
3:      subs    x2, x2, #16
        b.lo    4f
        ldp     x3, x4, [x1], #16
        stp     x3, x4, [x0], #16
        b       3b
4:      add     x2, x2, #16
5:      cbz     x2, 6f
        ldrb    w3, [x1], #1
        strb    w3, [x0], #1
        sub     x2, x2, #1
        b       5b
6:      ldr     x2, [x9, #PADDING]
7:      cbz     x2, 7f
        strb    wzr, [x0], #1
        sub     x2, x2, #1
        b       7b
7:
        .endm

        .globl  enter
enter:  bti     c
        ldr     x9, box
        ldr     w8, [x9, #NUMBER]
        ldp     x0, x1, [x9, #OPERANDS]
        ldp     x2, x3, [x9, #OPERANDS+16]
        ldr     x4, [x9, #OPERANDS+32]
        svc     #0
        str     w0, [x9, #RESULT]
        ret

        .globl  exact
exact:  bti     c
        ldr     x9, box
        stat
        tbnz    w0, #31, 9f
        ldr     x10, [x9, #POSITION]
        ldr     x11, [x9, #LENGTH]
        ldr     x12, [x9, #PADDING]
        add     x11, x11, x12
        add     x11, x11, x10           // the end of the range
        ldr     x12, [x2, #SHM_SEGSZ]
        mov     w0, #-EFAULT
        cmp     x11, x12
        b.hi    9f
        ldr     x1, [x9, #PLACE]
        attach
        cmn     x0, #MOST_ERRNO
        b.lo    1f
        mov     x1, #0
        attach
        cmn     x0, #MOST_ERRNO
        b.hs    9f
1:      mov     x14, x0
        ldr     w2, [x9, #ADVICE]
        cbz     w2, 2f
        add     x0, x14, x10
        and     x0, x0, #PAGE_MASK
        add     x1, x14, x11
        sub     x1, x1, x0
        mov     x8, #MADVISE
        svc     #0
2:      mov     x1, x14
        copy
        mov     x0, x14
        mov     x8, #SHMDT
        svc     #0
9:      str     w0, [x9, #RESULT]
        ret

        .globl  kept
kept:   bti     c
        ldr     x9, box
        stat
        tbnz    w0, #31, 9f
        ldr     x10, [x9, #STATUS_BEFORE]
        mov     x11, #0
1:      ldr     x12, [x2, x11]
        ldr     x13, [x10, x11]
        cmp     x12, x13
        b.ne    8f
        add     x11, x11, #8
        cmp     x11, #SHM_ATIME
        b.lo    1b
        ldr     x12, [x2, #SHM_CTIME]
        ldr     x13, [x10, #SHM_CTIME]
        cmp     x12, x13
        b.ne    8f
        ldr     w12, [x2, #SHM_CPID]
        ldr     w13, [x10, #SHM_CPID]
        cmp     w12, w13
        b.ne    8f
        ldr     x1, [x9, #SEGMENT]
        copy
        mov     w0, #0
        b       9f
8:      mov     w0, #1
9:      str     w0, [x9, #RESULT]
        ret

        .balign 8
box:    .quad   0
