#!/usr/bin/perl
# A ring buffer in shared memory, and the idioms of three decades in one file without strict.
package Ring;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID);
$HDR  = 'L4';
$HLEN = length pack $HDR, (0) x 4;

sub new {
    my $class = shift;
    my $self  = {};
    bless $self, $class;
    my %arg = ( slots => 4, width => 16, @_ );
    @$self{ keys %arg } = values %arg;
    $self->{id}         = shmget IPC_PRIVATE, $HLEN + $self->{slots} * $self->{width}, IPC_CREAT | 0600;
    die "shmget: $!" unless defined $self->{id};
    $self->_head( 0, 0, 0, $self->{slots} );
    return $self;
}

sub _head {
    my $self = shift;
    if (@_) { shmwrite $self->{id}, pack( $HDR, @_ ), 0, $HLEN or die "write $!" }
    else    { my $b; shmread $self->{id}, $b, 0, $HLEN or die "read $!"; unpack $HDR, $b }
}

sub put {
    my ( $self, $item ) = @_;
    my ( $r, $w, $n, $max ) = $self->_head;
    return 0 if $n >= $max;
    shmwrite $self->{id}, pack( "A$self->{width}", $item ), $HLEN + $w * $self->{width}, $self->{width};
    $self->_head( $r, ( $w + 1 ) % $max, $n + 1, $max );
    1;
}

sub get {
    my $self = shift;
    my ( $r, $w, $n, $max ) = $self->_head;
    return undef unless $n;
    my $b;
    shmread $self->{id}, $b, $HLEN + $r * $self->{width}, $self->{width};
    $self->_head( ( $r + 1 ) % $max, $w, $n - 1, $max );
    unpack 'A*', $b;
}
sub count   { ( $_[0]->_head )[2] }
sub destroy { shmctl $_[0]{id}, IPC_RMID, 0 }

package main;
$ring = new Ring( slots => 3, width => 8 );
for (qw(one two three four)) { print "put $_: ", $ring->put($_), "\n" }
print $ring->count, "\n";
while ( defined( $x = $ring->get ) ) { print "got '$x'\n" }
$ring->put("overlongitem");
print $ring->get, "\n";
indirect: { my $r2 = new Ring; print ref $r2, " $r2->{slots}\n"; $r2->destroy }
$ring->destroy;
print eval { $ring->put('x'); 1 } ? "ok\n" : $@;
@array = ( 1 .. 5 );
( $total, $count ) = ( 0, 0 );
foreach my $v (@array) { $total += $v; $count++ }
print "avg ", $total / $count, "\n";
%h = map { $_, length } qw(apple fig);
print join ' ', map "$_=$h{$_}", sort keys %h;
print "\n";
$s = 'abc';
print "match\n" if $s =~ m/^a.c$/;
$s =~ s/b/[$&]/;
print "$s\n";
$y = 5;
$y**= 2;
$y %= 7;
$y ||= 9;
$y .= 'z';
$y x= 2;
print "$y\n";
$u //= 'default';
print "$u\n";
$v &&= 1;
print defined $v ? "def" : "undef", "\n";
print "a", "b", "c" x 2, "\n";
print STDOUT "to stdout\n";
print {*STDOUT} "glob\n";
$fh = \*STDOUT;
print $fh "ref\n";
print {$fh} "block\n";
printf {$fh} "%s\n", 'fmt';
$name = 'STDOUT';
print $name "by name\n";
@l = ( 3, 1, 2 );
@l = sort @l;
print "@l[0..$#l]\n";
( $a, $b ) = @l;
print $a + $b, "\n";
$str =
"x=$h{apple} y=$l[1] z=@l[0,1] m=@{[ 1 + 1 ]} e=$h{'fig'} email\@x.com $$ref[0] ${\($s)} time${u}x $l[-1] $l[$#l] $l[0]$l[1] $h{apple}{x}[1]";
print "$str\n";
$ref = \@l;
print "$$ref[0] ${$ref}[1] $ref->[2] @$ref @{$ref}[0,1] $#{$ref} $#$ref\n";
$code = \&Ring::count;
print defined &$code ? "code\n" : "none\n";
$glob = *main::l;
print "@{*$glob{ARRAY}} ", *l{PACKAGE}, " ", *l{NAME}, "\n";
print "$0\n" if 0;
print "${\join '-', @l}\n";
$long_string = "x" if 0;
$_           = 'default';
print;
print "\n";
print length, "\n";
for ( my $i = 0, my $j = 10 ; $i < $j ; $i += 3, $j -= 2 ) { print "$i,$j " }
print "\n";
$i = 5;
{ local $i = 6; print_i() }
print_i();
sub print_i { print "i=$i\n" }
do { print $i--, ' ' } until $i <= 2;
print "\n";
print "yes\n" if "10" == 10.0 and "abc" lt "abd" or 0;
print 'a' . 1 + 2 . "\n";
print "\n", 07 + 0x1F + 0b11, "\n";
print 1 .. 3, "\n";
print "done", "\n"
