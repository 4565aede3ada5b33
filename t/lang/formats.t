use strict;
use warnings;
use Test::More;

# What `write` prints with the formats of this file.
our ($name, $number, $text, @rows) = ('alpha', 3.5, 'some long text that wraps over lines');
my $lexical = 5;

sub printed {
    my ($format, $code) = @_;
    my $out = '';
    open my $fh, '>', \$out or die $!;
    my $old = select $fh;
    $~ = $format;
    $code ? $code->() : write;
    select $old;
    close $fh;
    return $out;
}

format PLAIN =
Name: @<<<<<< right @>>>>>> middle @|||||| number @##.## @0###
      $name,        $name,         $name,        $number, $number
.
is(printed('PLAIN'), "Name: alpha   right   alpha middle  alpha  number   3.50 00004\n", 'fields');

format WRAPPED =
~~ ^<<<<<<<<<<
$text
.
is(printed('WRAPPED'), "   some long\n   text that\n   wraps over\n   lines\n", '~~ repeats a line');
is($text, '', 'and eats its variable');

format LISTED =
@<<< ~~
shift(@rows) // ''
.
@rows = ('a', 'b');
is(printed('LISTED'), "a\nb\n", 'values are asked for anew');

format BLANK =
a
~ ^<<<
$text
b @*|
"two\nlines"
# a comment
...@<<<...@#
{
    'a long value',
    12
}
.
is(printed('BLANK'), "a\nb two\nlines|\n...a lo...12\n", 'a line with ~ goes if it is empty; @*; braces');

format LEXICAL =
@<<<@<<
$lexical, $lexical++
.
is(printed('LEXICAL'), "6   5\n", 'lexical variables');
is($lexical, 6, 'are the program\'s');

sub in_sub {
    my ($value) = @_;
format INSUB =
[@>>>]
$value
.
    return printed('INSUB');
}
is(in_sub(1) . in_sub(2), "[   1]\n[   2]\n", 'in a sub');

eval "format EVALUATED =\n\@<<\n\$lexical\n.\n1" or die $@;
is(printed('EVALUATED'), "6\n", 'in a string eval');

format PAGE_TOP =
Page @<
$%
.
format PAGE =
line @<<
$number
.
is(
    printed('PAGE', sub {
        $^ = 'PAGE_TOP';
        $= = 3;
        for (1 .. 3) { $number = $_; write }
        is("$% $- $=", '2 1 3', 'the page');
    }),
    "Page 1\nline 1\nline 2\n\fPage 2\nline 3\n",
    'pages'
);

is(printed('PLAIN', sub { is($~, 'PLAIN', '$~'); { local $~ = 'PAGE'; is($~, 'PAGE', 'local') } is($^, '$fh_TOP', '$^') }), '', '');
is("$~ $^ $= $- $%", 'STDOUT STDOUT_TOP 60 0 0', 'of STDOUT');
is(eval { local $~ = 'NONE'; write; 1 } // $@, "Undefined format \"NONE\" called at $0 line " . (__LINE__) . ".\n", 'no such format');
is(ref *PLAIN{FORMAT}, 'FORMAT', '*x{FORMAT}');

# formline
sub formed { my $picture = shift; local $^A = ''; formline($picture, @_); return $^A }
is(formed('@##.## ^### @#', -3.14159, undef, 99.7), ' -3.14      ##', 'numbers');
is(formed("@<<<|@>>>|@|||", "ab\ncd", 'abcdef', 'x'), 'ab  |abcd| x', 'text');
is(formed("@*|^*", "a\nb\n", my $lines = "c\nd"), "a\nb|c", 'lines');
is($lines, 'd', 'and what is left');
{
    local $: = ' ';
    is(formed('^<<<<<|', my $copy = 'aaa-bbb ccc'), 'aaa-bb|', '$:');
}
is(formed('^<<<<...|', my $long = 'ab cd ef gh'), 'ab cd...|', '...');
like(eval { formed('~~ @#', 1); 1 } // $@, qr/^Repeated format line will never terminate \(~~ and \@#\) at /, '~~ and @#');

{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    my $undefined;
format UNDEFINED =
@<< @<<
$undefined
.
    is(printed('UNDEFINED'), "\n", 'missing values');
    is(scalar @warnings, 2, 'warn');
    like($warnings[0], qr/^Use of uninitialized value \$undefined in formline at \S+ line \d+\.$/, 'undefined');
    like($warnings[1], qr/^Not enough format arguments at /, 'missing');
}

# IO::Handle
{
    require IO::Handle;
    my $out = '';
    open my $fh, '>', \$out or die $!;
    $fh->format_name('PAGE');
    is($fh->format_lines_per_page(20), 60, 'format_lines_per_page');
    $number = 7;
    $fh->format_write;
    $fh->formline("<@>>>\n", 1);
    close $fh;
    is($out, "line 7\n<   1\n", 'format_name, format_write, formline');
}

done_testing;
