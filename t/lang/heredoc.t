use strict;
use warnings;
use Test::More;

my $name = 'world';
my %h = (k => 'v');
is(<<EOT, "hello world\nv\n", 'bare');
hello $name
$h{k}
EOT
is(<<"EOT", "hello world\n", 'double quotes');
hello $name
EOT
is(<<'EOT', 'hello $name\n' . "\n", 'single quotes');
hello $name\n
EOT
is(<<~EOT, "indented\n  more\n", 'indented');
    indented
      more
    EOT
is(<<~'EOT', "\$literal\n", 'indented, single quotes');
	$literal
	EOT
is(lc(<<A) . uc(<<B), "first\nB\n", 'two on a line');
FIRST
A
b
B
my @list = (<<ONE, 'between', <<TWO);
one
ONE
two
TWO
is("@list", "one\n between two\n", 'in a list');
sub join_all { return join '|', map { s/\n//r } @_ }
is(join_all(<<X, 'y'), 'x|y', 'as an argument');
x
X
is(__LINE__, 39, 'line numbers go on');
my $code = eval <<'CODE';
my $sum = 0;
$sum += $_ for 1 .. 4;
$sum;
CODE
is($code, 10, 'evaluated');
is("a" . <<END . "z", "amiddle\nz", 'inside an expression');
middle
END
my $empty = <<NOTHING;
NOTHING
is($empty, '', 'empty');
is(<<"with space", "text\n", 'a terminator with a space');
text
with space
is(<<EOT =~ s/^/> /gmr, "> a\n> b\n", 'with an operator');
a
b
EOT
my $result = {
    text => <<TEXT,
in a hash
TEXT
    other => 1,
};
is($result->{text}, "in a hash\n", 'in a hash');
is($result->{other}, 1, 'what follows');
is(<<EOT, "sum: 3\n", 'expressions');
sum: @{[ 1 + 2 ]}
EOT
if (1) {
    is(<<~INNER, "body\n", 'in a block');
        body
        INNER
}
like(<<'EOT', qr/"quotes" and \\n/, 'quotes inside');
"quotes" and \n 'too' $x @y
EOT
my $nested = <<OUTER;
outer ${\ <<INNER}tail
inner
INNER
OUTER
is($nested, "outer inner\ntail\n", 'nested');
is(<<`CMD`, "shell\n", 'a command');
echo shell
CMD

=pod

Documentation in between is skipped:

is(1, 2, 'not a test');

=cut

pass('after the documentation');


# In code within quotes, the body follows the line of the tag if that line ends within the quotes (perlop).
{
    my $text = 'ab';
    $text =~ s|a|"${\<<END}"
inside
END
|e;
    is($text, "inside\nb", 'in a string in s///e over several lines');
    $text =~ s/b/"${\<<END}"/e;
outside
END
    is($text, "inside\noutside\n", 'in a string in s///e on one line');
    is("x@{[ <<A, <<B ]}x
a
A
b
B
", "xa\n b\nx\n", 'two in a string over several lines');
    my $seen = '';
    'q' =~ /(?{$seen = <<END
code
END
})q/;
    is($seen, "code\n", 'in code within a pattern');
    my $pattern = qr/(?{<<END})/;
once
END
    is("$pattern", '(?^:(?{<<END}))', 'the pattern shows the tag');
}


is(eval qq{<<"A";\r\none\r\nA\r\n} // $@, "one\n", 'lines that end in CR LF');
like(eval "print <<MISSING;\nx\n MISSING\n" // $@, qr/^Can't find string terminator "MISSING" anywhere before EOF at /, 'no end');


is(<<~END, "  deep\nshallow\n\n", 'the indentation of the end is what goes');
      deep
    shallow

    END
like(eval "<<~END;\n  a\n b\n  END\n" // $@, qr/^Indentation on line 2 of here-doc doesn't match delimiter at /, 'a line without it');

done_testing;

__END__

is(1, 2, 'never reached');
