use strict;
use warnings;
use Test::More;

# Compress::Raw::Zlib below its modules in Perl.
use Compress::Zlib;
use IO::Compress::Gzip qw(gzip);
use IO::Uncompress::Gunzip qw(gunzip);

my $text = join '', map { "line $_\n" } 1 .. 2000;
is uncompress(compress($text)), $text, 'compress';
is Compress::Zlib::memGunzip(Compress::Zlib::memGzip($text)), $text, 'memGzip';
ok length(compress($text)) < length($text) / 3, '... makes it smaller';
my ($packed, $back);
ok gzip(\$text => \$packed), 'gzip';
ok gunzip(\$packed => \$back), 'gunzip';
is $back, $text, '... and back';
is crc32('abc') . ' ' . adler32('abc'), '891568578 38600999', 'checksums';
my ($deflate) = deflateInit(-Level => 9);
my ($first) = $deflate->deflate('abc' x 50);
my ($last)  = $deflate->flush;
my $inflate = inflateInit();
my $input   = "$first${last}rest";
my ($plain, $status) = $inflate->inflate($input);
is "$plain $input", 'abc' x 50 . ' rest', 'what follows a stream stays';
is $status + 0, Z_STREAM_END, 'status';
is uncompress('no stream'), undef, 'no stream';

# Literals that are objects: overload::constant.
{
    use bigint;
    is 2**70, '1180591620717411303424', 'bigint';
    is 0xffffffffffffffffff, '4722366482869645213695', '... from hexadecimal';
    my @list = (5, 6, 7);
    is $list[1], 6, '... as an index';
}
is 7 / 2, 3.5, '... ends with its block';
is eval 'use bigint; 3**50', '717897987691852588770249', '... in a string eval';
{
    use bigrat;
    is 1/3 + 1/4, '7/12', 'bigrat';
}
{
    package Loud;
    sub import { shift; overload::constant(integer => sub { "<$_[0]>" }, q => sub { uc $_[1] }, @_) }
    BEGIN { require overload; $INC{'Loud.pm'} = __FILE__ }
}
{
    use Loud;
    is 12, '<' . "12" . '>', 'a handler of the program';
    is 'abc', "\101BC", '... for texts';
}

done_testing;
