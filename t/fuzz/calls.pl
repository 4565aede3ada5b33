#!/usr/bin/perl
# Random calls of the eleven System V IPC builtins, with everything that can be seen of them.
#
#   perl t/fuzz/calls.pl SEED COUNT
#
# The same seed makes the same calls in every Perl, so two Perls can be compared line by line. Run it in a fresh
# IPC namespace (`unshare --ipc`), where the ids are the same each time. It keeps away from what may differ for good
# reason: addresses, process ids, times, blocking, wild pointers, and attachments that perl leaks when a call dies
# (those calls come last, when nobody looks at the segment any more).

use strict;
use warnings;

my ($seed, $count) = (@ARGV, 1, 200);

# --- Choices: Lehmer's generator, exact in 53 bits ---------------------------------------------------------------

my $state = ($seed * 7919 + 12345) % 2147483647 || 1;

sub below { my ($n) = @_; $state = $state * 16807 % 2147483647; return int($state / 7) % $n }
sub one_of { return $_[ below(scalar @_) ] }
sub chance { my ($percent) = @_; return below(100) < $percent }

# --- The variables that calls use, set anew before each call --------------------------------------------------------

{
    package Tied;
    sub TIESCALAR { my ($class, $value) = @_; return bless { value => $value, log => '' }, $class }
    sub FETCH { my $self = shift; $self->{log} .= 'F'; return $self->{value} }
    sub STORE { my ($self, $value) = @_; $self->{log} .= 'S'; $self->{value} = $value }
}
{
    package Overloaded;
    use overload '0+' => sub { return $_[0]{number} }, '""' => sub { return $_[0]{text} }, fallback => 1;
}

our ($global, $global_undef);
my (@shm, @sem, @msg);    # ids of living objects, and of some dead ones
my ($text, $undef, $number, $float, $wide, $flagged, $reference, $long, %h, @a, $tied, $tied_undef, $overloaded);
my ($struct, $ops, $message, $values);

sub reset_variables {
    ($text, $undef, $number, $float, $global, $global_undef) = ('some text', undef, 42, 2.75, 'global', undef);
    $wide = "wide \x{263a}";
    $flagged = "caf\xe9";
    utf8::upgrade($flagged);
    $reference = [ 1, 2 ];
    $long = 'x' x 300;
    %h = (key => 'value', undef => undef, number => 7);
    @a = (3, undef, 'element');
    tie $tied, 'Tied', 5;
    tie $tied_undef, 'Tied', undef;
    $overloaded = bless { number => 2, text => 'overloaded' }, 'Overloaded';
}

# --- Parts of calls, as Perl text -------------------------------------------------------------------------------------

# A small number in one of its many forms, around N.
sub number_text {
    my ($n) = @_;
    my $form = below(14);
    return "'$n'" if $form == 0;
    return "$n.75" if $form == 1;
    return "'${n}abc'" if $form == 2;
    return "' $n '" if $form == 3;
    return "($n + 4294967296)" if $form == 4;
    return "\"$n\\n\"" if $form == 5;
    return $n;
}

# A number that nobody would expect; each is 0 or small after conversion to 32 bits, or out of every range.
sub odd_number {
    return one_of('undef', '$undef', '$global_undef', '$h{undef}', '$h{missing}', '$a[1]', '$a[7]', '$number', '$float', '$tied',
        '$tied_undef', '$overloaded', q(''), q('abc'), q('0x10'), q('0 but true'), '-1', '-2', '1e3', '2147483648', '4294967295',
        q('12abc'), '1.9', '-0.5', q('nan'), q('-inf'), '9223372036854775808', '$a[0]', '$h{number}', '@a', '!!1', '!!0');
}

sub id_text {
    my ($name, $ids) = @_;
    return one_of('-1', '99', '$undef', q('abc'), '2147483647', '-2147483648') if !@$ids || chance(8);
    my $index = below(scalar @$ids);
    return chance(85) ? "\$$name\[$index]" : one_of("'$ids->[$index]'", "$ids->[$index].5", "($ids->[$index] + 4294967296)");
}

sub position { return chance(85) ? number_text(below(12)) : odd_number() }

sub key_text { return one_of(0, 0, 101, 102, 103, 104, -7, q('103abc'), '102.9', '-7.5', q(' 104 '), '$undef', '$tied', "'abc'") }

sub get_flags {
    return one_of(0, '0600', '01600', '01600', '01600', '01640', '03600', '02000', q('0600'), q('896'), '1536.5', '$undef', '0200|01000');
}

# A variable that takes data.
sub buffer {
    return one_of('$text', '$text', '$undef', '$number', '$float', '$wide', '$flagged', '$reference', '$long', '$h{key}', '$h{undef}',
        '$a[0]', '$a[1]', '$a[-1]', '$global', '$global_undef', '$alias', '${ \ $text }', 'substr($text, 1, 3)', '"$text"', '@a',
        '($text = "assigned")', '(1 ? $text : $number)', '$overloaded', @_);
}

# What no data can be put into.
my @no_place = ('undef', '$h{missing}', '$a[9]', '"literal"');

# A value that is sent.
sub sent { return one_of('$text', '$number', '$float', '$flagged', '$long', '$h{key}', '$h{missing}', '$a[2]', '$undef', 'undef',
    '""', '"literal"', '"a\0b"', '12345', '-1.5', '$global', '@a', '$tied', '$overloaded', '$text . $number', '"\x{e9}\xff"', @_) }

# --- The calls ----------------------------------------------------------------------------------------------------------

sub shmget_call { return 'shmget(' . join(', ', key_text(), chance(80) ? number_text(1 + below(64)) : one_of(0, -1, q('abc'), q('-3'),
    '18446744073709551615', '$undef', 0.5), get_flags()) . ')' }
sub semget_call { return 'semget(' . join(', ', key_text(), chance(80) ? number_text(1 + below(5)) : one_of(0, -1, 40_000, '$undef',
    '4294967298'), get_flags()) . ')' }
sub msgget_call { return 'msgget(' . join(', ', key_text(), get_flags()) . ')' }

sub shmread_call { return 'shmread(' . join(', ', id_text(shm => \@shm), buffer('$tied', '$tied_undef'), position(), position()) . ')' }
sub shmwrite_call { return 'shmwrite(' . join(', ', id_text(shm => \@shm), sent(), position(), position()) . ')' }

# Commands, and arguments that are safe with them: an address is only ever 0.
my @ignored = ('0', 'undef', '$undef', '5', q('abc'), '$text');
my %argument = (
    0 => \@ignored, 1 => [ '$struct', '$struct', '$struct', '"short"', '$undef', '12345', '$wide', '$long' ],
    3 => [ '0', 'undef', '$undef', q('abc'), q('') ],
);

sub shmctl_call {
    my $command = one_of(0, 1, 1, 2, 2, 2, 3, 11, 12, 13, 14, -1, 77);
    return ctl('shmctl', id_text(shm => \@shm), $command, $command =~ /^1[34]$/ ? 3 : $command);
}

sub msgctl_call {
    my $command = one_of(0, 1, 1, 2, 2, 2, 3, 11, 12, -1, 77);
    return ctl('msgctl', id_text(msg => \@msg), $command, $command =~ /^1[12]$/ ? 3 : $command);
}

sub semctl_call {
    my $command = one_of(0, 1, 2, 3, 11, 12, 12, 12, 13, 13, 13, 14, 15, 16, 16, 16, 16, 17, 17, 17, 18, 19, -1, 77);
    my $first = id_text(sem => \@sem) . ', ' . (chance(85) ? number_text(below(4)) : odd_number());
    return "semctl($first, $command, " . buffer('$tied', '$tied_undef', @no_place) . ')' if $command == 13;
    return "semctl($first, $command, " . one_of('$values', '$values', '$values', '"short"', '$wide', '$undef', '1234567') . ')' if $command == 17;
    return "semctl($first, $command, " . (chance(60) ? number_text(below(50)) : odd_number()) . ')' if $command == 16;
    return ctl('semctl', $first, $command, $command =~ /^1[89]$/ ? 3 : $command);
}

sub ctl {
    my ($name, $first, $command, $kind) = @_;
    my $argument = $kind eq '2' ? buffer('$tied', '$tied_undef', @no_place) : one_of(@{ $argument{$kind} || \@ignored });
    return "$name($first, " . number_text($command) . ", $argument)";
}

sub semop_call { return 'semop(' . id_text(sem => \@sem) . ', ' . one_of('$ops', '$ops', '$ops', '$ops', '$ops', '$wide', '""', '$undef', '12345', '"sixsix"') . ')' }

sub msgsnd_call {
    return 'msgsnd(' . join(', ', id_text(msg => \@msg), one_of('$message', '$message', '$message', '$message', '$wide', '"short"', '$undef'),
        one_of('2048', '2048', q('2048'), '2048.5', '-1', '6144')) . ')';
}

# Sizes are not negative: perl before 5.39.2 asks for that much memory first.
sub msgrcv_call {
    return 'msgrcv(' . join(', ', id_text(msg => \@msg), buffer(@no_place), chance(70) ? number_text(50) : one_of(0, 3, '$undef', q('abc'), 8192),
        chance(70) ? number_text(below(5)) : one_of(-1, -3, '$undef', q('abc'), '-9223372036854775808', '$tied', '1e20', 2.9),
        one_of('2048', '2048', '6144', '10240', '14336', q('2048'), '-1')) . ')';
}

my @calls = (
    (\&shmget_call) x 3, (\&semget_call) x 3, (\&msgget_call) x 3, (\&shmread_call) x 8, (\&shmwrite_call) x 8,
    (\&shmctl_call) x 5, (\&semctl_call) x 9, (\&msgctl_call) x 5, (\&semop_call) x 7, (\&msgsnd_call) x 7, (\&msgrcv_call) x 8,
);

# --- Contents that need bytes -----------------------------------------------------------------------------------------------

# A structure for IPC_SET: what IPC_STAT says, with another mode, and for a queue another limit.
sub prepare_struct {
    my ($name) = @_;
    my ($id) = $name eq 'shmctl' ? @shm : $name eq 'semctl' ? @sem : @msg;
    $struct = '';
    return unless defined $id;
    no warnings;
    $name eq 'shmctl' ? shmctl($id, 2, $struct) : $name eq 'semctl' ? semctl($id, 0, 2, $struct) : msgctl($id, 2, $struct);
    return if length $struct < 100;
    substr($struct, 20, 4) = pack 'L', one_of(0600, 0640, 0666, 07777);
    substr($struct, 88, 8) = pack 'Q', one_of(0, 10, 100, 16384) if $name eq 'msgctl' && chance(30);
    utf8::upgrade($struct) if chance(20);
    chop $struct if chance(10);
}

sub prepare_bytes {
    $ops = join '', map { pack 's!3', chance(90) ? below(3) : one_of(9, -1), one_of(0, 1, 2, -1, -2, 30_000), 04000 | one_of(0, 0, 010000) } 1 .. 1 + below(3);
    chop $ops if chance(10);
    utf8::upgrade($ops) if chance(20);
    $message = pack 'l! a*', chance(90) ? 1 + below(4) : one_of(0, -1, '9223372036854775807'), one_of('', 'text', 'x' x 40, "\0\xff\xe9", 'y' x 9000);
    utf8::upgrade($message) if chance(20);
    $values = pack 's!*', map { one_of(0, 1, 2, 32767, -1, below(100)) } 1 .. 1 + below(4);
}

# --- What is shown ------------------------------------------------------------------------------------------------------------

sub shown {
    my ($value) = @_;
    return 'undef' unless defined $value;
    my $flag = utf8::is_utf8($value) ? 'utf8 ' : '';
    my $string = "$value";
    $string =~ s/\(0x[0-9a-f]+\)/(ADDRESS)/g;
    $string = substr($string, 0, 60) . '...' . length $string if length $string > 60;
    $string =~ s/([^ -~])/sprintf '\\x{%x}', ord $1/ge;
    return (ref $value ? 'reference ' : $flag) . "'$string'";
}

# A structure from IPC_STAT without times and process ids.
sub shown_struct {
    my ($name, $data) = @_;
    my @fields = unpack 'l L5', $data;
    push @fields, unpack 'x48 Q x32 Q', $data if $name eq 'shmctl';
    push @fields, unpack 'x72 Q3', $data if $name eq 'msgctl';
    push @fields, length($data) == 104 ? unpack 'x80 Q', $data : unpack 'x64 Q', $data if $name eq 'semctl';
    return length($data) . " bytes: @fields";
}

sub shown_result {
    my ($call, $result) = @_;
    return 'pid' if $call =~ /^semctl\(.*, \D*11\D/ && defined $result && $result eq $$;
    return shown($result);
}

sub show_variable {
    my ($name, $call) = @_;
    my ($variable) = $call =~ /^[a-z]+\([^,]+, (?:[^,]+, )*?(\$(?:text|undef|number|float|wide|flagged|reference|long|global|global_undef|alias|overloaded|tied|tied_undef|h\{\w+\}|a\[-?\d+\]))(?=[,)])/;
    return unless defined $variable;
    $variable = '$text' if $variable eq '$alias';
    my $value = $variable =~ /^\$(tied\w*)$/ ? ($1 eq 'tied' ? tied($tied) : tied($tied_undef)) : eval $variable;
    if (ref $value eq 'Tied') {
        print "  $variable: $value->{log} ";
        $value = $value->{value};
    }
    else { print "  $variable: " }
    my $is_struct = defined $value && !ref $value && length $value >= 88 && length $value <= 120 && $value !~ /^x+$/ && $name =~ /ctl$/;
    print $is_struct ? shown_struct($name, $value) : shown($value), "\n";
}

# Only the containers of missing elements may be made, no elements.
sub show_new_elements { print '  elements: ', join(' ', sort keys %h), ' / ', scalar @a, "\n" if keys %h != 3 || @a != 3 }

# --- One call -------------------------------------------------------------------------------------------------------------------

sub perform {
    my ($number, $call) = @_;
    my ($name) = $call =~ /^(\w+)/;
    my (@warnings, @result);
    print "$number $call\n";
    $! = 5;
    {
        local $SIG{__WARN__} = sub { push @warnings, $_[0] };
        my $code = $call =~ /\$alias/ ? "for my \$alias (\$text) { \@result = $call }" : "\@result = $call";
        eval "# line 1 \"call\"\n$code; 1" or push @warnings, "died: $@";
    }
    my $errno = $! + 0;
    print "  = ", join(', ', map shown_result($call, $_), @result), "\n" if @result;
    print "  ! $errno\n";
    s/\(0x[0-9a-f]+\)/(ADDRESS)/g, s/([^ -~\n])/sprintf '\\x{%x}', ord $1/ge, print "  - $_" for @warnings;
    show_variable($name, $call);
    show_new_elements();
    return $result[0];
}

# Living objects, few enough to be met again.
sub remember {
    my ($name, $id) = @_;
    my $ids = $name eq 'shmget' ? \@shm : $name eq 'semget' ? \@sem : \@msg;
    return if grep { $_ == $id } @$ids;
    push @$ids, $id;
    remove($name, shift @$ids) if @$ids > 6;
}

sub remove {
    my ($name, $id) = @_;
    if ($name eq 'shmget') { shmctl($id, 0, 0) }
    elsif ($name eq 'semget') { semctl($id, 0, 0, 0) }
    else { msgctl($id, 0, 0) }
}

# Only these calls are made (a failing run is made smaller so); the others' random numbers are drawn all the same.
my %only = map { $_ => 1 } split /,/, $ENV{FUZZ_ONLY} // '';

for my $n (1 .. $count) {
    reset_variables();
    prepare_bytes();
    my $call = one_of(@calls)->();
    next if %only && !$only{$n};
    my ($name) = $call =~ /^(\w+)/;
    prepare_struct($name) if $name =~ /ctl$/;
    my $result = perform($n, $call);
    remember($name, $result) if $name =~ /get$/ && defined $result;
}

# Calls that die after attaching.
for my $n (1 .. 5) {
    reset_variables();
    perform("last $n", @shm ? one_of('shmwrite($shm[0], $wide, 0, 1)', 'shmread($shm[0], $h{missing}, 0, 1)', 'shmread($shm[0], undef, 0, 0)',
        'shmwrite($shm[0], $wide, 0, 10_000)', 'shmread($shm[0], $a[9], 0, 1)') : 'shmread(-1, $h{missing}, 0, 1)');
}

END {
    no warnings;
    remove(shmget => $_) for @shm;
    remove(semget => $_) for @sem;
    remove(msgget => $_) for @msg;
}
