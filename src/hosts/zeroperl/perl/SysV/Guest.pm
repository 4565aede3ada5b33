package SysV::Guest;

# The Perl half of the zeroperl host: the eleven builtins and the native half of IPC::SysV for a perl that has no kernel.
# A call becomes a request of packed operands, written to a device; JavaScript reads it where it lies in memory and fills
# in the reply (request.ts, bridge.ts). Conversions, magic and warnings are perl's own, in perl's own order.

use strict;
use warnings;
no warnings qw(experimental::builtin);
use Errno ();
use Fcntl ();
use Scalar::Util qw(looks_like_number reftype blessed set_prototype);

# --- Records: kind, flags, length, eight bytes (request.ts) --------------------------------------------------------------

use constant { UNDEF => 0, INTEGER => 1, UNSIGNED => 2, DOUBLE => 3, BYTES => 4, WIDE => 5, NOT_YET => 6 };
use constant { WAS_UNDEF => 1, READ_ONLY => 2, NO_PLACE => 4, IS_INTEGER => 8, IS_STRING => 16 };

# What came back: kinds of results, and what became of the variable.
use constant { NUMBER => 1, ZERO_BUT_TRUE => 2, TEXT => 3, CROAK => 4, AGAIN => 5, FIRST => 6, UNDEF_AND_NUMBER => 7, WORDS => 8, UNREAD => 9 };
use constant { DEFINE => 1, STRINGIFY => 2, DISCARD => 4, FETCH => 8, STORE => 16, COMPLAIN => 32, ELEMENTS => 64, INTERNAL => 128 };

sub record { my ($kind, $flags, $payload, $length) = @_; return pack 'CCx2La8', $kind, $flags, $length || 0, $payload }


sub complain {
    my ($category, $message) = @_;
    my $level = 0;
    $level++ while (caller $level)[0] =~ /^SysV::/;
    warnings::warnif_at_level($category, $level, $message);
    return;
}

# The number in a value, with perl's warnings under the operation's name.
sub number {
    my ($value, $op) = @_;
    if (!defined $value) {
        complain('uninitialized', "Use of uninitialized value in $op");
        return 0;
    }
    no warnings;
    return $value if ref $value || looks_like_number($value);
    my $text = '';
    {
        local $SIG{__WARN__} = sub { $text = $_[0] };
        use warnings 'numeric';
        my $number = $value + 0;
    }
    complain('numeric', "$1 in $op") if $text =~ /^(Argument .* isn't numeric) in /s;
    return $value + 0;
}

sub packed_integer {
    my ($number, $template) = @_;
    no warnings;
    return pack $template, $number if ref $number;
    my $float = 0 + $number;
    return pack 'q', 0 if $float != $float;
    return $float < 0 ? pack 'Q', 1 << 63 : pack 'q', -1 if $float == 9**9**9 || $float == -9**9**9;
    return pack $template, $number;
}

# A C int in a value.
sub c_int { my ($value, $op) = @_; return unpack 'l', packed_integer(number($value, $op), 'q') }

# One reader for each letter of an operand: value as it came, its place in @_, the operation.
my %reader = (
    i => sub { return record(INTEGER, 0, packed_integer(number($_[0], $_[2]), 'q')) },
    u => sub { return record(UNSIGNED, 0, packed_integer(number($_[0], $_[2]), 'Q')) },
    d => sub { no warnings; return record(DOUBLE, 0, pack 'd', number($_[0], $_[2])) },
    # An integer, or undef in silence.
    o => sub { my $value = $_[0]; return defined $value ? record(INTEGER, 0, packed_integer(number($value, $_[2]), 'q')) : record(UNDEF, WAS_UNDEF, '') },
    v => sub { return variable($_[0]) },
    s => sub { return bytes($_[0]) },
    # A string that is read when the range is good: only a tied one tells.
    l => sub { return tied $_[0] ? record(NOT_YET, 0, '') : bytes($_[0]) },
    n => sub { return internal($_[0]) },
);

# An output operand: nothing is read of it before the call.
sub variable {
    my $flags = \$_[0] == \undef ? NO_PLACE : Internals::SvREADONLY($_[0]) ? READ_ONLY : 0;
    return record(UNDEF, $flags, '');
}

our @held;    # strings whose addresses are in the request

sub held {
    my ($string, $flags) = @_;
    push @held, $string;
    return record(BYTES, $flags, pack('P', $held[-1]), length $string);
}

# A byte string; undef is complained about when the library reads it. perl takes the UTF-8 flag off the variable itself.
sub bytes {
    if (!tied $_[0] && utf8::is_utf8($_[0]) && !Internals::SvREADONLY($_[0])) { utf8::downgrade($_[0], 1) }
    my $value = $_[0];
    return held('', WAS_UNDEF) unless defined $value;
    my $string = "$value";
    return utf8::downgrade($string, 1) ? held($string, 0) : record(WIDE, 0, '');
}

# The bytes as they lie in memory, and how the scalar is stored: for XS code that looks.
sub internal {
    my $magical = magical($_[0]);
    my $value = $_[0];
    return held('', WAS_UNDEF) unless defined $value;
    my $flags = $magical ? WAS_UNDEF : ref $value ? 0 : numeric($value) ? whole($value) : IS_STRING;
    my $string = "$value";
    utf8::encode($string) if utf8::is_utf8($string);
    return held($string, $flags);
}

# Tied scalars, substr and its like, the variables of the last match: their value is not stored in them.
my %of_match = do { no strict 'refs'; map { \${"main::$_"} => 1 } 1 .. 20, '&', '+' };
sub magical { return defined tied $_[0] || $of_match{ \$_[0] } || reftype(\$_[0]) eq 'LVALUE' }

# Whether there is a number in the scalar, if only since it was used as one: then ^ is the operator for numbers.
sub numeric { my ($value) = @_; no warnings; return !utf8::is_utf8($value) && ($value ^ $value) eq '0' }

sub whole { return $_[0] =~ /^-?\d+\z/ ? IS_INTEGER : 0 }

# --- The device ------------------------------------------------------------------------------------------------------------

sysopen my $device, '/dev/sysv-ipc', Fcntl::O_WRONLY() or die "no device for System V IPC: $!\n";
my $reply = "\0" x 32;
vec($reply, 31, 8) = 0;    # memory of its own, that JavaScript may write to

sub ask {
    my ($name, $attempt, @records) = @_;
    syswrite $device, pack('P L L a40', $reply, $attempt, scalar @records, $name) . join '', @records;
    return unpack 'C C x2 l q L L', $reply;
}

# What JavaScript keeps for us, in memory of our own.
sub fetch {
    my @strings = map { my $string = ''; vec($string, $_ - 1, 8) = 0 if $_; $string } @_;
    ask('fetch', 0, map { record(BYTES, 0, pack('P', $_), length $_) } @strings);
    return @strings;
}

our ($pause, $real_errno, $set_errno, $storing_for, %ctl_kinds);
$real_errno = \$!;

# How the last operand of a ctl call is read: a variable, bytes, or else a number. The command says it.
%ctl_kinds = (c => { 1 => 's', 2 => 'v' }, e => { 1 => 's', 2 => 'v', 13 => 'v', 17 => 's' });

# `$pause` is set where a wait need not stop the event loop.

# A call: the operands in the order of reading, as letter and place, and the place of the variable.
sub call {
    my ($name, $op, $reads, $place, $args, @more) = @_;
    local @held;
    my @records;
    my $errno_before = $$real_errno + 0;
    for my $read (@$reads) {
        my ($letter, $at) = @$read;
        if (my $kinds = $ctl_kinds{$letter}) {
            $letter = $kinds->{ unpack 'x8 l', $records[ $at - 1 ] } || 'o';
            $place = $at if $letter eq 'v';
        }
        $records[$at] = $reader{$letter}->($args->[$at], $at, $op) if $at < @$args;
    }
    $#records = $#$args if @records < @$args;
    $_ ||= record(UNDEF, 0, '') for @records;
    my ($kind, $effects, $errno, $number, $data, $text);
    for (my $attempt = 1; ; $attempt++) {
        ($kind, $effects, $errno, $number, $data, $text) = ask($name, $attempt, @records, @more);
        if    ($kind == AGAIN)  { $pause->($attempt) }
        elsif ($kind == UNREAD) { $records[ $reads->[-1][1] ] = bytes($args->[ $reads->[-1][1] ]) }
        else                    { last }
    }
    ($data, $text) = $data || $text ? fetch($data, $text) : ('', '');
    complain('uninitialized', "Use of uninitialized value in $op") if $effects & COMPLAIN;
    prepare($args, $place, $effects) if defined $place;
    if ($errno >= 0) { $set_errno->($errno) }
    else { $$real_errno = $errno_before }
    fail($text) if $kind == CROAK;
    if ($effects & STORE) { local $storing_for = $op; store($args, $place, $data, $effects & INTERNAL) }
    if ($effects & ELEMENTS) { @{ $args->[0] } = unpack 'q*', $data }
    return answer($kind, $number, $text, $args);
}

sub answer {
    my ($kind, $number, $text, $args) = @_;
    return $number if $kind == NUMBER;
    return '0 but true' if $kind == ZERO_BUT_TRUE;
    return $text if $kind == TEXT;
    return $args->[0] if $kind == FIRST;
    return (undef, $number) if $kind == UNDEF_AND_NUMBER;
    return split / /, $text if $kind == WORDS;
    return undef;
}

# perl's ways of making a variable ready (Preparation in host.ts).
sub prepare {
    my ($args, $place, $effects) = @_;
    no warnings;
    $effects &= ~(DEFINE | STRINGIFY) if tied $args->[$place];
    if ($effects & DEFINE && !defined $args->[$place]) { $args->[$place] = '' }
    if ($effects & STRINGIFY && ref $args->[$place]) { $args->[$place] = "$args->[$place]" }
    if ($effects & DISCARD) { my $value = $args->[$place]; $args->[$place] = undef if ref $value }
    if ($effects & FETCH) { my $value = $args->[$place] }
    return;
}

# One STORE; what is read-only is overwritten where perl overwrites it. substr and its like are no lvalues as operands of perl's
# own builtins: the data goes nowhere.
sub store {
    my ($args, $place, $data, $internal) = @_;
    return if reftype(\$args->[$place]) eq 'LVALUE';
    utf8::decode($data) if $internal && utf8::is_utf8($args->[$place]);
    my $read_only = Internals::SvREADONLY($args->[$place]);
    Internals::SvREADONLY($args->[$place], 0) if $read_only;
    no warnings;
    eval { $args->[$place] = $data; 1 } or ref $@ ? die $@ : fail($@ =~ s/ at \S+ line \d+.*//sr);
    Internals::SvREADONLY($args->[$place], 1) if $read_only;
    return;
}

# An exception at the place of the call.
sub fail {
    my ($message) = @_;
    my $level = 0;
    $level++ while (caller $level)[0] eq __PACKAGE__;
    my (undef, $file, $line) = caller $level;
    die "$message at $file line $line.\n";
}

# --- $! --------------------------------------------------------------------------------------------------------------------

my %linux_number = map { split /=/ } call('_errnos', '', [], undef, []);

# Sets $! by the kernel's number.
$set_errno = do {
    my %own = map { my $constant = Errno->can($_); $constant ? ($linux_number{$_} => $constant->()) : () } keys %linux_number;
    $own{0} = 0;
    sub { $$real_errno = $own{ $_[0] } // $_[0]; return };
};

# The process that the kernel sees.
$$ = call('_pid', '', [], undef, []);

# $!, %! and Errno's constants in the kernel's numbers.
sub use_linux_errno {
    require SysV::LinuxErrno;
    $set_errno = SysV::LinuxErrno::install(\%linux_number, scalar call('_errno_texts', '', [], undef, []));
    SysV::LinuxErrno::watch_status() if ${^GLOBAL_PHASE} eq 'START';
    return;
}

# --- The subs ----------------------------------------------------------------------------------------------------------------

sub define {
    my ($name, $full_name, $prototype, $op, $reads, $place) = @_;
    my @reads = map { [/(.)(\d)/] } split / /, $reads;
    my $sub = sub { return call($name, $op, \@reads, $place, \@_) };
    no strict 'refs';
    no warnings;
    *$full_name = set_prototype(\&$sub, $prototype);
    return $sub;
}

my @builtins = (
    [ shmget => '$$$', 'd0 i2 u1' ],
    [ semget => '$$$', 'd0 i2 i1' ],
    [ msgget => '$$', 'd0 i1' ],
    [ shmread => '$$$$', 'i0 i2 i3 v1', 1 ],
    [ shmwrite => '$$$$', 'i0 i2 i3 l1' ],
    [ semop => '$$', 'i0 s1' ],
    [ msgsnd => '$$$', 'i0 i2 s1' ],
    [ msgrcv => '$$$$$', 'i0 i2 i3 i4 v1', 1 ],
    [ shmctl => '$$$', 'i0 i1 c2' ],
    [ msgctl => '$$$', 'i0 i1 c2' ],
    [ semctl => '$$$$', 'i0 i1 i2 e3' ],
);
for (@builtins) {
    my ($name, $prototype, $reads, $place) = @$_;
    my $sub = define($name, "CORE::GLOBAL::$name", $prototype, $name, $reads, $place);
    define_core($name, length $prototype, $sub);
}

# &CORE::shmget, which counts its arguments when it is called.
sub define_core {
    my ($name, $count, $sub) = @_;
    no strict 'refs';
    no warnings;
    *{"CORE::$name"} = set_prototype(sub {
        fail((@_ < $count ? 'Not enough' : 'Too many') . " arguments for $name") if @_ != $count;
        goto &$sub;
    }, '$' x $count);
    return;
}

# The native half of IPC::SysV.
my @subs = (
    [ ftok => '$;$', 'n0 n1' ],
    [ shmat => '$$$', 'i0 i2 n1' ],
    [ shmdt => '$', 'n0' ],
    [ memread => '$$$$', 'u2 u3 n0 v1', 1 ],
    [ memwrite => '$$$$', 'u2 u3 n0 n1' ],
    [ _constant => '$', 'n0' ],
    [ _export_names => '', '' ],
);

sub load_ipc_sysv {
    define("IPC::SysV::$_->[0]", "IPC::SysV::$_->[0]", $_->[1], 'subroutine entry', $_->[2], $_->[3]) for @subs;
    define_stat($_) for qw(IPC::SharedMem::stat IPC::Semaphore::stat IPC::Msg::stat);
    return 1;
}

# The object travels as its class, and its fields follow the operands.
sub define_stat {
    my ($class) = @_;
    no strict 'refs';
    *{"${class}::pack"} = set_prototype(\&{ sub {
        my @fields = map { defined $_ ? record(INTEGER, 0, packed_integer(number($_, 'subroutine entry'), 'q')) : record(UNDEF, WAS_UNDEF, '') } elements($_[0]);
        return call("${class}::pack", 'subroutine entry', [ [ 'k', 0 ] ], undef, \@_, @fields);
    } }, '$');
    *{"${class}::unpack"} = set_prototype(\&{ sub {
        return call("${class}::unpack", 'subroutine entry', [ [ 'k', 0 ], [ 'n', 1 ] ], undef, \@_);
    } }, '$$');
    return;
}

sub elements { return (reftype($_[0]) // '') eq 'ARRAY' ? @{ $_[0] } : () }

$reader{k} = sub { return held(blessed($_[0]) // '', 0) };

# What XSLoader finds when IPC/SysV.pm asks for it.
require XSLoader;
{
    no warnings 'redefine';
    my $load = \&XSLoader::load;
    *XSLoader::load = sub {
        return load_ipc_sysv() if ($_[0] // '') eq 'IPC::SysV';
        goto &$load;
    };
}

# This perl has no signals, and %SIG is empty. sigtrap would look for the name of one for ever.
{
    no warnings 'signal';
    $SIG{TERM} = undef if !exists $SIG{TERM};
}

# Programs ask %Config whether there is System V IPC.
require Config;
if (my $config = tied %Config::Config) {
    my @calls = qw(shmget shmctl shmat shmdt semget semctl semop msgget msgctl msgsnd msgrcv);
    $config->{"d_$_"} = 'define' for qw(shm sem msg semctl_semun semctl_semid_ds), @calls;
    $config->{extensions} = ($Config::Config{extensions} // '') . ' IPC/SysV';
}

sub import {
    my ($class, %option) = @_;
    use_linux_errno() if $option{linux_errno};
    chdir $option{cwd} if defined $option{cwd};
    return;
}

1;
