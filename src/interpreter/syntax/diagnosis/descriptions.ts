/** perl's names of operations in messages ("Can't modify %s in %s", "Type of arg %d to %s must be %s (not %s)"). */

const DESCRIPTIONS = `
const=constant item|BAREWORD=constant item|THING=constant item|padsv=private variable|padav=private array
padhv=private hash|rv2sv=scalar dereference|rv2av=array dereference|rv2hv=hash dereference|rv2gv=ref-to-glob cast
rv2cv=subroutine dereference|av2arylen=array length|anoncode=anonymous subroutine|refgen=reference constructor
srefgen=single ref constructor|backtick=quoted execution (\`\`, qx)|readline=<HANDLE>|match=pattern match (m//)
subst=substitution (s///)|trans=transliteration (tr///)|sassign=scalar assignment|aassign=list assignment
defined=defined operator|undef=undef operator|pos=match position|prototype=subroutine prototype|ref=reference-type operator
reset=symbol reset|join=join or string|preinc=preincrement (++)|predec=predecrement (--)|postinc=postincrement (++)
postdec=postdecrement (--)|**=exponentiation (**)|*=multiplication (*)|/=division (/)|%=modulus (%)|x=repeat (x)
+=addition (+)|-=subtraction (-)|.=concatenation (.) or string|stringify=string|<<=left bitshift (<<)
>>=right bitshift (>>)|<=numeric lt (<)|>=numeric gt (>)|<==numeric le (<=)|>==numeric ge (>=)|===numeric eq (==)
!==numeric ne (!=)|<=>=numeric comparison (<=>)|lt=string lt|gt=string gt|le=string le|ge=string ge|eq=string eq
ne=string ne|cmp=string comparison (cmp)|&=bitwise and (&)|^=bitwise xor (^)|negate=negation (-)|~=1's complement (~)
~~=smart match|aelem=array element|aslice=array slice|kvaslice=index/value array slice|helem=hash element
hslice=hash slice|kvhslice=key/value hash slice|lslice=list slice|anonlist=anonymous array ([])
anonhash=anonymous hash ({})|..=range (or flop)|&&=logical and (&&)|||=logical or (||)|xor=logical xor
//=defined or (//)|and=logical and (&&)|or=logical or (||)|cond_expr=conditional expression|&&==logical and assignment (&&=)
||==logical or assignment (||=)|//==defined or assignment (//=)
entersub=subroutine entry|do=do "file"|eval=eval "string"|entertry=eval {block} exit|scope=block|method=subroutine entry
not=not|concat=concatenation (.) or string|isa=derived class test
`;

/** Operands of functions: S scalar, L list, A array, H hash, F handle, R scalar to be changed; `?` after what may be missing. */
const OPERANDS = `
scalar S|prototype S?|ref S?|bless SS?|undef R?|study S?|pos R?|atan2 SS|sin S?|cos S?|rand S?|srand S?|exp S?|log S?|sqrt S?
int S?|hex S?|oct S?|abs S?|length S?|substr SSS?S?|vec SSS|index SSS?|rindex SSS?|sprintf SL|formline SL|ord S?|chr S?
crypt SS|ucfirst S?|lcfirst S?|uc S?|lc S?|quotemeta S?|unpack SS?|pack SL|split S?S?S?|join SL|splice AS?S?L|push AL|pop A?
shift A?|unshift AL|caller S?|reset S?|exit S?|open FS?L|close F?|pipe FF|fileno F|umask S?|binmode FS?|tie RSL|untie R
tied R|dbmopen HSS|dbmclose H|getc F?|read FRSS?|write F?|sysopen FSSS?|sysseek FSS|sysread FRSS?|syswrite FSS?S?|eof F?
tell F?|seek FSS|truncate SS|fcntl FSS|ioctl FSS|flock FS|send FSSS?|recv FRSS|socket FSSS|socketpair FFSSS|bind FS
connect FS|listen FS|accept FF|shutdown FS|getsockopt FSS|setsockopt FSSS|getsockname F|getpeername F|chdir S?|chroot S?
rename SS|link SS|symlink SS|readlink S?|mkdir S?S?|rmdir S?|opendir FS|readdir F|telldir F|seekdir FS|rewinddir F
closedir F|waitpid SS|getpgrp S?|setpgrp S?S?|getpriority SS|setpriority SSS|localtime S?|gmtime S?|alarm S?|sleep S?
shmget SSS|shmctl SSS|shmread SSSS|shmwrite SSSS|msgget SS|msgctl SSS|msgsnd SSS|msgrcv SSSSS|semop SS|semget SSS
semctl SSSS|gethostbyname S|gethostbyaddr SS|getnetbyname S|getnetbyaddr SS|getprotobyname S|getprotobynumber S
getservbyname SS|getservbyport SS|sethostent S|setnetent S|setprotoent S|setservent S|getpwnam S|getpwuid S|getgrnam S
getgrgid S|syscall SL|lock R|fc S?
`;

function entries(text: string, separator: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of text.trim().split(/\||\n/)) {
    const at = entry.lastIndexOf(separator);
    if (at > 0) found.set(entry.slice(0, at), entry.slice(at + 1));
  }
  return found;
}

function descriptions(): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of DESCRIPTIONS.trim().split(/(?<=[\w)>"])\||\n/)) {
    const parts = /^(.+?)=([^=].*)$/.exec(entry);
    if (parts) found.set(parts[1] ?? '', parts[2] ?? '');
  }
  return found;
}

const known = descriptions();
const operands = entries(OPERANDS, ' ');

export function description(op: string): string {
  return known.get(op) ?? op;
}

/** null: anything goes */
export function operandsOf(name: string): string | null {
  return operands.get(name) ?? null;
}
