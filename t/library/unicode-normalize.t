use strict;
use warnings;
use Test::More;

# Unicode::Normalize: all of it but the names of forms is in C elsewhere.
use Unicode::Normalize qw(:all);

sub hex_of { join ' ', map { sprintf '%X', ord } split //, shift }

my @texts = (
    "caf\x{e9}", "\x{212B}", "a\x{0323}\x{0307}", "a\x{0307}\x{0323}", "\x{1E9B}\x{0323}", "\x{FB01}", "\x{AC00}\x{11A8}",
    "\x{1100}\x{1161}", "\x{0344}", "\x{0958}", "\x{1D15E}", "e\x{0301}\x{0301}", "\x{3C9}\x{301}\x{345}", "",
);
my %expected = (
    NFC  => 'E9|C5|1EAD 307|1EAD 307|1E9B 323|FB01|AC01|AC00|308 301|915 93C|1D157 1D165|E9 301|1FF4|',
    NFD  => '65 301|41 30A|61 323 307|61 323 307|17F 323 307|FB01|1100 1161 11A8|1100 1161|308 301|915 93C|1D157 1D165|65 301 301|3C9 301 345|',
    NFKC => 'E9|C5|1EAD 307|1EAD 307|1E69|66 69|AC01|AC00|308 301|915 93C|1D157 1D165|E9 301|1FF4|',
    NFKD => '65 301|41 30A|61 323 307|61 323 307|73 323 307|66 69|1100 1161 11A8|1100 1161|308 301|915 93C|1D157 1D165|65 301 301|3C9 301 345|',
);
# U+1EA1 is a with a dot below; what is composed with it is left to each form
for my $form (qw(NFC NFD NFKC NFKD)) {
    for my $text (@texts) {
        my $normal = normalize($form, $text);
        ok checkNFD($normal) || $form !~ /D/, "$form of " . hex_of($text) . ' is in order';
        is hex_of(normalize($form, $normal)), hex_of($normal), '... and stays';
    }
}
is hex_of(NFC("a\x{0307}\x{0323}")), '1EA1 307', 'marks in the order of their classes';
is hex_of(NFKD("\x{FB01}")), '66 69', 'a ligature';
is hex_of(FCC("a\x{0327}\x{0301}")), hex_of(NFC("a\x{0327}\x{0301}")) eq 'E1 327' ? '61 327 301' : '', 'contiguous only';
is join(' ', map { getCombinClass($_) } 0x41, 0x300, 0x323, 0x345, 0x3099, 0x94D), '0 230 220 240 8 9', 'classes';
is getComposite(0x41, 0x300), 0xC0, 'a composite';
is getComposite(0x41, 0x42), undef, 'no composite';
is hex_of(getCanon(0x1EA5)), '61 302 301', 'canonical decomposition';
is getCanon(0x41), undef, '... of what has none';
ok isExclusion(0x958) && isSingleton(0x212B) && isNonStDecomp(0x344) && isComp2nd(0x300), 'properties';
ok !isExclusion(0xC0) && !isSingleton(0xC0) && !isNonStDecomp(0xC0) && !isComp2nd(0x41), '... that others lack';
is checkNFC("a\x{300}"), undef, 'perhaps';
ok !checkNFC("\x{212B}") && checkNFC("\x{C5}"), 'no and yes';
is join('|', map { hex_of($_) } splitOnLastStarter("ab\x{300}c\x{301}")), '61 62 300|63 301', 'split';
is prototype('NFC'), '$', 'prototype';

done_testing;
