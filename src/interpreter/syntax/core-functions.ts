/**
 * The named operators of perlfunc and their operands, in the notation of prototypes as `prototype "CORE::name"` gives
 * them; a few that have no prototype (they take a name, a block or a handle in their own way) are described likewise.
 */
const PROTOTYPES = `
abs _|accept **|alarm _|atan2 $$|bind *$|binmode *;$|bless $;$|caller ;$|chdir ;$|chmod @|chomp @|chop @|chown @|chr _
chroot _|close ;*|closedir *|connect *$|cos _|crypt $$|dbmclose \\%|dbmopen \\%$$|die @|each \\[%@]|endgrent|endhostent
endnetent|endprotoent|endpwent|endservent|eof ;*|evalbytes _|exec @|exit ;$|exp _|fc _|fcntl *$$|fileno *|flock *$|fork
formline $@|getc ;*|getgrent|getgrgid $|getgrnam $|gethostbyaddr $$|gethostbyname $|gethostent|getlogin
getnetbyaddr $$|getnetbyname $|getnetent|getpeername *|getpgrp ;$|getppid|getpriority $$|getprotobyname $
getprotobynumber $|getprotoent|getpwent|getpwnam $|getpwuid $|getservbyname $$|getservbyport $$|getservent
getsockname *|getsockopt *$$|glob _|gmtime ;$|hex _|index $$;$|int _|ioctl *$$|join $@|keys \\[%@]|kill @|lc _
lcfirst _|length _|link $$|listen *$|localtime ;$|lock \\[$@%&*]|log _|lstat ;*|mkdir _;$|msgctl $$$|msgget $$
msgrcv $$$$$|msgsnd $$$|oct _|open *;$@|opendir *$|ord _|pack $@|pipe **|pop ;\\@|pos ;\\[$*]|prototype _|push \\@@
quotemeta _|rand ;$|read *\\$$;$|readdir *|readline ;*|readlink _|readpipe _|recv *\\$$$|ref _|rename $$|reset ;$|reverse @
rewinddir *|rindex $$;$|rmdir _|scalar $|seek *$$|seekdir *$|select ;*$$$|semctl $$$$|semget $$$|semop $$|send *$$;$
setgrent|sethostent $|setnetent $|setpgrp ;$$|setpriority $$$|setprotoent $|setpwent|setservent $|setsockopt *$$$
shift ;\\@|shmctl $$$|shmget $$$|shmread $$$$|shmwrite $$$$|shutdown *$|sin _|sleep ;$|socket *$$$|socketpair **$$$
splice \\@;$$@|sprintf $@|sqrt _|srand ;$|stat ;*|study _|substr $$;$$|symlink $$|syscall $@|sysopen *$$;$
sysread *\\$$;$|sysseek *$$|system @|syswrite *$;$$|tell ;*|telldir *|tie \\[$@%*]$@|tied \\[$@%*]|time|times|truncate $$
uc _|ucfirst _|umask ;$|unlink @|unpack $_|unshift \\@@|untie \\[$@%*]|utime @|values \\[%@]|vec $$$|wait|waitpid $$
wantarray|warn @|write ;*|defined _|delete $|exists $|undef ;\\[$@%&*]|dump ;$
`;

/** How the operands of a function without parentheses are read. */
export type Arity = 'none' | 'unary' | 'list';

export interface CoreFunction {
  readonly name: string;
  readonly prototype: string;
  readonly arity: Arity;
  /** least and greatest number of operands */
  readonly least: number;
  readonly most: number;
}

/** perlfunc: these can't be overridden by importing a sub of their name (keyword() says so by a positive number). */
const FIXED = new Set(
  (
    'chomp chop defined delete each eof exec exists format glob goto grep keys last local m map my next no our package pos ' +
    'print printf prototype q qq qr qw qx redo return s say scalar shift sort split state study sub system tie tr undef ' +
    'unless use values while y pop push splice unshift'
  ).split(' '),
);
const OVERRIDABLE = new Set('each eof glob keys pop push shift splice unshift values'.split(' '));

let known: ReadonlyMap<string, CoreFunction> | undefined;

/** Made when the first program is compiled: most are loaded compiled. */
function functions(): ReadonlyMap<string, CoreFunction> {
  known ??= new Map(
    PROTOTYPES.trim()
      .split(/[|\n]/)
      .map((entry) => {
        const [name = '', prototype = ''] = entry.split(' ');
        return [name, { name, prototype, arity: arityOf(prototype), ...countOf(prototype) }];
      }),
  );
  return known;
}

/** Named unary operators take one operand and bind tighter than comparison (perlop, "Named Unary Operators"). */
function arityOf(prototype: string): Arity {
  if (prototype === '') return 'none';
  return /^;?(?:[_$*]|\\(?:\[[^\]]*\]|[$@%&*]));?$/.test(prototype) ? 'unary' : 'list';
}

function countOf(prototype: string): { least: number; most: number } {
  const [required = '', optional = ''] = prototype.split(';');
  const slots = (text: string): string[] => text.match(/\\\[[^\]]*\]|\\?./g) ?? [];
  const all = [...slots(required), ...slots(optional)];
  const most = all.includes('@') ? Number.POSITIVE_INFINITY : all.length;
  return { least: slots(required).filter((slot) => slot !== '_' && slot !== '@').length, most };
}

export function coreFunction(name: string): CoreFunction | undefined {
  return functions().get(name);
}

export function canOverride(name: string): boolean {
  return !FIXED.has(name) || OVERRIDABLE.has(name);
}

/** Words with a meaning of their own that are read specially. */
const SPECIAL = new Set(
  (
    'my our local state do eval require return print printf say sort map grep split last next redo goto not __FILE__ ' +
    '__LINE__ __PACKAGE__ __SUB__ if unless while until for foreach else elsif and or xor eq ne lt gt le ge cmp x sub ' +
    'package use no q qq qw qr qx m s tr y __END__ __DATA__ BEGIN END INIT CHECK UNITCHECK AUTOLOAD DESTROY given when ' +
    'default format'
  ).split(' '),
);

/** Is this word a keyword of Perl (so that no indirect object can bear the name)? */
export function isKeyword(name: string): boolean {
  return SPECIAL.has(name) || functions().has(name);
}
