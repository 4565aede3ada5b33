#!/usr/bin/perl
# Parsers and tokenizers with \G, and what matches leave behind.
use strict;
use warnings;
use Data::Dumper;
$Data::Dumper::Sortkeys = 1;
$Data::Dumper::Indent   = 1;

# JSON-ish parser, recursive descent with \G and pos; tokenizer; stack machine
sub parse {
    my ($s) = @_;
    my $v = value( \$s );
    $s =~ /\G\s*/gc;
    die "trailing at " . pos($s) . "\n" if pos($s) < length $s;
    $v;
}

sub value {
    my $r = shift;
    $$r =~ /\G\s*/gc;
    if ( $$r =~ /\G\{/gc ) {
        my %h;
        while (1) {
            $$r         =~ /\G\s*/gc;
            last if $$r =~ /\G\}/gc;
            $$r         =~ /\G"((?:[^"\\]|\\.)*)"\s*:/gc or die "key expected at " . ( pos($$r) // 0 ) . "\n";
            my $k = $1;
            $h{$k} = value($r);
            $$r =~ /\G\s*,?/gc;
        }
        return \%h;
    }
    if ( $$r =~ /\G\[/gc ) {
        my @a;
        until ( $$r =~ /\G\s*\]/gc ) { push @a, value($r); $$r =~ /\G\s*,?/gc }
        return \@a;
    }
    if ( $$r =~ /\G"((?:[^"\\]|\\.)*)"/gc ) {
        my $x = $1;
        $x =~ s/\\(.)/$1 eq 'n' ? "\n" : $1 eq 't' ? "\t" : $1/ge;
        return $x;
    }
    if ( $$r =~ /\G(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/gc ) { return $1 + 0 }
    if ( $$r =~ /\G(true|false|null)/gc )                  { return { true => 1, false => 0, null => undef }->{$1} }
    die "unexpected '" . substr( $$r, pos($$r) // 0, 5 ) . "'\n";
}
print Dumper( parse('{"a": [1, 2.5, -3e2, {"b": null}], "s": "x\"y\\n", "t": true, "e": [], "o": {}}') );
for my $bad ( '[1, }', '{"a" 1}', '1 2' ) {
    eval { parse($bad) };
    print "error: $@";
}
my @tok;
my $src = 'x = 3 + 4 * (2 - 1); # comment';
for ($src) {
    while (1) {
        if    (/\G\s+/gc)            { next }
        elsif (/\G#.*/gc)            { push @tok, 'COMMENT' }
        elsif (/\G([A-Za-z_]\w*)/gc) { push @tok, "ID($1)" }
        elsif (/\G(\d+)/gc)          { push @tok, "NUM($1)" }
        elsif (/\G([-+*\/=();])/gc)  { push @tok, "OP($1)" }
        else                         { last }
    }
}
print join( ' ', @tok ), "\n";
my %prec = ( '+' => 1, '-' => 1, '*' => 2, '/' => 2 );

sub rpn {
    my ( @out, @ops );
    for my $t ( $_[0] =~ /\d+|[-+*\/()]/g ) {
        if    ( $t =~ /\d/ ) { push @out, $t }
        elsif ( $t eq '(' )  { push @ops, $t }
        elsif ( $t eq ')' )  { push @out, pop @ops while $ops[-1] ne '('; pop @ops }
        else  { push @out, pop @ops while @ops && $ops[-1] ne '(' && $prec{ $ops[-1] } >= $prec{$t}; push @ops, $t }
    }
    ( @out, reverse @ops );
}

sub evaluate {
    my @s;
    for (@_) {
        if (/\d/) { push @s, $_ }
        else {
            my $b = pop @s;
            my $a = pop @s;
            push @s, $_ eq '+' ? $a + $b : $_ eq '-' ? $a - $b : $_ eq '*' ? $a * $b : $a / $b;
        }
    }
    pop @s;
}
print join( ' ', rpn('3+4*(2-1)') ), ' = ', evaluate( rpn('3+4*(2-1)') ), "\n";
my $t = "2024-02-29T12:34:56Z";
if ( my ( $y, $m, $d, $H, $M, $S ) = $t =~ /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)Z$/ ) {
    printf "%d/%d/%d %d\n", $d, $m, $y, $H * 3600 + $M * 60 + $S;
}
my $re = qr/(?<h>\d+):(?<m>\d+)/x;
print "$+{h}h $+{m}m\n" if $t =~ $re;
my @all = ( "a=1, b=2" =~ /(\w)=(\d)/g );
print scalar(@all), "\n";
( my $c = "hello" ) =~ s/(.)/sprintf("%02x", ord $1)/ge;
print "$c\n";
$c =~ s/(..)/chr hex $1/ge;
print "$c\n";
my $w = "the cat the dog";
my $n = $w =~ s/\bthe\b/a/g;
print "$n $w\n";
$w =~ s/(\w+) (\w+)/$2 $1/;
print "$w\n";
print join( '|', split /\s*[,;]\s*/, "a , b;c ,d" ), "\n";
print "nongreedy: ", "<<a>><<b>>" =~ /<<(.+?)>>/ ? $1 : '', "\n";
my @m = "aXbXc" =~ /([a-z])(?=X)/g;
print "@m\n";
print "backref\n" if "abab" =~ /^(ab)\1$/;
$_ = "x" x 3;
print tr/x//, "\n";
print "case: \u\LHELLO wORLD\E!\n";
print "pre[$`] match[$&] post[$']\n" if "foobarbaz" =~ /bar/;
print join( ',', map { "$-[$_]-$+[$_]" } 0 .. 1 ), "\n" if "xxabyy" =~ /(ab)/;
my $text = "line1\nline2\n";
print scalar( () = $text =~ /^line/mg ), "\n";
print "quotemeta: ", quotemeta("a.b*c"), " ", "a.b" =~ /^\Qa.b\E$/ ? 1 : 0, "\n";
my $nested;
$nested = "((a)(b))";
my $depth = () = $nested =~ /\(/g;
print "$depth\n";
print join( "|", "k1=v1;k2=v2" =~ /(?:^|;)(\w+)=(\w+)/g ), "\n";
my %h = ( "a=1,b=2" =~ /(\w)=(\d)/g );
print join( ',', map { "$_$h{$_}" } sort keys %h ), "\n";
$_ = 'global';
{ local $_ = 'loc'; s/l/L/; print "$_\n" }
print "$_\n";
print "cond: ", ( "abc" =~ /^(?:a(b)?)/ ? defined $1 ? $1 : 'undef' : 'no' ), "\n";
my @parts = split /(?<=,)/, "a,b,c";
print "@parts\n";
print join( '-', split //, 'abc', 2 ), "\n";
print "trim: '", join( "','", map { s/^\s+|\s+$//gr } ( ' a ', "b\t" ) ), "'\n";
my $str = 'aaa';
my $pos = 0;
while ( $str =~ /a/g ) { $pos .= pos $str }
print "$pos\n";
