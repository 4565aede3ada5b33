use strict;
use warnings;
use Test::More;
use Encode qw(:all);

# Encodings, what stands for characters they lack, and encodings that programs define.
my %bytes = (
    'utf8'        => '636166c3a9 e697a5 f09f9880',
    'UTF-16'      => 'feff00630061006600e9 feff65e5 feffd83dde00',
    'UTF-16LE'    => '630061006600e900 e565 3dd800de',
    'UTF-32'      => '0000feff000000630000006100000066000000e9 0000feff000065e5 0000feff0001f600',
    'iso-8859-15' => '636166e9 3f 3f',
    'cp1252'      => '636166e9 3f 3f',
    'koi8-r'      => '6361663f 3f 3f',
    'shiftjis'    => '6361663f 93fa 3f',
    'euc-jp'      => '6361668fabb1 c6fc 3f',
    'gbk'         => '636166a8a6 c8d5 3f',
    'big5'        => '6361663f a4e9 3f',
    'UTF-7'       => '6361662b414f6b2d 2b5a65552d 2b3244336541412d',
    'cp437'       => '63616682 3f 3f',
);
for my $name (sort keys %bytes) {
    my @texts = ("caf\x{e9}", "\x{65e5}", "\x{1F600}");
    is join(' ', map { unpack 'H*', encode($name, $_) } @texts), $bytes{$name}, "to $name";
    is decode($name, encode($name, $_)), $_, "... and back" for grep { encode($name, $_) !~ /\?/ } @texts;
}
is decode('cp1252', "\x80"), "\x{20ac}", 'the euro';

for ([ "\xe3\x81", 'FFFD' ], [ "a\xffb", '61 FFFD 62' ], [ "\xed\xa0\x80", 'FFFD' ], [ "\xf0\x9f\x98x", 'FFFD 78' ]) {
    my ($bad, $expected) = @$_;
    is join(' ', map { sprintf '%X', ord } split //, decode('UTF-8', $bad)), $expected, 'malformed UTF-8';
}
ok !eval { my $bytes = "a\xff"; decode('UTF-8', $bytes, FB_CROAK); 1 }, 'FB_CROAK';
like $@, qr/^UTF-8 "\\xFF" does not map to Unicode at /, '... says which byte';
my $source = "abc\xff\xfedef";
is decode('UTF-8', $source, FB_QUIET), 'abc', 'FB_QUIET stops';
is $source, "\xff\xfedef", '... and leaves the rest';
is encode('ascii', "a\x{3b1}", FB_XMLCREF), 'a&#x3b1;', 'FB_XMLCREF';
is encode('ascii', "a\x{3b1}", sub { sprintf '<U+%04X>', shift }), 'a<U+03B1>', 'CHECK as code, for characters';
is decode('utf8', "a\xffb", sub { sprintf '<%02X>', shift }), 'a<FF>b', '... and for bytes';

is join(' ', map { find_encoding($_)->name } qw(UTF8 UTF-8 latin1 sjis gb2312 ISO-10646-1 WinLatin1 latin9)),
  'utf8 utf-8-strict iso-8859-1 shiftjis euc-cn UCS-2BE cp1252 iso-8859-15', 'aliases';
is find_encoding('latin1')->mime_name, 'ISO-8859-1', 'registered name';
is scalar(() = find_encoding('none')), 0, 'no such encoding';
is decode('MIME-Header', '=?UTF-8?B?Y2Fmw6k=?='), "caf\x{e9}", 'an encoding that is a module';

{
    package Rot13;
    use parent 'Encode::Encoding';
    __PACKAGE__->Define('rot13');
    sub encode { my ($self, $text) = @_; $text =~ tr/A-Za-z/N-ZA-Mn-za-m/; return $text }
    sub decode { goto &encode }
}
is encode('rot13', 'Hello'), 'Uryyb', 'an encoding of the program';
use Encode::Alias;
define_alias(caesar => 'rot13', qr/^western-(\d+)$/i => '"iso-8859-$1"');
is find_encoding('caesar')->name, 'rot13', 'alias';
is find_encoding('Western-2')->name, 'iso-8859-2', 'alias by pattern';

done_testing;
